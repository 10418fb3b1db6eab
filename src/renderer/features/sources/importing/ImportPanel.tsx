import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { dismissImport, useImport } from '../import-store.ts';
import classes from '../import.module.css';
import { ImportEnd } from './ImportEnd.tsx';
import { ImportFates } from './ImportFates.tsx';
import { ImportOrderForm } from './ImportOrderForm.tsx';
import { ImportProgress } from './ImportProgress.tsx';

/** What is to be imported and from where, then how far it is and each file's fate. */
export function ImportPanel() {
  const { t } = useTranslation();
  const phase = useImport((state) => state.phase);
  const error = useImport((state) => state.error);
  const kept = useKeptFocus<HTMLElement>(phase);
  return (
    <section {...kept} className={classes['panel']} aria-label={t('import.title')}>
      <header className={classes['head']}>
        <h2>{t('import.title')}</h2>
        <ActionIcon aria-label={t('common.close')} onClick={dismissImport}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes['body']}>
        {error !== null && <ErrorNotice error={error} />}
        {phase === 'chosen' ? (
          <ImportOrderForm />
        ) : (
          <>
            <ImportProgress />
            {phase === 'ended' && <ImportEnd />}
          </>
        )}
        <ImportFates />
      </div>
    </section>
  );
}
