import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskedPassphrase } from '../../passphrase/AskedPassphrase.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

/** Asks for the passphrase of an encrypted package. */
export function AskPassphrase() {
  const { t } = useTranslation();
  const { name, error } = useTaking();
  const { look, leave } = useTakingWork();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={classes['page']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') look(typed);
      }}
    >
      <h3>{t('exchange.takeInStep.encrypted', { name })}</h3>
      <p>{t('exchange.takeInStep.encryptedLead')}</p>
      <div className={classes['narrow']}>
        <AskedPassphrase fieldRef={field} value={typed} onChange={setTyped} failure={error} />
      </div>
      <div className={classes['acts']}>
        <Button type="submit" variant="filled" disabled={typed === ''}>
          {t('exchange.takeInStep.open')}
        </Button>
        <Button onClick={leave}>{t('exchange.takeInStep.other')}</Button>
      </div>
    </form>
  );
}
