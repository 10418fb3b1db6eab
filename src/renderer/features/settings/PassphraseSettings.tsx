import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useKeychain } from '../passphrase/use-keychain.ts';
import { ChangePassphrase, type PassphraseAct } from './ChangePassphrase.tsx';
import classes from './settings.module.css';

/** Whether the case is encrypted, and how that is changed. */
export function PassphraseSettings() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { info, canWrite } = useCase();
  const [wanted, setAct] = useState<PassphraseAct | null>(null);
  const keychain = useKeychain(bridge, info.id);
  const acts: readonly PassphraseAct[] = info.encrypted ? ['change', 'remove'] : ['set'];
  // What was wanted before another window did it has no meaning any more.
  const act = wanted !== null && acts.includes(wanted) ? wanted : null;
  return (
    <section aria-labelledby="settings-passphrase">
      <h2 id="settings-passphrase">{t('passphrase.label')}</h2>
      <p className={classes['note']}>
        {info.encrypted ? t('passphrase.isSet') : t('passphrase.isNotSet')}
      </p>
      {!canWrite && <p className={classes['note']}>{t('passphrase.readOnly')}</p>}
      {canWrite && act === null && (
        <Group gap={8}>
          {acts.map((one) => (
            <Button key={one} onClick={() => setAct(one)}>
              {t(`passphrase.${one}`)}
            </Button>
          ))}
        </Group>
      )}
      {canWrite && act !== null && <ChangePassphrase act={act} onEnd={() => setAct(null)} />}
      {keychain.has && (
        <Group gap={12}>
          <p className={classes['note']}>{t('keychain.kept')}</p>
          <Button onClick={() => void keychain.forget()}>{t('keychain.forget')}</Button>
        </Group>
      )}
    </section>
  );
}
