import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dismissFailure, dismissLock, openCase, useSession } from '../../app/session.ts';
import { AskedPassphrase } from '../passphrase/AskedPassphrase.tsx';
import { useKeychain } from '../passphrase/use-keychain.ts';
import { showCase, useLock } from './lock-store.ts';
import classes from './lock.module.css';

/** All that is on the page while a case is locked: nothing of the case, not even its name. */
export function LockScreen() {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { handle, info, close } = useCase();
  const { idle, waiting } = useLock();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const keychain = useKeychain(bridge, info.id);
  useEffect(() => field.current?.focus(), []);

  /** @returns whether the passphrase was the right one */
  const unlock = async (words: string): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await client.cases.unlock({ handle, passphrase: words });
      showCase();
      return true;
    } catch (error) {
      if (error instanceof CaseError && error.code === 'case.notOpen') {
        // The engine was started anew, so the file is opened anew, and this window begins with it.
        await openCase(client, info.path, words);
        const { locked: asked, failure: other } = useSession.getState();
        if (asked === null && other === null) return true;
        dismissLock();
        dismissFailure();
        setFailure(asked?.error ?? other);
        return asked === null;
      }
      setFailure(error);
      field.current?.select();
      return !(error instanceof CaseError && error.code === 'case.passphraseWrong');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase !== '' && !busy) void unlock(passphrase);
  };
  return (
    <main className={classes['screen']}>
      <form className={classes['card']} onSubmit={submit} aria-labelledby="lock-title">
        <IconLock size={28} stroke={1.5} aria-hidden="true" />
        <h1 id="lock-title">{t('lock.title')}</h1>
        <p>
          {idle && `${t('lock.idle')} `}
          {waiting ? t('lock.waiting') : t('lock.lead')}
        </p>
        <AskedPassphrase
          fieldRef={field}
          value={passphrase}
          failure={failure}
          stale={keychain.stale}
          onChange={setPassphrase}
        />
        <Button type="submit" variant="filled" loading={busy} disabled={passphrase === ''}>
          {t('lock.unlock')}
        </Button>
        {keychain.has && (
          <Button disabled={busy} onClick={() => void keychain.use(unlock)}>
            {t('keychain.unlock')}
          </Button>
        )}
        <div className={classes['leave']}>
          <Button variant="subtle" color="gray" onClick={close}>
            {t('lock.close')}
          </Button>
          <p>{t('lock.closeWarning')}</p>
        </div>
      </form>
    </main>
  );
}
