import { ActionIcon, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gesture } from '#contract/history.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { count, wholeDay } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePagedList } from '../../ui/paged.ts';
import { VirtualEntries } from '../../ui/VirtualEntries.tsx';
import { GestureRow } from './GestureRow.tsx';
import { historyRoute, recordOf, type RecordRef } from './history-route.ts';
import classes from './history.module.css';
import { peopleOf, type Person } from './people.ts';
import { recordWords, tableWords } from './record-words.ts';
import { useWording } from './use-wording.ts';

/** Who did what to the case and when, the newest first, each with the way to take it back. */
export function HistoryScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const record = recordOf(route);
  const [person, setPerson] = useState<Person | null>(null);
  const [day, setDay] = useState('');
  const filter = JSON.stringify({
    ...person?.filter,
    ...(day !== '' && { from: day, to: day }),
    ...(record !== null && { record }),
  });
  const list = usePagedList<Gesture>(
    useCallback(
      (offset, limit) =>
        api.history.list.queryOptions({
          // The filter is one text so that a page is asked for anew only when it says something else.
          input: { handle, offset, limit, ...parsedFilter(filter) },
        }),
      [api, filter, handle],
    ),
  );
  const contributors = useQuery(api.history.people.queryOptions({ input: { handle } })).data ?? [];
  const people = peopleOf(contributors.map(({ actor }) => actor));
  return (
    <div className={classes['screen']}>
      <div className={classes['bar']}>
        <h2 className="lg-hidden">{t('rail.history')}</h2>
        <Select
          aria-label={t('history.person')}
          placeholder={t('history.everyone')}
          w={200}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          value={person?.value ?? null}
          data={people.map(({ value, label }) => ({ value, label }))}
          onChange={(chosen) => setPerson(people.find(({ value }) => value === chosen) ?? null)}
        />
        <TextInput
          type="date"
          aria-label={t('history.day')}
          w={150}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {record !== null && <RecordFilter record={record} />}
        <span className={classes['total']} role="status">
          {list.pending
            ? ''
            : t('history.gestures', {
                count: list.total,
                number: count(list.total, currentLanguage()),
              })}
        </span>
      </div>
      {list.error === null ? (
        <Gestures key={filter} list={list} />
      ) : (
        <div className={classes['padded']}>
          <ErrorNotice error={list.error} />
        </div>
      )}
    </div>
  );
}

interface Filter {
  actor?: string;
  key?: string;
  from?: string;
  to?: string;
  record?: RecordRef;
}

function parsedFilter(text: string): Filter {
  const filter: Filter = JSON.parse(text);
  return filter;
}

/** The record to which the history is narrowed, by its name, with the way back to the whole. */
function RecordFilter({ record }: { record: RecordRef }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const wording = useWording();
  const { data } = useQuery(
    api.history.ofRecord.queryOptions({ input: { handle, ...record, limit: 1 } }),
  );
  const { title } = data === undefined ? { title: '' } : recordWords(data.record, wording);
  return (
    <span className={classes['chip']}>
      <span className={classes['detail']}>{tableWords(record.table, wording)}</span> {title}
      <ActionIcon
        size={20}
        aria-label={t('history.wholeCase')}
        onClick={() => go(historyRoute(null))}
      >
        <IconX size={14} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}

function Gestures({ list }: { list: ReturnType<typeof usePagedList<Gesture>> }) {
  const { t } = useTranslation();
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const toggle = (id: number): void =>
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  if (!list.pending && list.total === 0) return <EmptyState>{t('history.noneMatch')}</EmptyState>;
  return (
    <VirtualEntries list={list} height={33} itemKey={({ id }) => id} overscan={12} page={10}>
      {(gesture, index) => (
        <>
          {startsDay(gesture, list.at(index - 1)) && (
            <h3 className={classes['day']}>{wholeDay(gesture.at, currentLanguage())}</h3>
          )}
          <GestureRow
            gesture={gesture}
            index={index}
            expanded={expanded.has(gesture.id)}
            onExpand={() => toggle(gesture.id)}
          />
        </>
      )}
    </VirtualEntries>
  );
}

/** Whether a gesture is the first shown of its day, by the computer's calendar. */
function startsDay({ at }: Gesture, newer: Gesture | undefined): boolean {
  return newer === undefined || new Date(at).toDateString() !== new Date(newer.at).toDateString();
}
