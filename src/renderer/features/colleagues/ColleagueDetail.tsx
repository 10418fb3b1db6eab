import { Switch, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Colleague, SaveColleagueInput } from '#contract/colleague.ts';
import { useClient } from '../../app/api.ts';
import { wholeDay } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import classes from './colleagues.module.css';
import { CompareKeys } from './CompareKeys.tsx';

type Changes = z.input<typeof SaveColleagueInput>['changes'];

/** One colleague: whether the key is theirs, what they are called here, and a note on them. */
export function ColleagueDetail({
  colleague,
  onChanged,
}: {
  colleague: Colleague;
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { run, error } = useAct();
  const { fingerprint, name, organization, note, trusted, met, metAt, ageRecipient } = colleague;
  const [draft, setDraft] = useState({ name, organization, note });
  const save = (changes: Changes): void =>
    void run(() => client.colleagues.save({ fingerprint, changes }), onChanged);
  const keep = (): void => {
    const kept = { ...draft, name: draft.name.trim() === '' ? name : draft.name };
    if (JSON.stringify(kept) !== JSON.stringify({ name, organization, note })) save(kept);
  };
  return (
    <section className={classes['detail']} aria-labelledby="colleague">
      <header className={classes['detailHead']}>
        <div>
          <h3 id="colleague">{name}</h3>
          <p className={classes['dim']}>
            {t(`colleagues.met.${met}`, { when: wholeDay(metAt, currentLanguage()) })}
          </p>
        </div>
        <ConfirmButton
          variant="subtle"
          color="red"
          question={t('colleagues.removeQuestion')}
          onConfirm={() => void run(() => client.colleagues.remove({ fingerprint }), onChanged)}
        >
          {t('common.remove')}
        </ConfirmButton>
      </header>
      {error !== null && <ErrorNotice error={error} />}
      <CompareKeys name={name} fingerprint={fingerprint} />
      <Switch
        label={t('colleagues.trust')}
        description={t(trusted ? 'colleagues.trustedSaid' : 'colleagues.trustSaid')}
        checked={trusted}
        onChange={(event) => save({ trusted: event.currentTarget.checked })}
      />
      {ageRecipient === '' && <p className={classes['dim']}>{t('colleagues.noCipher')}</p>}
      <div className={classes['pair']}>
        <TextInput
          label={t('common.name')}
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          onBlur={keep}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('settings.organization')}
          autoComplete="off"
          maxLength={200}
          value={draft.organization}
          onBlur={keep}
          onChange={(event) => setDraft({ ...draft, organization: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('colleagues.note')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={draft.note}
        onBlur={keep}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
    </section>
  );
}
