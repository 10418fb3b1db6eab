import { ActionIcon, Button, Progress } from '@mantine/core';
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconCopyCheck,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import { formatRoute } from '../../app/route.ts';
import { currentLanguage, type TextKey } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { errorText } from '#contract/error-text.ts';
import { dismissImport, useImport, type ImportLine } from './import-store.ts';
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
        <ul className={classes['lines']} aria-label={t('import.files')}>
          {lines.map((line) => (
            <FileFate key={line.path} line={line} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function ImportProgress() {
  const { t } = useTranslation();
  const { phase, job, copying } = useImport();
  const { cancel } = useImportWork();
  const under = phase === 'copying' || phase === 'running';
  const done = phase === 'copying' ? (copying?.done ?? 0) : (job?.done ?? 0);
  const total = phase === 'copying' ? (copying?.total ?? 1) : (job?.total ?? 1);
  const jobError = job?.error ?? null;
  const imported = job === null ? 0 : job.done - job.failed - job.duplicates;
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
          <span>{t('import.imported', { count: Math.max(0, imported) })}</span>
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

const icons: Record<ImportItem['outcome'], Icon> = {
  waiting: IconCircleDashed,
  imported: IconCircleCheck,
  duplicate: IconCopyCheck,
  failed: IconAlertCircle,
  cancelled: IconCircleOff,
};

function FileFate({ line }: { line: ImportLine }) {
  const { t } = useTranslation();
  const { name, item } = line;
  const outcome = item?.outcome ?? 'waiting';
  const Icon = icons[outcome];
  const language = currentLanguage();
  const error = item?.error ?? null;
  const source = item?.source ?? null;
  const reasons = [
    ...(error === null
      ? []
      : [error].map(({ code, details }) => {
          const { sentence, next } = errorText(code, details, language);
          return [sentence, next].filter((part) => part !== undefined).join(' ');
        })),
    ...(item?.warnings ?? []).map((warning) => {
      const known = warningKey(warning);
      return known === null ? warning : t(known.key, { pages: known.pages.replaceAll(',', ', ') });
    }),
  ];
  return (
    <li className={classes['line']} data-outcome={outcome}>
      <Icon size={16} stroke={1.6} role="img" aria-label={t(`import.outcome.${outcome}`)} />
      <span className={classes['lineWords']}>
        <span className={classes['lineName']}>
          {source === null ? (
            name
          ) : (
            <a href={`#${formatRoute({ screen: 'source', id: source })}`}>{name}</a>
          )}
        </span>
        {outcome === 'duplicate' && reasons.length === 0 && (
          <span className={classes['lineReason']}>{t('import.outcome.duplicate')}</span>
        )}
        {reasons.map((reason) => (
          <span key={reason} className={classes['lineReason']}>
            {reason}
          </span>
        ))}
      </span>
    </li>
  );
}

const warnings = ['charactersReplaced', 'wholePage', 'pagesWithoutText', 'pagesNotRead'] as const;

/** What an extraction's warning says: a word, and after it the pages it is about. */
function warningKey(warning: string): { key: TextKey; pages: string } | null {
  const [word, pages = ''] = warning.split(' ');
  const known = warnings.find((each) => each === word);
  return known === undefined ? null : { key: `import.warning.${known}`, pages };
}

/** What was filled in. An empty field leaves what the document says of itself. */
function filledIn(provenance: ProvenanceChanges): ProvenanceChanges {
  return Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== ''));
}
