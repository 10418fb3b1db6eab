import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../inspector/Section.tsx';
import classes from './custody.module.css';
import { CustodyForm } from './CustodyForm.tsx';
import { CustodyLine } from './CustodyLine.tsx';

/** How a source's document came into somebody's hands, and where it went: the log of its custody. */
export function Custody({ source }: { source: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { data, error } = useQuery(
    api.custody.list.queryOptions({ input: { handle, id: source } }),
  );
  const [adding, setAdding] = useState(false);
  const entries = data ?? [];
  return (
    <Section
      title={t('custody.title')}
      count={entries.length}
      action={
        canWrite &&
        !adding && (
          <ActionIcon size={24} aria-label={t('custody.add')} onClick={() => setAdding(true)}>
            <IconPlus size={14} aria-hidden="true" />
          </ActionIcon>
        )
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {data?.length === 0 && !adding && <p className={classes['none']}>{t('custody.none')}</p>}
      {entries.length > 0 && (
        <ol className={classes['log']}>
          {entries.map((entry) => (
            <CustodyLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {adding && (
        <CustodyForm
          label={t('custody.add')}
          onKeep={(words) => client.custody.add({ handle, source, words })}
          onLeave={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
