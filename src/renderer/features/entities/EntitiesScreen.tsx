import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { count } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { nothingSelected, type Selection } from '../../ui/selection.ts';
import { VirtualTable, type Sorting } from '../../ui/VirtualTable.tsx';
import { useEntityColumns } from './entity-columns.tsx';
import { KindFilter } from './KindFilter.tsx';
import { NewEntity } from './NewEntity.tsx';
import { useEntityList, type EntitySort } from './use-entity-list.ts';
import classes from './entities.module.css';

/** All entities of the case in one table. */
export function EntitiesScreen() {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { info, canWrite } = useCase();
  const [isMaking, setIsMaking] = useState(false);
  const tableId = useId();
  const [kind, setKind] = useState<EntityKind | null>(null);
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<Sorting<EntitySort>>({ by: 'name', descending: false });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const field = useRef<HTMLInputElement>(null);
  const list = useEntityList({ kind, text, sort: sorting.by });
  const columns = useEntityColumns();
  useCommand({
    id: 'list.filter',
    title: 'command.filter',
    group: 'view',
    keys: ['mod+f'],
    run: () => field.current?.select(),
  });
  /** From the field one goes down into the table, or leaves for it. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    event.preventDefault();
    const table = document.getElementById(tableId);
    if (table === null) field.current?.blur();
    else table.focus();
  };
  const empty = !list.pending && list.total === 0;
  return (
    <>
      <div className={classes['toolbar']}>
        <h2>{t('rail.entities')}</h2>
        <span className={classes['count']} aria-live="polite">
          {list.pending ? '' : count(list.total, currentLanguage())}
        </span>
        <KindFilter
          kind={kind}
          onKind={(next) => {
            setKind(next);
            setSelection(nothingSelected);
          }}
        />
        <TextInput
          ref={field}
          className={classes['filter'] ?? ''}
          aria-label={t('entities.filter')}
          placeholder={t('entities.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setSelection(nothingSelected);
          }}
          onKeyDown={onKeyDown}
        />
        <NewEntity kind={kind} name={empty ? text : ''} open={isMaking} onOpen={setIsMaking} />
      </div>
      {list.error !== null && <ErrorNotice error={list.error} />}
      {empty && info.counts.entities === 0 ? (
        <EmptyState
          {...(canWrite && {
            action: {
              label: t('command.newEntity'),
              keys: hint('entity.new').keys,
              run: () => setIsMaking(true),
            },
          })}
        >
          {t('entities.empty')}
        </EmptyState>
      ) : empty ? (
        <EmptyState
          action={{
            label: t('common.clear'),
            run: () => {
              setText('');
              setKind(null);
            },
          }}
        >
          {t('entities.noneMatch')}
        </EmptyState>
      ) : (
        <VirtualTable
          id={tableId}
          label={t('rail.entities')}
          list={list}
          columns={columns}
          rowKey={(entity) => entity.id}
          sorting={sorting}
          // The engine sorts names upwards and the others downwards.
          onSort={({ by }) => setSorting({ by, descending: by !== 'name' })}
          selection={selection}
          onSelect={setSelection}
          onOpen={(entity) => go({ screen: 'entity', id: entity.id })}
        />
      )}
    </>
  );
}
