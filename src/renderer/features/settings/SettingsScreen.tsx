import { SegmentedControl, Slider, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '#contract/vocabulary.ts';
import { useChangeSettings, useSettings } from '../../app/settings.tsx';
import { BackupSettings } from '../safety/BackupSettings.tsx';
import { CaseBackups } from '../safety/CaseBackups.tsx';
import { CaseCheck } from '../safety/CaseCheck.tsx';
import { AnalystSettings } from './AnalystSettings.tsx';
import { CaseSettings } from './CaseSettings.tsx';
import { KeyboardSettings } from './KeyboardSettings.tsx';
import { LockSettings } from './LockSettings.tsx';
import { PassphraseSettings } from './PassphraseSettings.tsx';
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
      <div className={classes['column']}>
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
        <KeyboardSettings />
        <LockSettings />
        <BackupSettings />
      </div>
      <div className={classes['column']}>
        <CaseSettings />
        <PassphraseSettings />
        <CaseBackups />
        <CaseCheck />
      </div>
    </div>
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
