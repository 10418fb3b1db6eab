import { Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import classes from './colleagues.module.css';
import { compareKeys, verdictOf } from './compare-keys.ts';
import { CopyButton } from './CopyButton.tsx';
import { KeyGroups } from './KeyGroups.tsx';

/** A colleague’s fingerprint as it is here, and beside it as they read or sent it, group by group. */
export function CompareKeys({ name, fingerprint }: { name: string; fingerprint: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const groups = compareKeys(fingerprint, typed);
  const verdict = verdictOf(groups);
  return (
    <div className={classes['sides']}>
      <div>
        <h4>{t('colleagues.asHere')}</h4>
        <div className={classes['key']}>
          <KeyGroups
            label={t('colleagues.fingerprintOf', { name })}
            fingerprint={fingerprint}
            compared={groups}
          />
          <CopyButton text={groupedFingerprint(fingerprint)} label={t('colleagues.copy')} />
        </div>
      </div>
      <div>
        <Textarea
          classNames={{ input: classes['typed'] ?? '' }}
          label={t('colleagues.asTheirs')}
          placeholder={t('colleagues.asTheirsHint')}
          rows={4}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className={classes['verdict']} data-verdict={verdict ?? 'open'} role="status">
          {verdict === 'same' && <IconCheck size={16} aria-hidden="true" />}
          {verdict === 'other' && <IconAlertTriangle size={16} aria-hidden="true" />}
          {verdict === 'same' && t('colleagues.same')}
          {verdict === 'other' && t('colleagues.other')}
        </p>
      </div>
    </div>
  );
}
