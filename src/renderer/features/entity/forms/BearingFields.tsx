import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Credibility, Stance } from '#contract/vocabulary.ts';
import { StanceMark } from '../../../ui/EvidenceDot.tsx';
import classes from './forms.module.css';

export interface Bearing {
  stance: Stance;
  credibility: Credibility;
}

/** What evidence says when nothing else is said of it: it supports, and cannot be judged. */
export const plainBearing: Bearing = { stance: 'supports', credibility: '6' };

/** How a passage bears on a fact: for or against, and how credible what it says is. */
export function BearingFields({
  bearing,
  onBearing,
}: {
  bearing: Bearing;
  onBearing: (bearing: Bearing) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div className={classes['bearing']}>
      <fieldset className={classes['fieldset']}>
        <legend className={classes['label']}>{t('entity.bearing')}</legend>
        <div className={classes['stances']}>
          {Stance.options.map((stance) => (
            <label key={stance} className={classes['stance']}>
              <input
                type="radio"
                name={name}
                checked={bearing.stance === stance}
                onChange={() => onBearing({ ...bearing, stance })}
              />
              <StanceMark stance={stance} />
            </label>
          ))}
        </div>
      </fieldset>
      <CredibilityField
        value={bearing.credibility}
        onChange={(credibility) => onBearing({ ...bearing, credibility })}
      />
    </div>
  );
}

/** The second axis of the Admiralty code, 1 to 6. */
export function CredibilityField({
  value,
  onChange,
  bare = false,
}: {
  value: Credibility;
  onChange: (value: Credibility) => void;
  /** Without a visible label, where the place says what it is. */
  bare?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...(bare ? { 'aria-label': t('credibility.label') } : { label: t('credibility.label') })}
      value={value}
      data={Credibility.options.map((one) => ({ value: one, label: t(`credibility.${one}`) }))}
      onChange={(event) => {
        const chosen = Credibility.safeParse(event.currentTarget.value);
        if (chosen.success) onChange(chosen.data);
      }}
    />
  );
}
