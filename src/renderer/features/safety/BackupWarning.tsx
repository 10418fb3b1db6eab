import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { useBackupStatus } from './use-backup-status.ts';
import classes from './safety.module.css';

/** Says in the status bar of every screen that the last backup failed; a click leads to why. */
export function BackupWarning() {
  const { t } = useTranslation();
  const { handle } = useCase();
  const status = useBackupStatus(handle);
  if (status === null || status.failure === null) return null;
  return (
    <button type="button" className={classes['warning']} onClick={() => go({ screen: 'settings' })}>
      <IconAlertTriangle size={12} aria-hidden="true" />
      {t('safety.warning')}
    </button>
  );
}
