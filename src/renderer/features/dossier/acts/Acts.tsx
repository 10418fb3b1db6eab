import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../../app/api.ts';
import { useCommand } from '../../../app/commands.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { Keys } from '../../../ui/Keys.tsx';
import type { DossierDraft, Subject } from '../options/draft.ts';
import { isOfOne } from '../options/draft.ts';
import classes from '../options/options.module.css';
import { RunDialog } from './RunDialog.tsx';
import { useDossierActs } from './use-dossier-acts.ts';
import { useVerdict, VerdictDialog } from './VerdictDialog.tsx';

/** What is done with a dossier: saved, printed, made for many at once, checked. */
export function Acts({
  draft,
  about,
  subject,
}: {
  draft: DossierDraft;
  /** What the dossier is about, for the name of its file. */
  about: string;
  /** Of a profile or a group, once it is known. */
  subject: Subject | null;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const bridge = useBridge();
  const { act, busy, cancel, ready } = useDossierActs(draft, about);
  const [running, setRunning] = useState(false);
  const verdict = useVerdict();
  useCommand(
    ready
      ? {
          id: 'dossier.save',
          title: 'dossier.save',
          group: 'case',
          keys: ['mod+s'],
          run: () => act('save'),
        }
      : null,
  );
  useCommand(
    ready
      ? {
          id: 'dossier.print',
          title: 'dossier.print',
          group: 'case',
          keys: ['mod+p'],
          run: () => act('print'),
        }
      : null,
  );
  useCommand(
    isOfOne(draft.kind)
      ? {
          id: 'dossier.many',
          title: 'dossier.run.open',
          group: 'case',
          run: () => setRunning(true),
        }
      : null,
  );
  useCommand({
    id: 'dossier.verify',
    title: 'dossier.verify.open',
    group: 'case',
    run: verdict.choose,
  });

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
        <Button variant="subtle" disabled={!isOfOne(draft.kind)} onClick={() => setRunning(true)}>
          {t('dossier.run.open')}
        </Button>
        <Button variant="subtle" loading={verdict.busy} onClick={verdict.choose}>
          {t('dossier.verify.open')}
        </Button>
      </div>
      <RunDialog
        opened={running}
        draft={draft}
        subject={subject}
        onClose={() => setRunning(false)}
      />
      <VerdictDialog verdict={verdict.verdict} onClose={verdict.close} />
    </div>
  );
}
