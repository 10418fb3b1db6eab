import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { JobStatus } from '../features/sources/JobStatus.tsx';
import { currentLanguage } from '../i18n/i18n.ts';
import { useCase } from './case-context.tsx';
import { clockTime } from './format.ts';
import { useSettings } from './settings.tsx';
import classes from './Shell.module.css';

/** Case, when it was last saved, whether it is encrypted, the job under way, and who works here. */
export function StatusBar() {
  const { t } = useTranslation();
  const { info } = useCase();
  const { analyst } = useSettings();
  const saved = info.revision.at;
  const Lock = info.encrypted ? IconLock : IconLockOpen;
  return (
    <footer className={classes['status']} aria-label={t('app.status')}>
      <span className={classes['statusTitle']} title={info.path}>
        {info.fileName}
      </span>
      {saved !== null && (
        <span>{t('status.saved', { time: clockTime(saved, currentLanguage()) })}</span>
      )}
      <span>
        <Lock size={12} aria-hidden="true" />
        {info.encrypted ? t('status.encrypted') : t('status.notEncrypted')}
      </span>
      <JobStatus />
      <span className={classes['statusEnd']} title={analyst.name}>
        {analyst.initials || analyst.name || t('status.noAnalyst')}
      </span>
    </footer>
  );
}
