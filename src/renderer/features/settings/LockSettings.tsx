import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/api.ts';
import { useChangeSettings, useSettings } from '../../app/settings.tsx';
import classes from './settings.module.css';

const offered = [1, 2, 5, 10, 15, 30, 60];

/** When encrypted cases are locked by themselves. */
export function LockSettings() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { lockAfterMinutes } = useSettings();
  const change = useChangeSettings();
  const minutes = [...new Set([...offered, ...(lockAfterMinutes > 0 ? [lockAfterMinutes] : [])])];
  return (
    <section aria-labelledby="settings-lock">
      <h2 id="settings-lock">{t('lock.settings')}</h2>
      <Select
        label={t('lock.after')}
        allowDeselect={false}
        value={String(lockAfterMinutes)}
        data={[
          ...minutes
            .toSorted((one, other) => one - other)
            .map((count) => ({ value: String(count), label: t('lock.minutes', { count }) })),
          { value: '0', label: t('lock.never') },
        ]}
        onChange={(value) => change({ lockAfterMinutes: Number(value) })}
      />
      <p className={classes['note']}>
        {bridge.kind === 'electron' ? t('lock.note') : t('lock.noteBrowser')}
      </p>
    </section>
  );
}
