import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n.ts';
import { errorWords } from '../../ui/error-words.ts';
import { PassphraseField } from './PassphraseField.tsx';

/** The field for the passphrase that an encrypted file asks for, with what came of the one before. */
export function AskedPassphrase({
  value,
  onChange,
  failure,
  stale = false,
  autoFocus = false,
  fieldRef,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Why the file was not opened; null before anything was tried. */
  failure: unknown;
  /** The keychain had a passphrase, but not the present one. */
  stale?: boolean;
  autoFocus?: boolean;
  fieldRef?: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const words = failure === null ? null : errorWords(failure, currentLanguage());
  return (
    <PassphraseField
      {...(fieldRef !== undefined && { fieldRef })}
      autoFocus={autoFocus}
      label={t('passphrase.label')}
      value={value}
      error={
        stale
          ? t('keychain.stale')
          : words === null
            ? undefined
            : [words.sentence, words.next].join(' ')
      }
      onChange={onChange}
    />
  );
}
