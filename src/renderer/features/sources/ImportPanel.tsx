import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProvenanceChanges } from '#contract/source.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { errorText } from '#contract/error-text.ts';
import { ImportFates } from './ImportFates.tsx';
import { dismissImport, useImport } from './import-store.ts';
import { useImportWork } from './import-work.ts';
import classes from './import.module.css';
import { ProvenanceFields } from './ProvenanceFields.tsx';

/** What is to be imported and from where, then each file's fate. */
export function ImportPanel() {
  const { t } = useTranslation();
  const { phase, lines, error, provenance } = useImport();
  const { start } = useImportWork();
  return (
    <section className={classes['panel']} aria-label={t('import.title')}>
      <header className={classes['head']}>
        <h2>{t('import.title')}</h2>
        <ActionIcon aria-label={t('common.close')} onClick={dismissImport}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes['body']}>
        {error !== null && <ErrorNotice error={error} />}
        {phase === 'chosen' ? (
          <form
            className={classes['progress']}
            onSubmit={(event) => {
              event.preventDefault();
              start();
            }}
          >
            <Button type="submit" variant="filled" autoFocus>
              {t('import.start', { count: lines.length })}
            </Button>
            <p className={classes['note']}>{t('import.defaults')}</p>
            <ProvenanceFields
              values={provenance}
              error={error}
              without={['title']}
              onChange={(changes) =>
                useImport.setState({ provenance: filledIn({ ...provenance, ...changes }) })
              }
            />
          </form>
        ) : (
          <ImportProgress />
        )}
        <ImportFates />
      </div>
    </section>
  );
}

function ImportProgress() {
  const { t } = useTranslation();
  const { phase, job, copying, lines } = useImport();
  const { cancel } = useImportWork();
  const under = phase === 'copying' || phase === 'running';
  const done = phase === 'copying' ? (copying?.done ?? 0) : (job?.done ?? 0);
  const total = phase === 'copying' ? (copying?.total ?? 1) : (job?.total ?? 1);
  const jobError = job?.error ?? null;
  const imported = lines.filter(({ item }) => item?.outcome === 'imported').length;
  const words =
    phase === 'copying'
      ? t('import.copying')
      : phase === 'running'
        ? t('import.running', { done, total })
        : t(`import.state.${job?.state ?? 'done'}`);
  return (
    <div className={classes['progress']}>
      <p role="status">{words}</p>
      <Progress.Root size={6} transitionDuration={0}>
        <Progress.Section value={(100 * done) / Math.max(1, total)} aria-label={words} />
      </Progress.Root>
      {job !== null && (
        <p className={classes['counts']}>
          <span>{t('import.imported', { count: imported })}</span>
          {job.duplicates > 0 && <span>{t('import.duplicates', { count: job.duplicates })}</span>}
          {job.failed > 0 && <span>{t('import.failed', { count: job.failed })}</span>}
        </p>
      )}
      {jobError !== null && (
        <p role="alert">{errorText(jobError.code, jobError.details, currentLanguage()).sentence}</p>
      )}
      <div className={classes['buttons']}>
        {under ? (
          <Button onClick={cancel}>{t('import.cancel')}</Button>
        ) : (
          <Button onClick={dismissImport}>{t('common.done')}</Button>
        )}
      </div>
    </div>
  );
}

/** What was filled in. An empty field leaves what the document says of itself. */
function filledIn(provenance: ProvenanceChanges): ProvenanceChanges {
  return Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== ''));
}
