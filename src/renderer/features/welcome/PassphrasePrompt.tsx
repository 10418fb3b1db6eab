import { Button, Modal, PasswordInput } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/api.ts';
import { dismissLock, openCase, useSession } from '../../app/session.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { errorWords } from '../../ui/error-words.ts';
import classes from './forms.module.css';

/** Asks for the passphrase of an encrypted file. A wrong one stays, is said to be wrong, and can be mended. */
export function PassphrasePrompt({ path, error }: { path: string; error: unknown }) {
  const { t } = useTranslation();
  const client = useClient();
  const busy = useSession((state) => state.busy);
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== null && !busy) field.current?.select();
  }, [busy, error]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase !== '' && !busy) void openCase(client, path, passphrase);
  };
  const words = error === null ? null : errorWords(error, currentLanguage());
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
        <PasswordInput
          ref={field}
          data-autofocus
          label={t('passphrase.label')}
          autoComplete="off"
          value={passphrase}
          error={words === null ? undefined : [words.sentence, words.next].join(' ')}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button onClick={dismissLock}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={passphrase === ''}>
            {t('common.open')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
