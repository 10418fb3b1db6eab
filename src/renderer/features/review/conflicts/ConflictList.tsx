import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#contract/conflict.ts';
import type { PagedList } from '../../../ui/paged.ts';
import type { Selection } from '../../../ui/selection.ts';
import { VirtualTable, type Column } from '../../../ui/VirtualTable.tsx';
import type { Wording } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import { fieldWords, matterWords, sideNames } from './conflict-words.ts';
import classes from './conflicts.module.css';

const unsorted = { by: 'record', descending: false } as const;

/** The conflicts that are left: record, field, and who wrote against whom. Several can be selected. */
export function ConflictList({
  list,
  selection,
  onSelect,
}: {
  list: PagedList<Conflict>;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const columns = useMemo(() => columnsOf(t, wording), [t, wording]);
  return (
    <div className={classes['list']}>
      <VirtualTable
        label={t('conflicts.list')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        sorting={unsorted}
        onSort={() => undefined}
        selection={selection}
        onSelect={onSelect}
        onOpen={() => undefined}
      />
    </div>
  );
}

function columnsOf(t: TFunction, wording: Wording): Column<Conflict, 'record'>[] {
  return [
    {
      id: 'record',
      header: t('conflicts.record'),
      width: 'minmax(150px, 1.6fr)',
      cell: (conflict) => <RecordCell conflict={conflict} />,
    },
    {
      id: 'field',
      header: t('conflicts.field'),
      width: 'minmax(84px, 1fr)',
      cell: ({ field }) => {
        const words = fieldWords(field, wording);
        return (
          <span className={classes['cut']} title={words}>
            {words}
          </span>
        );
      },
    },
    {
      id: 'between',
      header: t('conflicts.between'),
      width: 'minmax(120px, 1.4fr)',
      cell: (conflict) => <BetweenCell conflict={conflict} />,
    },
  ];
}

function RecordCell({ conflict: { record } }: { conflict: Conflict }) {
  const wording = useWording();
  const { title, detail } = matterWords(record, wording);
  return (
    <span className={classes['record']} title={`${title} ${detail}`}>
      {title} <span className={classes['dim']}>{detail}</span>
    </span>
  );
}

function BetweenCell({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const [stands, ...rest] = sideNames(conflict);
  const others = rest.join(', ');
  const against = `↔ ${others}`;
  return (
    <span className={classes['cut']} title={t('conflicts.against', { stands, others })}>
      {stands} <span className={classes['dim']}>{against}</span>
    </span>
  );
}
