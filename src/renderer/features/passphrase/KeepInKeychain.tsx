import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostBridge } from '#contract/bridge.ts';

/** Whether passphrases can be kept in this computer's keychain at all. */
export function useKeychainOffer({ keychain }: HostBridge): boolean {
  const [available, setAvailable] = useState(false);
  useEffect(() => {
    keychain?.available().then(setAvailable, () => undefined);
  }, [keychain]);
  return available;
}

/** The tick that has a passphrase kept, and what that means. */
export function KeepInKeychain({
  checked,
  onChange,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('keychain.keep')}
      description={t('keychain.warning')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
