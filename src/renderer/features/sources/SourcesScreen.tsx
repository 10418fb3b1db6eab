import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { Reading } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand, useCommandKeys } from '../../app/commands.ts';
import { count } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { Inspector } from '../../app/slots.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePagedList } from '../../ui/paged.ts';
import { nothingSelected, type Selection } from '../../ui/selection.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { useWatchedFolder } from '../watching/use-watched-folder.ts';
import { WatchedBanner } from '../watching/WatchedBanner.tsx';
import { ImportButtons } from './importing/ImportButtons.tsx';
import { ImportPanel } from './importing/ImportPanel.tsx';
import { dismissImport, useImport } from './import-store.ts';
import { useImportWork } from './import-work.ts';
import { useSourceColumns } from './source-columns.tsx';
import {
  everySource,
  filterOf,
  listsAll,
  useListedSources,
  type ListedSources,
} from './source-filter.ts';
import { SourceFilterChips } from './SourceFilterChips.tsx';
import { SourceFilters } from './SourceFilters.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import type { NamedSource } from './SourceField.tsx';
import classes from './sources.module.css';

/** All sources of the case in one table; beside it where the selected ones come from, or the import. */
export function SourcesScreen() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info, canWrite } = useCase();
  const { choose } = useImportWork();
  const importing = useImport((state) => state.open);
  const importKeys = useCommandKeys('case.import');
  const { listed, sorting, change } = useListedSources(handle);
  const [filter] = useDebouncedValue(listed.text, 120);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const field = useRef<HTMLInputElement>(null);
  const watched = useWatchedFolder(handle);
  const asked = useMemo(() => filterOf(listed), [listed]);
  const query = useMemo(
    () => (offset: number, limit: number) =>
      api.sources.list.queryOptions({
        input: {
          handle,
          filter,
          ...asked,
          offset,
          limit,
          sort: sorting.by,
          descending: sorting.descending,
        },
      }),
    [api, asked, filter, handle, sorting],
  );
  const list = usePagedList<Source>(query);
  useCommand({
    id: 'list.filter',
    title: 'command.filter',
    group: 'view',
    keys: ['mod+f'],
    run: () => field.current?.select(),
  });

  const reset = (): void => setSelection(nothingSelected);
  const show = (changes: Partial<ListedSources>): void => {
    change({ listed: { ...listed, ...changes } });
    reset();
  };
  const showWithin = useCallback(
    (container: NamedSource) => {
      change({ listed: { ...everySource, container } });
      setSelection(nothingSelected);
    },
    [change],
  );
  const columns = useSourceColumns(showWithin);
  const empty = !list.pending && list.error === null && list.total === 0;
  return (
    <>
      <div className={classes['toolbar']}>
        <h2>{t('rail.sources')}</h2>
        <span className={classes['count']} aria-live="polite">
          {list.pending ? '' : count(list.total, currentLanguage())}
        </span>
        <TextInput
          ref={field}
          className={classes['filter'] ?? ''}
          aria-label={t('sources.filter')}
          placeholder={t('sources.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          value={listed.text}
          onChange={(event) => show({ text: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('source.reading')}
          value={listed.reading ?? ''}
          data={[
            { value: '', label: t('sources.reading.any') },
            ...Reading.options.map((value) => ({ value, label: t(`sources.reading.${value}`) })),
          ]}
          onChange={(event) =>
            show({ reading: Reading.safeParse(event.currentTarget.value).data ?? null })
          }
        />
        <SourceFilters listed={listed} error={list.error} onChange={show} />
        {canWrite && <ImportButtons watched={watched} />}
      </div>
      {canWrite && watched !== null && <WatchedBanner folder={watched} />}
      <SourceFilterChips listed={listed} onChange={show} />
      {list.error !== null && <ErrorNotice error={list.error} />}
      {empty && info.counts.sources === 0 && listsAll(listed) ? (
        <EmptyState
          {...(canWrite && {
            action: { label: t('import.choose'), run: choose, keys: importKeys },
          })}
        >
          {t('sources.empty')}
        </EmptyState>
      ) : empty ? (
        <EmptyState action={{ label: t('common.clear'), run: () => show(everySource) }}>
          {listsAll({ ...listed, text: '' })
            ? t('sources.noneMatch', { filter })
            : t('sources.noneWanted')}
        </EmptyState>
      ) : (
        <VirtualTable
          label={t('rail.sources')}
          list={list}
          columns={columns}
          rowKey={(source) => source.id}
          sorting={sorting}
          onSort={(next) => {
            change({ sorting: next });
            reset();
          }}
          selection={selection}
          onSelect={(next) => {
            // A result that was there to be read makes room for what is selected.
            if (useImport.getState().phase === 'ended') dismissImport();
            setSelection(next);
          }}
          onOpen={(source) => go({ screen: 'source', id: source.id })}
        />
      )}
      <Inspector>
        {importing ? (
          <ImportPanel />
        ) : (
          <SourcePanel keys={[...selection.keys]} onRemoved={reset} onWithin={showWithin} />
        )}
      </Inspector>
    </>
  );
}
