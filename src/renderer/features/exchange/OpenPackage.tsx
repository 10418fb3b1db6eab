import { Button } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseActions } from '../welcome/case-actions.ts';
import classes from './exchange.module.css';

/** Opening what another team handed over as a case of its own. */
export function OpenPackage() {
  const { t } = useTranslation();
  const { openPackage } = useCaseActions();
  return (
    <section className={classes['takeIn']} aria-labelledby="take-in">
      <h3 id="take-in">{t('exchange.takeIn')}</h3>
      <p>{t('exchange.takeInLead')}</p>
      <div>
        <Button
          leftSection={<IconPackageImport size={16} aria-hidden="true" />}
          onClick={() => void openPackage()}
        >
          {t('command.openPackage')}
        </Button>
      </div>
    </section>
  );
}
