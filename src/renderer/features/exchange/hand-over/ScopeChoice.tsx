import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#contract/colleague.ts';
import type { PackageScope } from '#contract/exchange.ts';
import { dayAndTime } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import type { HandOverDraft } from './draft.ts';
import classes from './hand-over.module.css';
import { OptionCard } from './OptionCard.tsx';
import { useLastExchange } from './use-last-exchange.ts';

/** How much of the case is meant: all of it, what came since the last exchange, or a part. */
export function ScopeChoice({
  draft,
  colleague,
  onChange,
}: {
  draft: HandOverDraft;
  colleague: Colleague | null;
  onChange: (changes: Partial<HandOverDraft>) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  const own = draft.format === 'casepack';
  const last = useLastExchange(colleague);
  const scopes: readonly PackageScope[] = own
    ? ['whole', 'delta', 'partial']
    : ['whole', 'partial'];
  const chosen = !own && draft.scope === 'delta' ? 'whole' : draft.scope;
  const said = (scope: PackageScope): string => {
    if (!own) return t(`exchange.handOverScope.other.${scope}`);
    if (scope !== 'delta') return t(`exchange.handOverScope.said.${scope}`);
    if (colleague === null) return t('exchange.handOverScope.whose');
    if (last === null) return t('exchange.handOverScope.never', { name: colleague.name });
    if (last.part) return t('exchange.handOverScope.samePart', { name: colleague.name });
    return last.at === null
      ? t('exchange.handOverScope.met', { name: colleague.name })
      : t('exchange.handOverScope.since', { when: dayAndTime(last.at, currentLanguage()) });
  };
  return (
    <fieldset className={classes['scopes']} data-count={scopes.length}>
      <legend className="lg-hidden">{t('exchange.handOverForm.scope')}</legend>
      {scopes.map((scope) => (
        <OptionCard
          key={scope}
          group={name}
          title={t(`exchange.handOverScope.name.${scope}`)}
          said={said(scope)}
          checked={chosen === scope}
          disabled={scope === 'delta' && last === null && chosen !== 'delta'}
          onChoose={() => onChange({ scope })}
        />
      ))}
    </fieldset>
  );
}
