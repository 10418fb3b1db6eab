import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#contract/conflict.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand, type KnownCommand } from '../../../app/commands.ts';
import { go } from '../../../app/navigation.ts';
import { recordWords, routeTo, tableWords } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import { JudgeButton } from '../../suggestions/JudgeButton.tsx';
import { fieldWords, matterWords, sideNames, writtenWords } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { choiceFor, type Verdict } from './decisions.ts';
import { Side } from './Side.tsx';

/** Both sides of a conflict beside each other: what each wrote, when and on what evidence, and the keys to decide it. */
export function ConflictView({
  conflict,
  ready,
  onDecide,
  onStep,
}: {
  conflict: Conflict;
  ready: boolean;
  onDecide: (verdict: Verdict, other: string | undefined) => void;
  onStep: (forward: boolean) => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const { canWrite } = useCase();
  const { record, field, stands, others } = conflict;
  const [marked, setMarked] = useState(others[0]?.changeSet);
  const isDeletion = field === '';
  const [standsFor, ...othersFor] = sideNames(conflict);
  const { title, detail } = matterWords(record, wording);
  const sort = tableWords(record.table, wording);
  const route = routeTo(record);
  const open = (): void => {
    if (route !== null) go(route);
  };
  const decide = (verdict: Verdict): void => onDecide(verdict, marked);

  const command = (
    id: 'stands' | 'other' | 'both' | 'next' | 'previous' | 'open',
    name: 'keepStands' | 'takeOther' | 'keepBoth' | 'next' | 'previous' | 'openRecord',
    keys: string,
    run: () => void,
  ): KnownCommand => ({
    id: `conflicts.${id}`,
    title: `conflicts.${name}`,
    group: 'entity',
    keys: [keys],
    keyboardOnly: true,
    run,
  });
  const can = (verdict: Verdict): boolean =>
    canWrite && ready && choiceFor(conflict, verdict) !== null;
  useCommand(can('stands') ? command('stands', 'keepStands', '1', () => decide('stands')) : null);
  useCommand(can('other') ? command('other', 'takeOther', '2', () => decide('other')) : null);
  useCommand(can('both') ? command('both', 'keepBoth', '3', () => decide('both')) : null);
  useCommand(command('next', 'next', 'ArrowDown', () => onStep(true)));
  useCommand(command('previous', 'previous', 'ArrowUp', () => onStep(false)));
  useCommand(route === null ? null : command('open', 'openRecord', 'o', open));

  const values = [stands, ...others].map((side) => writtenWords(field, side, wording));
  return (
    <div className={classes['view']}>
      <div
        className={classes['sides']}
        // It can be longer than the screen; the keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('conflicts.atHand')}
      >
        <header className={classes['head']}>
          <p className={classes['dim']}>{detail === sort ? sort : [sort, detail].join(' · ')}</p>
          <h3>
            {route === null ? (
              title
            ) : (
              <button type="button" className={classes['open']} onClick={open}>
                {title}
              </button>
            )}
            <span className={classes['field']}>{fieldWords(field, wording)}</span>
          </h3>
          <p>{t(isDeletion ? 'conflicts.explainedDeletion' : 'conflicts.explained')}</p>
        </header>
        <div className={classes['columns']}>
          <Side
            heading={t(isDeletion ? 'conflicts.kept' : 'conflicts.stands')}
            written={stands}
            who={standsFor}
            words={isDeletion ? recordWords(record, wording).title : (values[0] ?? '')}
            isKept={isDeletion}
            rivals={values.slice(1)}
            isStanding
          />
          <div className={classes['others']}>
            {others.map((other, index) => (
              <Side
                key={other.changeSet}
                heading={
                  isDeletion
                    ? t('conflicts.deleted')
                    : t('conflicts.otherOf', { count: others.length })
                }
                written={other}
                who={othersFor[index] ?? other.by.name}
                words={isDeletion ? null : (values[index + 1] ?? '')}
                rivals={values.slice(0, 1)}
                {...(others.length > 1 &&
                  !isDeletion && {
                    isMarked: other.changeSet === marked,
                    onMark: () => setMarked(other.changeSet),
                  })}
              />
            ))}
          </div>
        </div>
      </div>
      <div className={classes['acts']} role="group" aria-label={t('conflicts.decide')}>
        {canWrite ? (
          <>
            <JudgeButton
              id="conflicts.stands"
              own="1"
              disabled={!can('stands')}
              onPress={() => decide('stands')}
            >
              {t(isDeletion ? 'conflicts.keep' : 'conflicts.keepStands')}
            </JudgeButton>
            <JudgeButton
              id="conflicts.other"
              own="2"
              disabled={!can('other')}
              onPress={() => decide('other')}
            >
              {t(
                isDeletion
                  ? 'conflicts.delete'
                  : others.length > 1
                    ? 'conflicts.takeMarked'
                    : 'conflicts.takeOther',
              )}
            </JudgeButton>
            {conflict.choices.includes('both') && (
              <JudgeButton
                id="conflicts.both"
                own="3"
                disabled={!can('both')}
                onPress={() => decide('both')}
              >
                {t('conflicts.keepBoth')}
              </JudgeButton>
            )}
          </>
        ) : (
          <p className={classes['dim']}>{t('review.readOnly')}</p>
        )}
      </div>
    </div>
  );
}
