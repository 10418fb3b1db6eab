import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

const phases = ['backup', 'waiting', 'reading', 'merging'] as const;

/** How far a merge has come, phase by phase, and the button that gives it up. */
export function MergeRun() {
  const { t } = useTranslation();
  const { name, progress } = useTaking();
  const { cancel } = useTakingWork();
  const state = progress?.state ?? 'backup';
  const at = phases.findIndex((phase) => phase === state);
  const total = progress?.total ?? 0;
  return (
    <div className={classes['page']}>
      <h3>{t('merge.running', { name })}</h3>
      <ol className={classes['phases']}>
        {phases.map((phase, index) => (
          <li key={phase} aria-current={index === at ? 'step' : undefined} data-past={index < at}>
            {t(`merge.phase.${phase}`)}
          </li>
        ))}
      </ol>
      <progress
        className={classes['meter']}
        aria-label={t('merge.progress')}
        {...(total > 1 && { max: total, value: progress?.done ?? 0 })}
      />
      <p className="lg-hidden" role="status">
        {t(`merge.phase.${state}`)}
      </p>
      <p className={classes['dim']}>{t('merge.backupFirst')}</p>
      <div>
        <Button onClick={cancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
