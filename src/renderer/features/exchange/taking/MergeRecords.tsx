import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview, MergeRecord, MergeState } from '#contract/merge.ts';
import { useCommand } from '../../../app/commands.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { showError } from '../../../app/notices.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { nothingSelected } from '../../../ui/selection.ts';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { recordTables, tableWords } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import { isLeftOut, withRecords } from './left-out.ts';
import { useRecordColumns } from './merge-columns.tsx';
import { mergeStates } from './merge-words.ts';
import type { RecordFilter } from './MergePreview.tsx';
import { RecordDetail } from './RecordDetail.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useMergeRecords } from './use-merge-records.ts';

const unsorted = { by: 'record', descending: false } as const;
const keyOf = ({ record }: MergeRecord): string => `${record.table} ${record.id}`;

/** Every record that the merge concerns, with what becomes of it; those selected can be left out together. */
export function MergeRecords({
  preview,
  filter,
  onFilter,
}: {
  preview: MergePreview;
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const hint = useKeyHints()('takeIn.leaveOut');
  const [text] = useDebouncedValue(filter.text.trim(), 200);
  const list = useMergeRecords(preview.id, { ...filter, text });
  const [selection, setSelection] = useState(nothingSelected);
  const columns = useRecordColumns();
  const { leftOut } = useTaking();
  const active = list.at(selection.active);
  const willTake = active !== undefined && isLeftOut(leftOut, active.record);
  const isFixed = active !== undefined && leftOut.tables.has(active.record.table);
  const canLeave = active !== undefined && active.state !== 'leftOut' && !isFixed;

  const toggle = (): void => {
    if (!canLeave) return;
    const apply = (items: readonly MergeRecord[]): void =>
      useTaking.setState((now) => ({
        leftOut: withRecords(
          now.leftOut,
          items.filter(({ state }) => state !== 'leftOut').map(({ record }) => record),
          !willTake,
        ),
      }));
    if (selection.keys.size < 2) apply([active]);
    else {
      list.collect(0, list.total - 1).then((all) => {
        apply(all.filter((item) => selection.keys.has(keyOf(item))));
      }, showError);
    }
  };
  useCommand(
    canLeave
      ? {
          id: 'takeIn.leaveOut',
          title: 'merge.leaveOut',
          group: 'entity',
          keys: ['x'],
          run: toggle,
        }
      : null,
  );
  const found = new Set(preview.totals.map(({ table }) => table));
  return (
    <div className={classes['records']}>
      <div className={classes['bar']}>
        <TextInput
          aria-label={t('merge.find')}
          placeholder={t('merge.find')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('merge.stateColumn')}
          value={filter.state ?? ''}
          data={[
            { value: '', label: t('merge.everyState') },
            ...mergeStates.map((value) => ({ value, label: t(`merge.state.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, state: stateNamed(value) })
          }
        />
        <NativeSelect
          aria-label={t('merge.kind')}
          value={filter.table ?? ''}
          data={[
            { value: '', label: t('merge.everyKind') },
            ...recordTables
              .filter((table) => found.has(table))
              .map((value) => ({ value, label: tableWords(value, wording) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, table: value === '' ? null : value })
          }
        />
        <p className={classes['listed']} role="status">
          {t('merge.listed', { count: list.total })}
        </p>
        <Button
          disabled={!canLeave}
          aria-keyshortcuts={hint.aria}
          rightSection={<Keys keys={hint.keys} />}
          onClick={toggle}
        >
          {t(willTake ? 'merge.takeAgain' : 'merge.leaveOut')}
        </Button>
      </div>
      {list.error !== null && <ErrorNotice error={list.error} />}
      {!list.pending && !list.outdated && list.total === 0 && list.error === null ? (
        <EmptyState>{t('merge.noneMatch')}</EmptyState>
      ) : (
        <VirtualTable
          label={t('merge.records')}
          list={list}
          columns={columns}
          rowKey={keyOf}
          sorting={unsorted}
          onSort={() => undefined}
          selection={selection}
          onSelect={setSelection}
          onOpen={() => undefined}
        />
      )}
      {active !== undefined && <RecordDetail item={active} />}
    </div>
  );
}

function stateNamed(value: string): MergeState | null {
  return mergeStates.find((state) => state === value) ?? null;
}
