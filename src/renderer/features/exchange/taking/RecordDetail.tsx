import { useTranslation } from 'react-i18next';
import type { MergeRecord } from '#contract/merge.ts';
import { dayAndTime } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { Changes } from '../../history/Changes.tsx';
import { useWording } from '../../history/use-wording.ts';
import { fieldWords } from '../../review/conflicts/conflict-words.ts';
import { asChange } from './merge-words.ts';
import classes from './taking.module.css';

/** One record of a merge whole: every field with what it was and what it becomes, by whom and when. */
export function RecordDetail({ item }: { item: MergeRecord }) {
  const { t } = useTranslation();
  const wording = useWording();
  const { by, at, conflicts } = item;
  return (
    // It can be longer than its place; the keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes['detail']} aria-label={t('merge.changes')} tabIndex={0}>
      <p className={classes['dim']}>
        {[by.map(({ name }) => name).join(', '), at === '' ? '' : dayAndTime(at, currentLanguage())]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {conflicts.length > 0 && (
        <p className={classes['inConflict']}>
          {conflicts.includes('')
            ? t('merge.conflictWhole')
            : t('merge.conflictHere', {
                fields: conflicts.map((field) => fieldWords(field, wording)).join(', '),
              })}
        </p>
      )}
      <Changes changes={[asChange(item)]} foretold />
    </section>
  );
}
