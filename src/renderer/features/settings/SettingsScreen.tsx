import { SegmentedControl, Slider, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analyst } from '#contract/settings.ts';
import { Language } from '#contract/vocabulary.ts';
import type { z } from 'zod';
import { useChangeSettings, useSettings } from '../../app/settings.tsx';
import { CaseSettings } from './CaseSettings.tsx';
import classes from './settings.module.css';

type Schemes = 'light' | 'dark' | 'auto';
const schemes: readonly Schemes[] = ['auto', 'light', 'dark'];

/** What is kept on this computer, and what the case says of itself. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const settings = useSettings();
  const change = useChangeSettings();
  return (
    <div className={classes['page']}>
      <AnalystSettings analyst={settings.analyst} />
      <section aria-labelledby="settings-look">
        <h2 id="settings-look">{t('settings.look')}</h2>
        <Select
          label={t('settings.language')}
          w={240}
          allowDeselect={false}
          value={settings.language ?? 'auto'}
          data={[
            { value: 'auto', label: t('settings.ownLanguage') },
            ...Language.options.map((value) => ({
              value,
              label: value === 'en' ? 'English' : 'Español',
            })),
          ]}
          onChange={(value) =>
            change({ language: value === 'auto' ? null : Language.parse(value) })
          }
        />
        <div>
          <span className={classes['label']} id="settings-scheme">
            {t('settings.scheme')}
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby="settings-scheme"
            value={settings.colorScheme}
            data={schemes.map((value) => ({ value, label: t(`settings.schemes.${value}`) }))}
            onChange={(value) => {
              const colorScheme = schemes.find((scheme) => scheme === value);
              if (colorScheme !== undefined) change({ colorScheme });
            }}
          />
        </div>
        <ReadingSize key={settings.readingSize} size={settings.readingSize} />
      </section>
      <CaseSettings />
    </div>
  );
}

function AnalystSettings({ analyst }: { analyst: z.infer<typeof Analyst> }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  // One field may be kept while the next is typed in, so what was typed stands over what comes back.
  const [draft, setDraft] = useState<Partial<typeof analyst>>({});
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
    </section>
  );
}

/** Moves at once, is kept when the handle is let go. */
function ReadingSize({ size }: { size: number }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [value, setValue] = useState(size);
  return (
    <div>
      <span className={classes['label']}>
        {t('settings.readingSize')} · {t('settings.pixels', { size: value })}
      </span>
      <Slider
        w={240}
        min={12}
        max={28}
        step={1}
        label={null}
        thumbLabel={t('settings.readingSize')}
        value={value}
        onChange={setValue}
        onChangeEnd={(readingSize) => change({ readingSize })}
      />
      <p className={classes['sample']} style={{ fontSize: value, lineHeight: 1.65 }}>
        {t('settings.readingSample')}
      </p>
    </div>
  );
}
