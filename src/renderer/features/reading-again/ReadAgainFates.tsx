import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorText } from '#contract/error-text.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import { useClient } from '../../app/api.ts';
import { go } from '../../app/navigation.ts';
import { showError } from '../../app/notices.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { leaveReadingAgain, useReadingAgain } from './reading-again-store.ts';
import { passagesTold } from './reading-settings.ts';
import classes from './reading-again.module.css';

/** How far the reading is, and at its end what became of the texts and of the passages in them. */
export function ReadAgainFates({ job }: { job: Omit<Job, 'items'> }) {
  const { t } = useTranslation();
  const client = useClient();
  const items = useReadingAgain((state) => state.items);
  const running = job.state === 'running' || job.state === 'paused';
  const { done, total } = job;
  const orphaned = items.reduce((sum, item) => sum + passagesTold(item.warnings).orphaned, 0);
  const words = running
    ? t('readAgain.running', { done, total })
    : t(
        `readAgain.state.${job.state === 'failed' || job.state === 'cancelled' ? job.state : 'done'}`,
      );
  return (
    <div className={classes['form']}>
      <p role="status">{words}</p>
      <Progress.Root size={6} transitionDuration={0}>
        <Progress.Section value={(100 * done) / Math.max(1, total)} aria-label={words} />
      </Progress.Root>
      {!running && <Outcome items={items} />}
      {job.error !== null && (
        <p role="alert">
          {errorText(job.error.code, job.error.details, currentLanguage()).sentence}
        </p>
      )}
      <div className={classes['buttons']}>
        {running ? (
          <Button onClick={() => void client.jobs.cancel({ job: job.id }).catch(showError)}>
            {t('common.cancel')}
          </Button>
        ) : (
          <>
            <Button data-autofocus onClick={leaveReadingAgain}>
              {t('common.done')}
            </Button>
            {orphaned > 0 && (
              <Button
                variant="filled"
                onClick={() => {
                  leaveReadingAgain();
                  go({ screen: 'review', id: 'orphans' });
                }}
              >
                {t('readAgain.toOrphans', { count: orphaned })}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Outcome({ items }: { items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const count = (outcome: ImportItem['outcome']): number =>
    items.filter((item) => item.outcome === outcome).length;
  const told = items.map(({ warnings }) => passagesTold(warnings));
  const carried = told.reduce((sum, one) => sum + one.carried, 0);
  const orphaned = told.reduce((sum, one) => sum + one.orphaned, 0);
  const failed = items.filter(({ error }) => error !== null);
  return (
    <ul className={classes['outcome']} aria-label={t('readAgain.outcome')}>
      {count('made') > 0 && <li>{t('readAgain.made', { count: count('made') })}</li>}
      {count('duplicate') > 0 && <li>{t('readAgain.same', { count: count('duplicate') })}</li>}
      {carried > 0 && <li>{t('readAgain.carried', { count: carried })}</li>}
      {orphaned > 0 && <li data-heed>{t('readAgain.orphaned', { count: orphaned })}</li>}
      {count('cancelled') > 0 && <li>{t('readAgain.cancelled', { count: count('cancelled') })}</li>}
      {failed.map(({ path, name, error }) => (
        <li key={path} data-heed>
          {t('readAgain.failed', {
            name,
            reason:
              error === null
                ? ''
                : errorText(error.code, error.details, currentLanguage()).sentence,
          })}
        </li>
      ))}
    </ul>
  );
}
