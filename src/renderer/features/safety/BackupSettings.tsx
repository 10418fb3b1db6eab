import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupPlan } from '#contract/settings.ts';
import { useChangeSettings, useSettings } from '../../app/settings.tsx';
import classes from './safety.module.css';

const limits = {
  everyMinutes: [0, 7 * 24 * 60],
  keepHours: [1, 720],
  keepDays: [0, 366],
  keepWeeks: [0, 520],
} as const;

/** When cases are backed up by themselves, how many backups are kept, and where. */
export function BackupSettings() {
  const { t } = useTranslation();
  const { backup, backupFolder } = useSettings();
  const change = useChangeSettings();
  const [folder, setFolder] = useState<string | null>(null);
  const number = (key: keyof BackupPlan) => {
    const [min, max] = limits[key];
    return (
      <NumberInput
        key={`${key} ${backup[key]}`}
        size="xs"
        label={t(`safety.plan.${key}`)}
        min={min}
        max={max}
        allowDecimal={false}
        defaultValue={backup[key]}
        onBlur={(event) => {
          const value = Number(event.currentTarget.value);
          if (!Number.isInteger(value) || value === backup[key]) return;
          change({ backup: { ...backup, [key]: Math.min(max, Math.max(min, value)) } });
        }}
      />
    );
  };
  return (
    <section aria-labelledby="safety-plan">
      <h2 id="safety-plan">{t('safety.planTitle')}</h2>
      <p className={classes['note']}>{t('safety.planLead')}</p>
      <div className={classes['plan']}>
        {number('everyMinutes')}
        {number('keepHours')}
        {number('keepDays')}
        {number('keepWeeks')}
      </div>
      <TextInput
        label={t('safety.folder')}
        placeholder={t('safety.ownFolder')}
        value={folder ?? backupFolder ?? ''}
        onChange={(event) => setFolder(event.currentTarget.value)}
        onBlur={() => {
          if (folder === null) return;
          change({ backupFolder: folder.trim() === '' ? null : folder.trim() });
          setFolder(null);
        }}
      />
    </section>
  );
}
