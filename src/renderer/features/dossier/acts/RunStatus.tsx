import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { go } from '../../../app/navigation.ts';
import importClasses from '../../sources/import.module.css';
import { useRun } from './run-store.ts';
import { useDossierRun, useFollowRun } from './use-run.ts';

/** The run of many dossiers under way, in the status bar of every screen. */
export function RunStatus() {
  const { t } = useTranslation();
  const { job, isRunning, cancel } = useDossierRun();
  useFollowRun();
  if (job === null || !isRunning) return null;
  const words = t('dossier.run.status', { done: job.done, total: job.total });
  return (
    <span className={importClasses['status']}>
      <button
        type="button"
        className={importClasses['link']}
        onClick={() => {
          go({ screen: 'dossiers' });
          useRun.setState({ open: true });
        }}
      >
        {words}
      </button>
      <Progress.Root size={6} w={80} transitionDuration={0}>
        <Progress.Section value={(100 * job.done) / Math.max(1, job.total)} aria-label={words} />
      </Progress.Root>
      <button type="button" className={importClasses['link']} onClick={cancel}>
        {t('common.cancel')}
      </button>
    </span>
  );
}
