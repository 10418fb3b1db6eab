import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UndoOutcome } from '#contract/history.ts';
import classes from './history.module.css';
import { gestureTitle, gestureWords } from './gesture-words.ts';
import { recordWords, tableWords } from './record-words.ts';
import { useWording } from './use-wording.ts';

/** How many things that were built upon a gesture are told. */
const told = 5;

/** Says what later gestures built upon one that is to be undone, and asks whether it is to go with it. */
export function UndoQuestion({
  outcome: { step, builtUpon, count },
  onForce,
  onLeave,
}: {
  outcome: UndoOutcome;
  onForce: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  if (step === null) return null;
  // One gesture may have done several things to the same words; they are told once.
  const different = builtUpon.filter(
    (one, at) =>
      builtUpon.findIndex(({ title, at: when }) => title === one.title && when === one.at) === at,
  );
  const rest = count - builtUpon.length + Math.max(0, different.length - told);
  return (
    <div className={classes['question']}>
      <p>{t('history.builtUpon', { what: gestureWords(step.label, t) })}</p>
      <ul>
        {different.slice(0, told).map((one) => {
          const { title, detail } = recordWords(one, wording);
          return (
            <li key={`${one.table} ${one.id}`}>
              {one.label === null
                ? tableWords(one.table, wording)
                : gestureTitle({ label: one.label, kind: 'gesture' }, t)}
              {': '}
              <strong>{title}</strong> {detail}
            </li>
          );
        })}
        {rest > 0 && <li>{t('history.more', { count: rest })}</li>}
      </ul>
      <div className={classes['questionActs']}>
        <Button color="red" variant="filled" data-autofocus onClick={onForce}>
          {t('history.force')}
        </Button>
        <Button onClick={onLeave}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
