import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../../app/api.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { Keys } from '../../../ui/Keys.tsx';
import { isOfOne, type DossierDraft } from '../options/draft.ts';
import classes from '../options/options.module.css';
import { useRun } from './run-store.ts';
import type { DossierActs } from './use-dossier-acts.ts';
import type { VerdictWork } from './VerdictDialog.tsx';

/** What is done with a dossier: saved, printed, made for many at once, checked. */
export function Acts({
  draft,
  acts: { act, busy, cancel, ready },
  verdict,
}: {
  draft: DossierDraft;
  acts: DossierActs;
  verdict: VerdictWork;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const bridge = useBridge();
  return (
    <div className={classes['acts']}>
      {busy === null ? (
        <div className={classes['actLine']}>
          <Button
            variant="filled"
            disabled={!ready}
            leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
            rightSection={<Keys keys={hint('dossier.save').keys} />}
            aria-keyshortcuts={hint('dossier.save').aria}
            onClick={() => act('save')}
          >
            {t(`dossier.saveAs.${draft.format}`)}
          </Button>
        </div>
      ) : (
        <div className={classes['actLine']} role="status">
          <Button loading>{t(`dossier.saveAs.${draft.format}`)}</Button>
          <Button onClick={cancel}>{t('common.cancel')}</Button>
        </div>
      )}
      <div className={classes['actLine']}>
        <Button
          disabled={!ready || busy !== null}
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          aria-keyshortcuts={hint('dossier.print').aria}
          onClick={() => act('print')}
        >
          {t('dossier.print')}
        </Button>
        {!bridge.can.reveal && (
          <Button
            disabled={!ready || busy !== null}
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => act('download')}
          >
            {t('dossier.download')}
          </Button>
        )}
      </div>
      <div className={classes['actLine']}>
        <Button
          variant="subtle"
          disabled={!isOfOne(draft.kind)}
          onClick={() => useRun.setState({ open: true })}
        >
          {t('dossier.run.open')}
        </Button>
        <Button variant="subtle" loading={verdict.busy} onClick={verdict.choose}>
          {t('dossier.verify.open')}
        </Button>
      </div>
    </div>
  );
}
