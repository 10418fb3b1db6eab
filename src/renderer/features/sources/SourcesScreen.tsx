import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconFilter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
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
import { VirtualTable, type Sorting } from '../../ui/VirtualTable.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { dismissImport, useImport } from './import-store.ts';
import { useImportWork } from './import-work.ts';
import { useSourceColumns, type SourceSort } from './source-columns.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import classes from './sources.module.css';

/** All sources of the case in one table; beside it where the selected ones come from, or the import. */
export function SourcesScreen() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info, canWrite } = useCase();
  const { choose } = useImportWork();
  const importing = useImport((state) => state.open);
  const importKeys = useCommandKeys('case.import');
  const [text, setText] = useState('');
  const [filter] = useDebouncedValue(text, 120);
  const [reading, setReading] = useState<Reading | null>(null);
  const [sorting, setSorting] = useState<Sorting<SourceSort>>({ by: 'title', descending: false });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const field = useRef<HTMLInputElement>(null);
  const columns = useSourceColumns();
  const query = useMemo(
    () => (offset: number, limit: number) =>
      api.sources.list.queryOptions({
        input: {
          handle,
          filter,
          ...(reading !== null && { reading }),
          offset,
          limit,
          sort: sorting.by,
          descending: sorting.descending,
        },
      }),
    [api, filter, handle, reading, sorting],
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
  const empty = !list.pending && list.total === 0;
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
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            reset();
          }}
        />
        <NativeSelect
          aria-label={t('source.reading')}
          value={reading ?? ''}
          data={[
            { value: '', label: t('sources.reading.any') },
            ...Reading.options.map((value) => ({ value, label: t(`sources.reading.${value}`) })),
          ]}
          onChange={(event) => {
            setReading(Reading.safeParse(event.currentTarget.value).data ?? null);
            reset();
          }}
        />
        {canWrite && (
          <Button leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={choose}>
            {t('import.choose')}
          </Button>
        )}
      </div>
      {list.error !== null && <ErrorNotice error={list.error} />}
      {empty && info.counts.sources === 0 && filter === '' && reading === null ? (
        <EmptyState
          {...(canWrite && {
            action: { label: t('import.choose'), run: choose, keys: importKeys },
          })}
        >
          {t('sources.empty')}
        </EmptyState>
      ) : empty ? (
        <EmptyState
          action={{
            label: t('common.clear'),
            run: () => {
              setText('');
              setReading(null);
            },
          }}
        >
          {reading === null ? t('sources.noneMatch', { filter }) : t('sources.noneWanted')}
        </EmptyState>
      ) : (
        <VirtualTable
          label={t('rail.sources')}
          list={list}
          columns={columns}
          rowKey={(source) => source.id}
          sorting={sorting}
          onSort={(next) => {
            setSorting(next);
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
        {importing ? <ImportPanel /> : <SourcePanel keys={[...selection.keys]} onRemoved={reset} />}
      </Inspector>
    </>
  );
}
