import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './passphrase.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';

/** A passphrase as it is being chosen, typed twice. */
export interface Chosen {
  passphrase: string;
  again: string;
}

export const nothingChosen: Chosen = { passphrase: '', again: '' };

export function isChosen({ passphrase, again }: Chosen): boolean {
  return passphrase !== '' && passphrase === again;
}

/**
 * Where a passphrase is chosen: how long it would hold, and that a lost one is lost.
 *
 * @param warning what is lost with it: a case and its backups, when left out
 * @param tried whether the person went on already, so that what is missing is told
 * @param known words that someone who guesses would try first
 */
export function NewPassphrase({
  label,
  chosen,
  onChange,
  tried,
  known,
  warning,
}: {
  label: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  tried: boolean;
  known: readonly string[];
  warning?: string;
}) {
  const { t } = useTranslation();
  const meter = useId();
  const { passphrase, again } = chosen;
  const differs =
    passphrase !== again && (tried || (again !== '' && again.length >= passphrase.length));
  return (
    <>
      <div className={classes['pair']}>
        <PassphraseField
          label={label}
          isNew
          describedBy={meter}
          value={passphrase}
          error={tried && passphrase === '' ? t('newCase.noPassphrase') : undefined}
          onChange={(value) => onChange({ ...chosen, passphrase: value })}
        />
        <PassphraseField
          label={t('passphrase.again')}
          isNew
          value={again}
          error={differs ? t('passphrase.differs') : undefined}
          onChange={(value) => onChange({ ...chosen, again: value })}
        />
      </div>
      <StrengthMeter id={meter} passphrase={passphrase} known={known} />
      <p className={classes['warning']}>
        <IconAlertTriangle size={16} aria-hidden="true" />
        {warning ?? t('passphrase.warning')}
      </p>
    </>
  );
}
