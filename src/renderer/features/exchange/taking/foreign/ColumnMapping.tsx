import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  ColumnRole,
  type ColumnMapping as Mapping,
  type TableMapping,
  type TableShape,
} from '#contract/foreign-import.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import classes from '../taking.module.css';
import { ColumnDetail } from './ColumnDetail.tsx';

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const delimiterNames = ['comma', 'semicolon', 'tab', 'bar'] as const;

/** What each column of a table is, with its first rows. What is said here shows in the preview below at once. */
export function ColumnMapping({
  table: { rows, columns, mapping },
  onMapping,
}: {
  table: z.infer<typeof TableShape>;
  onMapping: (mapping: TableMapping) => void;
}) {
  const { t } = useTranslation();
  const { kind, headerRow } = mapping;
  const ofColumn = (column: number): Mapping =>
    mapping.columns.find((one) => one.column === column) ?? { column, role: 'skip' };
  const put = (changed: Mapping): void =>
    onMapping({
      ...mapping,
      columns: [...mapping.columns.filter(({ column }) => column !== changed.column), changed]
        .filter(({ role }) => role !== 'skip')
        .toSorted((a, b) => a.column - b.column),
    });
  return (
    <details className={classes['mapping']} open>
      <summary>
        {t('foreign.table.title')}{' '}
        <span className={classes['dim']}>{t('foreign.table.lead', { count: rows })}</span>
      </summary>
      <div className={classes['mappingBar']}>
        <NativeSelect
          label={t('foreign.table.kind')}
          value={kind}
          data={EntityKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) =>
            onMapping({ ...mapping, kind: EntityKind.parse(event.currentTarget.value) })
          }
        />
        <NativeSelect
          label={t('foreign.table.rows')}
          value={mapping.rows}
          data={(['entity', 'name'] as const).map((value) => ({
            value,
            label: t(`foreign.table.rowsOf.${value}`),
          }))}
          onChange={(event) =>
            onMapping({
              ...mapping,
              rows: event.currentTarget.value === 'name' ? 'name' : 'entity',
            })
          }
        />
        <NativeSelect
          label={t('foreign.table.delimiter')}
          value={delimiterNames.find((name) => delimiters[name] === mapping.delimiter) ?? 'comma'}
          data={delimiterNames.map((value) => ({
            value,
            label: t(`foreign.table.delimiters.${value}`),
          }))}
          onChange={(event) => {
            const name = delimiterNames.find((one) => one === event.currentTarget.value);
            // Other columns come of it: what they are is proposed anew.
            if (name !== undefined) {
              onMapping({ ...mapping, delimiter: delimiters[name], columns: [] });
            }
          }}
        />
        <Checkbox
          label={t('foreign.table.headerRow')}
          checked={headerRow}
          onChange={(event) => onMapping({ ...mapping, headerRow: event.currentTarget.checked })}
        />
      </div>
      <div
        className={classes['columns']}
        // It can be longer than its place; the keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('foreign.table.title')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('foreign.table.column')}</th>
              <th scope="col">{t('foreign.table.samples')}</th>
              <th scope="col">{t('foreign.table.is')}</th>
              <th scope="col">{t('foreign.table.of')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name: given, samples }, index) => {
              const name = given === '' ? t('foreign.table.unnamed', { number: index + 1 }) : given;
              const column = ofColumn(index);
              return (
                // A column is named by its place.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={index} data-skipped={column.role === 'skip'}>
                  <th scope="row">{name}</th>
                  <td className={classes['samples']}>{samples.join(' · ')}</td>
                  <td>
                    <NativeSelect
                      aria-label={t('foreign.table.roleOf', { name })}
                      value={column.role}
                      data={ColumnRole.options.map((value) => ({
                        value,
                        label: t(`foreign.table.role.${value}`),
                      }))}
                      onChange={(event) =>
                        put({ column: index, role: ColumnRole.parse(event.currentTarget.value) })
                      }
                    />
                  </td>
                  <td>
                    <ColumnDetail name={name} kind={kind} column={column} onColumn={put} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
