import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MergePreview, MergeState } from '#contract/merge.ts';
import { count } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { recordTables, tableWords } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import { withTable, type LeftOut } from './left-out.ts';
import { mergeStates } from './merge-words.ts';
import type { RecordFilter } from './MergePreview.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';

/** How many records of each kind come in, by what becomes of them. A number shows its records; a kind can be left out. */
export function MergeTotals({
  totals,
  leftOut,
  filter,
  onFilter,
}: {
  totals: MergePreview['totals'];
  leftOut: LeftOut;
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const states = mergeStates.filter((state) => totals.some((total) => total.state === state));
  const rank = (table: string): number => {
    const at = recordTables.findIndex((one) => one === table);
    return at < 0 ? recordTables.length : at;
  };
  const tables = [...new Set(totals.map(({ table }) => table))].toSorted(
    (a, b) => rank(a) - rank(b),
  );
  const counted = (table: string | null, state: MergeState): number =>
    totals
      .filter((total) => total.state === state && (table === null || total.table === table))
      .reduce((sum, total) => sum + total.count, 0);
  const cell = (table: string | null, state: MergeState) => (
    <td key={state}>
      <Cell
        table={table}
        state={state}
        found={counted(table, state)}
        filter={filter}
        onFilter={onFilter}
      />
    </td>
  );
  return (
    <table className={classes['matrix']} aria-label={t('merge.totals')}>
      <thead>
        <tr>
          <th scope="col">{t('merge.kind')}</th>
          {states.map((state) => (
            <th key={state} scope="col">
              <span className={classes['state']} data-state={state}>
                {t(`merge.state.${state}`)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('merge.all')}</th>
          {states.map((state) => cell(null, state))}
        </tr>
        {tables.map((table) => {
          const kind = tableWords(table, wording);
          const isOut = totals.every((total) => total.table !== table || total.state === 'leftOut');
          return (
            <tr key={table} data-left={isOut || leftOut.tables.has(table)}>
              <th scope="row">
                <Checkbox
                  size="xs"
                  aria-label={t('merge.takeKind', { kind })}
                  label={kind}
                  checked={!isOut && !leftOut.tables.has(table)}
                  disabled={isOut}
                  onChange={({ currentTarget: { checked } }) =>
                    useTaking.setState((now) => ({
                      leftOut: withTable(now.leftOut, table, !checked),
                    }))
                  }
                />
              </th>
              {states.map((state) => cell(table, state))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({
  table,
  state,
  found,
  filter,
  onFilter,
}: {
  table: string | null;
  state: MergeState;
  found: number;
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const language = currentLanguage();
  if (found === 0) return null;
  const isShown = filter.table === table && filter.state === state;
  const number = count(found, language);
  return (
    <button
      type="button"
      className={classes['number']}
      aria-pressed={isShown}
      aria-label={t('merge.show', {
        count: found,
        kind: table === null ? t('merge.all') : tableWords(table, wording),
        state: t(`merge.state.${state}`),
      })}
      onClick={() =>
        onFilter({ ...filter, table: isShown ? null : table, state: isShown ? null : state })
      }
    >
      {number}
    </button>
  );
}
