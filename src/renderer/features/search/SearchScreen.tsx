import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HitKind, type SearchHit } from '#contract/search.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { go, type Route } from '../../app/navigation.ts';
import { Navigator } from '../../app/slots.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useListField } from '../../ui/use-list-field.ts';
import { VirtualList, optionId } from '../../ui/VirtualList.tsx';
import { Facets } from './Facets.tsx';
import { HitLine } from './HitLine.tsx';
import { hitRoute } from './hit-route.ts';
import { hitsAtATime, useHits } from './use-hits.ts';
import classes from './search.module.css';

/** What was searched for last, and in which case. */
let last = { of: '', query: '' };

function lastQuery(caseId: string): string {
  return last.of === caseId ? last.query : '';
}

/** Everything in the case that holds the words, accents and case ignored; by kind at the left. */
export function SearchScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const { info } = useCase();
  // Who comes back finds what was searched for last; typing replaces it.
  const [text, setText] = useState(route.query ?? lastQuery(info.id));
  const [kind, setKind] = useState<HitKind | null>(null);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [query] = useDebouncedValue(text.trim(), 120);
  const { list, counts, isCut, error, isSettled } = useHits(query, kind);
  // The box in the header may send another query here.
  useEffect(() => {
    if (route.query !== undefined) setText(route.query);
  }, [route.query]);
  useEffect(() => field.current?.select(), []);
  // The address keeps the query, so that going back finds it.
  useEffect(() => {
    last = { of: info.id, query };
    if (query !== (route.query ?? '')) go({ screen: 'search', query }, { replace: true });
    // Follows what is typed only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [query]);
  useCommand({
    id: 'list.filter',
    title: 'command.filter',
    group: 'view',
    keys: ['mod+f'],
    run: () => field.current?.select(),
  });

  const found = counts !== null;
  const open = (hit: SearchHit | undefined): void => {
    if (hit !== undefined) go(hitRoute(hit));
  };
  const onKeyDown = useListField({
    list: listId,
    active,
    total: list.total,
    settled: query === text.trim() && isSettled,
    onActive: setActive,
    onTake: (index) => open(list.at(index)),
  });
  return (
    <>
      <Navigator>
        <Facets
          counts={counts}
          kind={kind}
          onKind={(next) => {
            setKind(next);
            setActive(-1);
          }}
        />
      </Navigator>
      <div className={classes['bar']}>
        <TextInput
          ref={field}
          className={classes['field'] ?? ''}
          aria-label={t('rail.search')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          role="searchbox"
          aria-controls={listId}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(-1);
          }}
          aria-activedescendant={
            active >= 0 && active < list.total ? optionId(listId, active) : undefined
          }
          onKeyDown={onKeyDown}
        />
        <span role="status" className={classes['total']}>
          {found ? t('search.found', { count: total(counts, kind) }) : ''}
          {isCut && ` · ${t('search.cut', { count: hitsAtATime })}`}
        </span>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {query === '' ? (
        <EmptyState>{t('search.begin')}</EmptyState>
      ) : found && list.total === 0 ? (
        <EmptyState>{t('search.nothing', { query })}</EmptyState>
      ) : (
        <VirtualList
          id={listId}
          label={t('search.results')}
          list={list}
          itemKey={(hit) => `${hit.kind}/${hit.id}/${hit.start ?? ''}`}
          active={active}
          onActive={setActive}
          onChoose={open}
          rowHeight={52}
        >
          {(hit) => <HitLine hit={hit} />}
        </VirtualList>
      )}
    </>
  );
}

function total(counts: Partial<Record<HitKind, number>>, kind: HitKind | null): number {
  const kinds = kind === null ? HitKind.options : [kind];
  return kinds.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
}
