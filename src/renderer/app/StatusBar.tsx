import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import { RunStatus } from '../features/dossier/acts/RunStatus.tsx';
import { BackupWarning } from '../features/safety/BackupWarning.tsx';
import { JobStatus } from '../features/sources/JobStatus.tsx';
import { currentLanguage } from '../i18n/i18n.ts';
import { useApi } from './api.ts';
import { useCase } from './case-context.tsx';
import { clockTime } from './format.ts';
import { useSettings } from './settings.tsx';
import classes from './Shell.module.css';

/** Case, when it was last saved, whether it is encrypted, the job under way, and who works here. */
export function StatusBar() {
  const { t } = useTranslation();
  const { info } = useCase();
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
      <RunStatus />
      <BackupWarning />
      <Who />
    </footer>
  );
}

/** Who works here, by the key of this computer when one looks closer. */
function Who() {
  const { t } = useTranslation();
  const api = useApi();
  const { analyst } = useSettings();
  const { data } = useQuery(api.identity.get.queryOptions());
  const key =
    data === undefined ? '' : t('who.keyOf', { key: groupedFingerprint(data.fingerprint) });
  const name = analyst.name || data?.name || t('status.noAnalyst');
  return (
    <span
      className={classes['statusEnd']}
      title={[name, analyst.organization, key].filter((part) => part !== '').join('\n')}
    >
      {analyst.initials || name}
    </span>
  );
}
