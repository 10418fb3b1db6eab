import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { showError } from '../../app/notices.tsx';
import { dismissLock, openCase, useSession } from '../../app/session.ts';
import { AskedPassphrase } from '../passphrase/AskedPassphrase.tsx';
import { KeepInKeychain, useKeychainOffer } from '../passphrase/KeepInKeychain.tsx';
import { useKeychain } from '../passphrase/use-keychain.ts';
import classes from './forms.module.css';

/** Asks for the passphrase of an encrypted file. A wrong one stays, is said to be wrong, and can be mended. */
export function PassphrasePrompt({ path, error }: { path: string; error: unknown }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const bridge = useBridge();
  const busy = useSession((state) => state.busy);
  const [passphrase, setPassphrase] = useState('');
  const [keep, setKeep] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const recent = useQuery(api.cases.recent.queryOptions()).data ?? [];
  const keychain = useKeychain(bridge, recent.find((one) => one.path === path)?.id ?? null);
  const offersKeychain = useKeychainOffer(bridge);
  useEffect(() => {
    if (error !== null && !busy) field.current?.select();
  }, [busy, error]);

  /** @returns whether the passphrase was the right one */
  const open = async (words: string): Promise<boolean> => {
    await openCase(client, path, words);
    return useSession.getState().locked === null;
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    void open(passphrase).then(async (right) => {
      const opened = useSession.getState().open;
      if (right && keep && opened !== null) {
        await bridge.keychain?.keep(opened.info.id, passphrase).catch(showError);
      }
    });
  };
  return (
    <Modal
      opened
      onClose={dismissLock}
      size={440}
      title={t('passphrase.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <p className={classes['path']}>{path}</p>
        <AskedPassphrase
          fieldRef={field}
          autoFocus
          value={passphrase}
          failure={error}
          stale={keychain.stale}
          onChange={setPassphrase}
        />
        {offersKeychain && !keychain.has && <KeepInKeychain checked={keep} onChange={setKeep} />}
        <div className={classes['buttons']}>
          {keychain.has && (
            <Button disabled={busy} onClick={() => void keychain.use(open)}>
              {t('keychain.unlock')}
            </Button>
          )}
          <Button onClick={dismissLock}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={passphrase === ''}>
            {t('common.open')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
