import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#contract/colleague.ts';
import { useCase } from '../../../app/case-context.tsx';
import { NewPassphrase } from '../../passphrase/NewPassphrase.tsx';
import { protectionOf, type HandOverDraft, type Protection } from './draft.ts';
import classes from './hand-over.module.css';
import { OptionCard } from './OptionCard.tsx';

const ways: readonly Protection[] = ['key', 'passphrase', 'none'];

/** Who will be able to read the package. */
export function ProtectionChoice({
  draft,
  colleague,
  onChange,
}: {
  draft: HandOverDraft;
  colleague: Colleague | null;
  onChange: (changes: Partial<HandOverDraft>) => void;
}) {
  const { t } = useTranslation();
  const { info } = useCase();
  const name = useId();
  const protection = protectionOf(draft, colleague);
  const canKey = colleague !== null && colleague.ageRecipient !== '';
  const known = useMemo(() => [info.title, draft.to], [draft.to, info.title]);
  const said = (way: Protection): string => {
    if (way === 'none') {
      return t(
        info.encrypted
          ? 'exchange.handOverProtection.noneOfEncrypted'
          : 'exchange.handOverProtection.noneSaid',
      );
    }
    if (way === 'passphrase') return t('exchange.handOverProtection.passphraseSaid');
    return canKey
      ? t('exchange.handOverProtection.keySaid', { name: colleague.name })
      : t('exchange.handOverProtection.keyMissing');
  };
  return (
    <>
      <fieldset className={classes['scopes']} data-count={ways.length}>
        <legend className="lg-hidden">{t('exchange.handOverForm.protection')}</legend>
        {ways.map((way) => (
          <OptionCard
            key={way}
            group={name}
            title={t(`exchange.handOverProtection.${way}`)}
            said={said(way)}
            checked={protection === way}
            disabled={way === 'key' && !canKey}
            onChoose={() => onChange({ protection: way })}
          />
        ))}
      </fieldset>
      {protection === 'passphrase' && (
        <div className={classes['passphrase']}>
          <NewPassphrase
            label={t('exchange.handOverForm.passphrase')}
            warning={t('passphrase.packageWarning')}
            chosen={draft.passphrase}
            tried={false}
            known={known}
            onChange={(passphrase) => onChange({ passphrase })}
          />
        </div>
      )}
      {!draft.sign && <p className={classes['warn']}>{t('exchange.handOverForm.unsignedSaid')}</p>}
    </>
  );
}
