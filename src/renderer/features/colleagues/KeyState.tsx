import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './colleagues.module.css';

/** Whether somebody made sure that a key is its owner's: a sign and a word. */
export function KeyState({ trusted }: { trusted: boolean }) {
  const { t } = useTranslation();
  const Icon = trusted ? IconShieldCheck : IconAlertTriangle;
  return (
    <span className={classes['keyState']} data-trusted={trusted}>
      <Icon size={14} aria-hidden="true" />
      {t(trusted ? 'colleagues.compared' : 'colleagues.notCompared')}
    </span>
  );
}
