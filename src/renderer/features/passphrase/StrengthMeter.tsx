import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n.ts';
import { estimate } from './estimate.ts';
import classes from './passphrase.module.css';
import { levels, spanWords, type Strength } from './strength.ts';

/**
 * How long what is typed would hold, as a bar and in words. It never stands in the way: a weak one may be taken.
 *
 * @param known words that someone who guesses would try first
 */
export function StrengthMeter({
  id,
  passphrase,
  known,
}: {
  id: string;
  passphrase: string;
  known: readonly string[];
}) {
  const { t } = useTranslation();
  const strength = useStrength(useDeferredValue(passphrase), known);
  const reached = strength === null ? -1 : levels.indexOf(strength.level);
  const time = strength === null ? null : spanWords(strength.seconds, currentLanguage());
  return (
    <div className={classes['meter']} data-level={strength?.level}>
      <div className={classes['bar']} aria-hidden="true">
        {levels.slice(1).map((level, at) => (
          <span key={level} data-on={reached > at || (at === 0 && reached === 0)} />
        ))}
      </div>
      <p id={id} role="status" className={classes['words']}>
        {strength === null ? (
          t('passphrase.advice')
        ) : (
          <>
            <strong>{t(`passphrase.level.${strength.level}`)}</strong>{' '}
            {time === null ? t('passphrase.holdsLong') : t('passphrase.holds', { time })}
          </>
        )}
      </p>
    </div>
  );
}

/** Null until it is known, and when nothing is typed. */
function useStrength(passphrase: string, known: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const words = JSON.stringify(known);
  useEffect(() => {
    let wanted = true;
    const knownWords: string[] = JSON.parse(words);
    // Without its lists of words it says nothing, which keeps nobody from choosing a passphrase.
    estimate(passphrase, knownWords).then(
      (found) => {
        if (wanted) setStrength(found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [passphrase, words]);
  return passphrase === '' ? null : strength;
}
