import { useTranslation } from 'react-i18next';
import type { PackageInspection } from '#contract/package.ts';
import { count } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { countedWords } from '../hand-over/counted.ts';
import classes from './taking.module.css';

/** How much of what a package holds, and what whoever made it kept back. */
export function PackageCounts({ inspection }: { inspection: PackageInspection }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { counts, withheld, redacted } = inspection;
  return (
    <div>
      <h4>{t('exchange.takeInStep.counts')}</h4>
      <ul className={classes['counts']}>
        {countedWords(counts, t).map(({ what, count: found, words }) => (
          <li key={what}>
            <strong>{count(found, language)}</strong> {words}
          </li>
        ))}
      </ul>
      {withheld > 0 && (
        <p className={classes['dim']}>
          {t('exchange.takeInStep.withheld', {
            count: withheld,
            number: count(withheld, language),
          })}
        </p>
      )}
      {redacted > 0 && (
        <p className={classes['dim']}>
          {t('exchange.takeInStep.redacted', {
            count: redacted,
            number: count(redacted, language),
          })}
        </p>
      )}
    </div>
  );
}
