import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analyst } from '#contract/settings.ts';
import { useApi } from '../../app/api.ts';
import { useChangeSettings } from '../../app/settings.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Fingerprint } from '../../ui/Fingerprint.tsx';
import classes from './settings.module.css';

/** Who works here, and the key of this computer. */
export function AnalystSettings({ analyst }: { analyst: Analyst }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  // One field may be kept while the next is typed in, so what was typed stands over what comes back.
  const [draft, setDraft] = useState<Partial<Analyst>>({});
  const now = { ...analyst, ...draft };
  const keep = (): void => {
    if (JSON.stringify(now) !== JSON.stringify(analyst)) change({ analyst: now });
  };
  const field = (name: 'name' | 'initials' | 'organization') => ({
    label: t(`settings.${name}`),
    value: now[name],
    onBlur: keep,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter') keep();
    },
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <section aria-labelledby="settings-analyst">
      <h2 id="settings-analyst">{t('settings.analyst')}</h2>
      <p className={classes['note']}>{t('settings.analystLead')}</p>
      <div className={classes['row']}>
        <TextInput {...field('name')} autoComplete="name" />
        <TextInput {...field('initials')} maxLength={8} w={80} />
      </div>
      <TextInput {...field('organization')} autoComplete="organization" />
      <OwnKey />
    </section>
  );
}

function OwnKey() {
  const { t } = useTranslation();
  const api = useApi();
  const { data, error } = useQuery(api.identity.get.queryOptions());
  return (
    <div>
      <span className={classes['label']} id="settings-key">
        {t('who.key')}
      </span>
      {data !== undefined && (
        <p className={classes['key']} aria-labelledby="settings-key">
          <Fingerprint of={data.fingerprint} />
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <p className={classes['note']}>{t('who.keyLead')}</p>
    </div>
  );
}
