import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { errorWords } from './error-words.ts';

/**
 * A date in EDTF, kept as it is written. Whether it is a date is the engine's to say: give the error of the call that
 * kept it, and the field shows it when it is about this very text.
 */
export function EdtfField({
  value,
  onChange,
  error,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  value: string;
  onChange: (value: string) => void;
  error?: unknown;
}) {
  const { t } = useTranslation();
  const wrong =
    error instanceof CaseError &&
    error.code === 'edtf.invalid' &&
    Object.values(error.details).some((detail) => String(detail).trim() === value.trim());
  return (
    <TextInput
      placeholder={t('date.placeholder')}
      autoComplete="off"
      spellCheck={false}
      {...rest}
      value={value}
      error={wrong ? errorWords(error, currentLanguage()).sentence : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
