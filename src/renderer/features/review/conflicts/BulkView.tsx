import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#contract/conflict.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { showError } from '../../../app/notices.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import { JudgeButton } from '../../suggestions/JudgeButton.tsx';
import classes from './conflicts.module.css';

/** Several conflicts decided alike: what stands is kept of all, or what the others wrote is taken. */
export function BulkView({
  count,
  by,
  collect,
  onDecide,
  onLeave,
}: {
  count: number;
  /** Key or name of the person whose conflicts are shown; null: of all. */
  by: string | null;
  /** The conflicts that are selected, as they were shown. */
  collect: () => Promise<Conflict[]>;
  onDecide: (conflicts: readonly Conflict[], verdict: 'stands' | 'other') => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const people = useQuery(api.history.people.queryOptions({ input: { handle } })).data ?? [];
  const name = people.find(({ actor }) => (actor.key ?? actor.name) === by)?.actor.name;
  const { run, busy } = useAct();
  const decide = (verdict: 'stands' | 'other'): void => {
    void run(collect, (conflicts) => onDecide(conflicts, verdict)).catch(showError);
  };
  const isReady = canWrite && !busy;
  useCommand(
    isReady
      ? {
          id: 'conflicts.stands',
          title: 'conflicts.keepStands',
          group: 'entity',
          keys: ['1'],
          keyboardOnly: true,
          run: () => decide('stands'),
        }
      : null,
  );
  useCommand(
    isReady
      ? {
          id: 'conflicts.other',
          title: 'conflicts.takeOther',
          group: 'entity',
          keys: ['2'],
          keyboardOnly: true,
          run: () => decide('other'),
        }
      : null,
  );
  return (
    <div className={classes['view']}>
      <div className={classes['sides']}>
        <header className={classes['head']}>
          <h3 aria-live="polite">{t('conflicts.selected', { count })}</h3>
          <p>{t('conflicts.selectedExplained')}</p>
        </header>
        <div>
          <Button variant="default" onClick={onLeave}>
            {t('conflicts.keepSome')}
          </Button>
        </div>
      </div>
      <div className={classes['acts']} role="group" aria-label={t('conflicts.decide')}>
        {canWrite ? (
          <>
            <JudgeButton
              id="conflicts.stands"
              own="1"
              disabled={busy}
              onPress={() => decide('stands')}
            >
              {t('conflicts.keepAll')}
            </JudgeButton>
            <JudgeButton
              id="conflicts.other"
              own="2"
              disabled={busy}
              onPress={() => decide('other')}
            >
              {name === undefined ? t('conflicts.takeAll') : t('conflicts.takeAllOf', { name })}
            </JudgeButton>
          </>
        ) : (
          <p className={classes['dim']}>{t('review.readOnly')}</p>
        )}
      </div>
    </div>
  );
}
