import { useTranslation } from 'react-i18next';
import type { MergePreview } from '#contract/merge.ts';
import { shortFingerprint } from '#shared/fingerprint.ts';
import type { RecordFilter } from './MergePreview.tsx';
import classes from './taking.module.css';

/** Whose work comes in: how many changes and records of each, which can be shown alone. */
export function MergePeople({
  people,
  filter,
  onFilter,
}: {
  people: MergePreview['people'];
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
}) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className={classes['people']} aria-label={t('merge.people')}>
      <h4>{t('merge.people')}</h4>
      <ul>
        {people.map(({ by, changeSets, records }) => {
          const value = by.key ?? by.name;
          const isShown = filter.by === value;
          const isShared = people.some(
            (other) => other.by.name === by.name && other.by.key !== by.key,
          );
          const name = by.name === '' ? t('history.nameless') : by.name;
          return (
            <li key={`${value} ${by.name}`}>
              <button
                type="button"
                className={classes['person']}
                aria-pressed={isShown}
                onClick={() => onFilter({ ...filter, by: isShown ? null : value })}
              >
                <span>
                  {isShared && by.key !== undefined
                    ? `${name} · ${shortFingerprint(by.key)}`
                    : name}
                </span>
                <span className={classes['dim']}>
                  {[
                    t('merge.changeSets', { count: changeSets }),
                    t('merge.listed', { count: records }),
                  ].join(' · ')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
