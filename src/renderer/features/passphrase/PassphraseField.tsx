import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

/** A field for a passphrase, with the button that shows what is typed in it. */
export function PassphraseField({
  label,
  value,
  onChange,
  error,
  isNew = false,
  autoFocus = false,
  describedBy,
  fieldRef,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  /** One that is being chosen, not one that is asked for. */
  isNew?: boolean;
  autoFocus?: boolean;
  /** Id of what says more of it. */
  describedBy?: string | undefined;
  fieldRef?: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <TextInput
      ref={fieldRef}
      label={label}
      type={shown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'off'}
      autoCapitalize="off"
      spellCheck={false}
      {...(autoFocus && { 'data-autofocus': true })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <ActionIcon
          size={22}
          variant="subtle"
          aria-label={t('passphrase.show')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon size={16} aria-hidden="true" />
        </ActionIcon>
      }
    />
  );
}
