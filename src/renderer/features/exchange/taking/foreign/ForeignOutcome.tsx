import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ForeignImportOutcome } from '#contract/foreign-import.ts';
import { count } from '../../../../app/format.ts';
import { go } from '../../../../app/navigation.ts';
import { currentLanguage } from '../../../../i18n/i18n.ts';
import { useTaking } from '../taking-store.ts';
import classes from '../taking.module.css';
import { UndoTakenIn } from '../UndoTakenIn.tsx';
import { useTakingWork } from '../use-taking-work.ts';
import { Remarks } from './ForeignAsides.tsx';

/** What was taken in of a file of another program, what was not, and the way back. */
export function ForeignOutcome({
  outcome,
  gesture,
}: {
  outcome: z.infer<typeof ForeignImportOutcome>;
  gesture: number | null;
}) {
  const { t } = useTranslation();
  const { name } = useTaking();
  const { leave } = useTakingWork();
  const language = currentLanguage();
  const { made, changed, same, leftOut, remarks, remarkCount, candidateCount } = outcome;
  const what = made
    .filter((one) => one.count > 0)
    .map(({ kind, count: found }) =>
      t('foreign.madeOne', {
        number: count(found, language),
        kind: t(`foreign.kind.${kind}`).toLocaleLowerCase(language),
      }),
    );
  return (
    <div className={classes['page']}>
      <h3 className={classes['done']}>
        <IconCheck size={18} aria-hidden="true" />
        {t('foreign.done')} <span className={classes['dim']}>{name}</span>
      </h3>
      <div role="status">
        <ul className={classes['outcome']}>
          {what.length > 0 && <li>{t('foreign.made', { what: what.join(', ') })}</li>}
          {changed > 0 && <li>{t('foreign.changed', { count: changed })}</li>}
          {same > 0 && <li>{t('foreign.same', { count: same })}</li>}
          {leftOut > 0 && (
            <li>
              {t('merge.outcome.leftOut', { count: leftOut, number: count(leftOut, language) })}
            </li>
          )}
        </ul>
      </div>
      <div className={classes['acts']}>
        {candidateCount > 0 && (
          <Button variant="filled" onClick={() => go({ screen: 'review', id: 'duplicates' })}>
            {t('merge.seeAlike')}
          </Button>
        )}
        <Button onClick={leave}>{t('exchange.takeInStep.other')}</Button>
      </div>
      {gesture !== null && <UndoTakenIn gesture={gesture} />}
      {remarkCount > 0 && <Remarks remarks={remarks} remarkCount={remarkCount} />}
    </div>
  );
}
