import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/i18n.ts';
import { errorWords } from './error-words.ts';
import classes from './places.module.css';

/** Says what happened, that nothing was lost and what to do. Read out as soon as it appears. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { sentence, next } = errorWords(error, currentLanguage());
  return (
    <div className={classes['error']} role="alert">
      <IconAlertCircle size={16} aria-hidden="true" />
      <div className={classes['errorBody']}>
        <p>{sentence}</p>
        {next !== undefined && <p className={classes['next']}>{next}</p>}
      </div>
      {onRetry !== undefined && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </div>
  );
}
