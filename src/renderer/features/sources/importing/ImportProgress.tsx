import { Button, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#contract/error-text.ts';
import type { ItemProgress } from '#contract/job.ts';
import { count, fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { countResults } from '../import-results.ts';
import { dismissImport, useImport } from '../import-store.ts';
import { useImportWork } from '../import-work.ts';
import classes from '../import.module.css';
import { timeWords } from '../time-left.ts';
import { useImportWords } from './use-import-words.ts';

/** How far the import is, all of it and the files at hand, with the reins on it. */
export function ImportProgress() {
  const { t } = useTranslation();
  const { phase, job, lines } = useImport();
  const { cancel } = useImportWork();
  const { words, part } = useImportWords();
  const language = currentLanguage();
  const under = phase === 'copying' || phase === 'running';
  const jobError = job?.error ?? null;
  const imported = lines.filter(({ item }) => item?.outcome === 'imported').length;
  const parts = lines.reduce((sum, { item }) => sum + (item?.parts ?? 0), 0);
  const { failed, duplicates } = countResults(lines);
  const bytes = job?.bytes ?? null;
  return (
    <div className={classes['progress']}>
      <div className={classes['state']}>
        <p role="status">{words}</p>
        {!under && <Button onClick={dismissImport}>{t('common.done')}</Button>}
      </div>
      <Progress.Root size={6} transitionDuration={0}>
        <Progress.Section value={100 * part} aria-label={words} />
      </Progress.Root>
      {phase === 'running' && bytes !== null && bytes.total > 0 && (
        <p className={classes['note']}>
          {t('import.bytes', {
            done: fileSize(bytes.done, language),
            total: fileSize(bytes.total, language),
          })}
          {job !== null && job.left !== null && job.state === 'running'
            ? ` · ${t('import.left', { time: timeWords(job.left, language) })}`
            : ''}
        </p>
      )}
      {phase === 'running' && job !== null && (
        <ul className={classes['underWay']} aria-label={t('import.underWay')}>
          {atHand(job.underWay).map((file) => (
            <FileProgress key={file.path} file={file} />
          ))}
        </ul>
      )}
      {job !== null && (
        <p className={classes['counts']}>
          <span>{t('import.imported', { count: imported })}</span>
          {parts > 0 && <span>{t('import.partsIn', { count: parts })}</span>}
          {duplicates > 0 && <span>{t('import.duplicates', { count: duplicates })}</span>}
          {failed > 0 && <span>{t('import.failed', { count: failed })}</span>}
        </p>
      )}
      {jobError !== null && (
        <p role="alert">{errorText(jobError.code, jobError.details, language).sentence}</p>
      )}
      {under && (
        <div className={classes['buttons']}>
          {phase === 'running' && <PauseButton waits={job?.state === 'paused'} />}
          <Button onClick={cancel}>{t('import.cancel')}</Button>
        </div>
      )}
    </div>
  );
}

function PauseButton({ waits }: { waits: boolean }) {
  const { t } = useTranslation();
  const { pause, resume } = useImportWork();
  const Icon = waits ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button leftSection={<Icon size={14} aria-hidden="true" />} onClick={waits ? resume : pause}>
      {t(waits ? 'import.resume' : 'import.pause')}
    </Button>
  );
}

/** So many files at hand are shown, always in the same room. */
const mostAtHand = 4;

/** The files that take so long that something is known of their progress; failing any, the first. */
function atHand(files: readonly ItemProgress[]): readonly ItemProgress[] {
  const long = files.filter(({ total }) => total > 0);
  return (long.length > 0 ? long : files.slice(0, 1)).slice(0, mostAtHand);
}

/** One file at hand: how much of it is read. Of small ones nothing is known before they are done. */
function FileProgress({ file: { name, done, total, unit } }: { file: ItemProgress }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const amount = (number: number): string =>
    unit === 'bytes' ? fileSize(number, language) : count(number, language);
  const words =
    total === 0 ? '' : t(`import.unit.${unit}`, { done: amount(done), total: amount(total) });
  return (
    <li>
      <span className={classes['underWayName']} title={name}>
        {name}
      </span>
      <span className={classes['note']}>{words}</span>
    </li>
  );
}
