import { ActionIcon, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
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
import { moveInList } from '../../ui/list-keys.ts';
import { usePagedList } from '../../ui/paged.ts';
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
  const scroller = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const virtual = useVirtualizer({
    count: list.total,
    estimateSize: () => 33,
    getScrollElement: () => scroller.current,
    // What is expanded keeps its height when newer gestures come before it.
    getItemKey: (index) => list.at(index)?.id ?? `place ${index}`,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = list;
  useEffect(() => show(first, last));

  const toggle = (id: number): void =>
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const move = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset['gesture'] ?? -1);
    if (at < 0) return;
    const next = moveInList(event.key, at, list.total, 10);
    if (next === null) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: 'auto' });
    // What lies further off is drawn only once it has been scrolled to.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-gesture="${next}"]`)?.focus(),
    );
  };

  if (!list.pending && list.total === 0) return <EmptyState>{t('history.noneMatch')}</EmptyState>;
  return (
    // The keys are those of the gestures within, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className={classes['gestures']} onKeyDown={move}>
      <div className={classes['length']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const gesture = list.at(index);
          return (
            <article
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={classes['gesture']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {gesture !== undefined && (
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
            </article>
          );
        })}
      </div>
    </div>
  );
}

/** Whether a gesture is the first shown of its day, by the computer's calendar. */
function startsDay({ at }: Gesture, newer: Gesture | undefined): boolean {
  return newer === undefined || new Date(at).toDateString() !== new Date(newer.at).toDateString();
}
