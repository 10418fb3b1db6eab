import { TextInput } from '@mantine/core';
import { IconKey, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#contract/colleague.ts';
import { shortFingerprint } from '#shared/fingerprint.ts';
import { KeyState } from '../../colleagues/KeyState.tsx';
import { useColleagues } from '../../colleagues/use-colleagues.ts';
import { ChoiceField, type Choice } from '../../entity/picker/ChoiceField.tsx';
import { answers } from '../../entity/picker/rank.ts';
import type { HandOverDraft } from './draft.ts';
import classes from './hand-over.module.css';

/** For whom it is, out of the address book or by any name, and what for. */
export function RecipientFields({
  draft,
  colleague,
  onChange,
}: {
  draft: HandOverDraft;
  colleague: Colleague | null;
  onChange: (changes: Partial<HandOverDraft>) => void;
}) {
  const { t } = useTranslation();
  const { list, pending } = useColleagues();
  const typed = colleague === null ? draft.to.trim() : '';
  const choices: Choice[] = list
    .filter(({ name, organization }) => answers(typed, [name, organization]))
    .map((one) => ({
      key: one.fingerprint,
      label: one.name,
      icon: <IconKey size={14} aria-hidden="true" />,
      tail: [one.organization, shortFingerprint(one.fingerprint)]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  if (typed !== '') {
    choices.push({
      key: 'name',
      label: t('exchange.handOverForm.onlyName', { name: typed }),
      icon: <IconUser size={14} aria-hidden="true" />,
      apart: true,
    });
  }
  return (
    <>
      <div className={classes['pair']}>
        <ChoiceField
          label={t('exchange.handOverForm.to')}
          placeholder={t('exchange.handOverForm.toHint')}
          query={draft.to}
          settled={!pending}
          onQuery={(to) => onChange({ to, colleague: null })}
          choices={choices}
          onTake={(key) => {
            const taken = list.find(({ fingerprint }) => fingerprint === key);
            if (taken !== undefined) onChange({ to: taken.name, colleague: taken.fingerprint });
          }}
          {...(colleague !== null && { icon: <IconKey size={14} aria-hidden="true" /> })}
        />
        <TextInput
          label={t('exchange.handOverForm.purpose')}
          placeholder={t('exchange.handOverForm.purposeHint')}
          autoComplete="off"
          maxLength={2000}
          value={draft.purpose}
          onChange={(event) => onChange({ purpose: event.currentTarget.value })}
        />
      </div>
      <p className={classes['note']} role="status">
        {colleague !== null ? (
          <span className={classes['whose']}>
            <code translate="no">{shortFingerprint(colleague.fingerprint)} …</code>
            <KeyState trusted={colleague.trusted} />
          </span>
        ) : (
          t(
            typed === '' || draft.format !== 'casepack'
              ? 'exchange.handOverForm.nobody'
              : 'exchange.handOverForm.noKey',
          )
        )}
      </p>
    </>
  );
}
