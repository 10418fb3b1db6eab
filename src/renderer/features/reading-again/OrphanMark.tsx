import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './reading-again.module.css';

/** In a list, beside a source of which passages have no place in its text. */
export function OrphanMark({ orphans }: { orphans: number }) {
  const { t } = useTranslation();
  if (orphans === 0) return null;
  const label = t('orphans.left', { count: orphans });
  return (
    <span className={classes['mark']} role="img" aria-label={label} title={label}>
      <IconAlertTriangle size={14} aria-hidden="true" />
    </span>
  );
}
