import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustodyWords, type CustodyEntry } from '#contract/custody.ts';
import { ProvenanceChanges } from '#contract/source.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime } from '../../app/format.ts';
import { showError } from '../../app/notices.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { toWhom } from './acts.ts';
import classes from './custody.module.css';
import { CustodyForm } from './CustodyForm.tsx';

/** An entry of a custody log, which can be changed in its place. One that the program wrote can only be removed. */
export function CustodyLine({ entry }: { entry: CustodyEntry }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const [changing, setChanging] = useState(false);
  const { id, act, party, actor, happened, purpose, note } = entry;
  // `again` is the program's own word: there is nothing in it for a person to change.
  const words = CustodyWords.safeParse(entry);
  const remove = (): Promise<unknown> => client.custody.remove({ handle, id });
  if (changing && words.success) {
    return (
      <li>
        <CustodyForm
          label={t('custody.change')}
          first={words.data}
          onKeep={(changes) => client.custody.update({ handle, id, changes })}
          onRemove={remove}
          onLeave={() => setChanging(false)}
        />
      </li>
    );
  }
  const who = [
    party === '' ? '' : t(toWhom.has(act) ? 'custody.to' : 'custody.from', { party }),
    actor === '' ? '' : t('custody.by', { actor }),
    entry.fileName === '' ? '' : t('custody.as', { name: entry.fileName }),
  ].filter((part) => part !== '');
  return (
    <li className={classes['entry']}>
      <p className={classes['head']}>
        <strong>{t(`custody.acts.${act}`)}</strong>{' '}
        <span className={classes['when']}>
          {happened === '' ? dayAndTime(entry.createdAt, currentLanguage()) : happened}
        </span>
        {canWrite && words.success && (
          <ActionIcon
            size={22}
            className={classes['pen'] ?? ''}
            aria-label={t('custody.change')}
            onClick={() => setChanging(true)}
          >
            <IconPencil size={14} aria-hidden="true" />
          </ActionIcon>
        )}
        {canWrite && !words.success && (
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            className={classes['pen'] ?? ''}
            question={t('custody.removeQuestion')}
            onConfirm={() => void remove().catch(showError)}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
      </p>
      {who.length > 0 && <p>{who.join(', ')}</p>}
      {purpose !== '' && (
        <p>
          {t('custody.purpose')}: {purpose}
        </p>
      )}
      {note !== '' && <p className={classes['note']}>{note}</p>}
      <SaidThen provenance={entry.provenance} />
    </li>
  );
}

/** What was said of a document when it was imported again, which its source does not say. */
function SaidThen({ provenance }: Pick<CustodyEntry, 'provenance'>) {
  const { t } = useTranslation();
  const said = ProvenanceChanges.keyof().options.flatMap((field) => {
    const value = provenance[field];
    return value === undefined || value === '' ? [] : [{ field, value }];
  });
  if (said.length === 0) return null;
  return (
    <details className={classes['said']}>
      <summary>{t('custody.saidThen')}</summary>
      <dl>
        {said.map(({ field, value }) => (
          <div key={field}>
            <dt>{t(`source.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
