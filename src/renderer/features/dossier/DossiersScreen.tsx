import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconDeviceFloppy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Handling, Language } from '#contract/vocabulary.ts';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { showDone, showError } from '../../app/notices.tsx';
import type { Route } from '../../app/route.ts';
import { Navigator } from '../../app/slots.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import classes from './dossier.module.css';
import { dossierFileName } from './dossier-file-name.ts';
import { PdfPages } from './PdfPages.tsx';
import { SubjectField } from './SubjectField.tsx';
import { usePdf } from './use-pdf.ts';

/** The printed report on one subject: what goes into it, its pages, and how to keep it. */
export function DossiersScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const api = useApi();
  const client = useClient();
  const bridge = useBridge();
  const { handle, info } = useCase();
  const subject = route.id;
  const [language, setLanguage] = useState(info.language);
  const [handling, setHandling] = useState(info.handling);
  const [quotations, setQuotations] = useState(true);
  const [busy, setBusy] = useState(false);

  const input = { handle, subject: subject ?? '', language, handling, quotations };
  const known = subject !== undefined;
  const entity = useQuery(
    api.entities.get.queryOptions({ input: { handle, id: subject ?? '' }, enabled: known }),
  );
  const { data, error, isFetching, refetch } = useQuery(
    api.dossiers.render.queryOptions({
      input,
      enabled: known,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const { pdf, error: pdfError } = usePdf(data);
  const name = dossierFileName(entity.data?.name ?? '', info.reference);

  const act = async (call: () => Promise<void>): Promise<void> => {
    if (!known || busy) return;
    setBusy(true);
    try {
      await call();
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<void> =>
    act(async () => {
      const path = await bridge.chooseSavePath({ purpose: 'dossier', suggestedName: name });
      if (path === null) return;
      const saved = await client.dossiers.save({ ...input, path });
      showDone(t('dossier.saved', { path: saved.path }));
    });
  const print = (): Promise<void> =>
    act(async () => {
      if (data !== undefined) await bridge.print(data);
    });
  const download = (): Promise<void> =>
    act(async () => {
      if (data !== undefined) await bridge.saveBlob(data, name);
    });
  useCommand(
    known
      ? {
          id: 'dossier.save',
          title: 'dossier.save',
          group: 'case',
          keys: ['mod+s'],
          run: () => void save(),
        }
      : null,
  );
  useCommand(
    known
      ? {
          id: 'dossier.print',
          title: 'dossier.print',
          group: 'case',
          keys: ['mod+p'],
          run: () => void print(),
        }
      : null,
  );

  const failure = error ?? pdfError;
  return (
    <div className={classes['screen']}>
      <Navigator>
        <div className={classes['options']}>
          <h2>{t('dossier.one')}</h2>
          <SubjectField
            key={subject ?? ''}
            subject={entity.data}
            onSubject={(id) => go({ screen: 'dossiers', id }, { replace: true })}
          />
          <NativeSelect
            label={t('dossier.language')}
            value={language}
            data={Language.options.map((one) => ({ value: one, label: t(`language.${one}`) }))}
            onChange={(event) => {
              const chosen = Language.safeParse(event.currentTarget.value);
              if (chosen.success) setLanguage(chosen.data);
            }}
          />
          <NativeSelect
            label={t('handling.label')}
            value={handling}
            data={Handling.options.map((one) => ({ value: one, label: `TLP:${one}` }))}
            onChange={(event) => {
              const chosen = Handling.safeParse(event.currentTarget.value);
              if (chosen.success) setHandling(chosen.data);
            }}
          />
          <Checkbox
            label={t('dossier.quotations')}
            checked={quotations}
            onChange={(event) => setQuotations(event.currentTarget.checked)}
          />
          <div className={classes['acts']}>
            <Button
              variant="filled"
              disabled={!known || data === undefined}
              loading={busy}
              leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
              rightSection={<Keys keys={hint('dossier.save').keys} />}
              aria-keyshortcuts={hint('dossier.save').aria}
              onClick={() => void save()}
            >
              {t('dossier.save')}
            </Button>
            <Button
              disabled={!known || data === undefined}
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              rightSection={<Keys keys={hint('dossier.print').keys} />}
              aria-keyshortcuts={hint('dossier.print').aria}
              onClick={() => void print()}
            >
              {t('dossier.print')}
            </Button>
            {!bridge.can.reveal && (
              <Button
                disabled={!known || data === undefined}
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                onClick={() => void download()}
              >
                {t('dossier.download')}
              </Button>
            )}
          </div>
          <p className={classes['state']} role="status">
            {isFetching ? t('dossier.setting') : ''}
          </p>
        </div>
      </Navigator>
      {failure !== null ? (
        <div className={classes['failure']}>
          <ErrorNotice error={failure} onRetry={() => void refetch()} />
        </div>
      ) : !known ? (
        <EmptyState>{t('dossier.teach')}</EmptyState>
      ) : pdf === null ? (
        <p className={classes['waiting']}>{t('dossier.setting')}</p>
      ) : (
        <PdfPages pdf={pdf} />
      )}
    </div>
  );
}
