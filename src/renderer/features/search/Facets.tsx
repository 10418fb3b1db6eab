import { useTranslation } from 'react-i18next';
import { HitKind } from '#contract/search.ts';
import { count } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import classes from './search.module.css';

/** How many hits there are of each kind; pressing one shows only those. */
export function Facets({
  counts,
  kind,
  onKind,
}: {
  counts: Partial<Record<HitKind, number>> | null;
  kind: HitKind | null;
  onKind: (kind: HitKind | null) => void;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const all = HitKind.options.reduce((sum, each) => sum + (counts?.[each] ?? 0), 0);
  const number = (value: number): string => (counts === null ? '' : count(value, language));
  return (
    <div className={classes['facets']} role="group" aria-label={t('search.kinds')}>
      <h2>{t('search.kinds')}</h2>
      <button type="button" aria-pressed={kind === null} onClick={() => onKind(null)}>
        <span>{t('search.all')}</span>
        <span>{number(all)}</span>
      </button>
      {HitKind.options.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={kind === each}
          disabled={counts !== null && (counts[each] ?? 0) === 0}
          onClick={() => onKind(kind === each ? null : each)}
        >
          <span>{t(`search.kind.${each}`)}</span>
          <span>{number(counts?.[each] ?? 0)}</span>
        </button>
      ))}
    </div>
  );
}
