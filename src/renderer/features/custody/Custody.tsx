import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
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

/** Entries that are asked for at a time: what came with thousands of messages has as many. */
const page = 50;

/** How a source's document came into somebody's hands, and where it went: the log of its custody. */
export function Custody({ source }: { source: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    api.custody.list.infiniteOptions({
      input: (offset: number) => ({ handle, id: source, offset, limit: page }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const known = pages.length * page;
        return known < total ? known : undefined;
      },
    }),
  );
  const [adding, setAdding] = useState(false);
  const total = data?.pages.at(-1)?.total ?? 0;
  // They come the latest first, and are read in their order.
  const entries = data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  return (
    <Section
      title={t('custody.title')}
      count={total}
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
      {data !== undefined && total === 0 && !adding && (
        <p className={classes['none']}>{t('custody.none')}</p>
      )}
      {hasNextPage && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('custody.earlier', { count: total - entries.length })}
        </Button>
      )}
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
