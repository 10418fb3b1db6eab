import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../app/format.ts';
import { go } from '../../../app/navigation.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { UndoTakenIn } from './UndoTakenIn.tsx';
import { useTakingWork } from './use-taking-work.ts';

/** What a merge did, and what is left to do: conflicts to decide, entities that look alike; and the way back. */
export function MergeOutcome() {
  const { t } = useTranslation();
  const { name, outcome, gesture } = useTaking();
  const { leave } = useTakingWork();
  const language = currentLanguage();
  if (outcome === null) return null;
  const { taken, mended, leftOut, conflicts, alike, backup } = outcome;
  const line = (what: 'taken' | 'mended' | 'leftOut' | 'conflicts' | 'alike', found: number) =>
    t(`merge.outcome.${what}`, { count: found, number: count(found, language) });
  return (
    <div className={classes['page']}>
      <h3 className={classes['done']}>
        <IconCheck size={18} aria-hidden="true" />
        {t('merge.done')} <span className={classes['dim']}>{name}</span>
      </h3>
      <div role="status">
        {taken === 0 && backup === null ? (
          <p>{t('merge.doneNothing')}</p>
        ) : (
          <ul className={classes['outcome']}>
            <li>{line('taken', taken)}</li>
            {mended > 0 && <li>{line('mended', mended)}</li>}
            {leftOut > 0 && <li>{line('leftOut', leftOut)}</li>}
            {conflicts > 0 && <li data-heed>{line('conflicts', conflicts)}</li>}
            {alike === null && <li>{t('merge.alikeLater')}</li>}
            {alike !== null && alike > 0 && <li data-heed>{line('alike', alike)}</li>}
          </ul>
        )}
      </div>
      <div className={classes['acts']}>
        {conflicts > 0 && (
          <Button variant="filled" onClick={() => go({ screen: 'review', id: 'conflicts' })}>
            {t('merge.decideConflicts')}
          </Button>
        )}
        {(alike === null || alike > 0) && (
          <Button onClick={() => go({ screen: 'review', id: 'duplicates' })}>
            {t('merge.seeAlike')}
          </Button>
        )}
        <Button onClick={leave}>{t('exchange.takeInStep.other')}</Button>
      </div>
      {gesture !== null && <UndoTakenIn gesture={gesture} />}
      {backup !== null && (
        <p className={classes['backup']}>
          {t('merge.backup')} <code translate="no">{backup}</code>
        </p>
      )}
    </div>
  );
}
