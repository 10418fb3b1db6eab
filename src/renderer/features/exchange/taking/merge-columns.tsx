import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeRecord } from '#contract/merge.ts';
import { dayAndTime } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import type { Column } from '../../../ui/VirtualTable.tsx';
import { recordWords, tableWords, type Wording } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import { isLeftOut, withRecords } from './left-out.ts';
import { changeLine } from './merge-words.ts';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';

export function useRecordColumns(): Column<MergeRecord, 'record'>[] {
  const { t } = useTranslation();
  const wording = useWording();
  return useMemo(() => columnsOf(t, wording), [t, wording]);
}

function columnsOf(t: TFunction, wording: Wording): Column<MergeRecord, 'record'>[] {
  return [
    {
      id: 'take',
      header: t('merge.take'),
      width: '56px',
      cell: (item) => <TakeCell item={item} />,
    },
    {
      id: 'state',
      header: t('merge.stateColumn'),
      width: '104px',
      cell: ({ state }) => (
        <span className={classes['state']} data-state={state}>
          {t(`merge.state.${state}`)}
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('merge.kind'),
      width: '128px',
      spare: 2,
      cell: ({ record }) => (
        <span className={classes['cut']}>{tableWords(record.table, wording)}</span>
      ),
    },
    {
      id: 'record',
      header: t('merge.record'),
      width: 'minmax(200px, 2fr)',
      cell: (item) => <RecordCell item={item} />,
    },
    {
      id: 'changes',
      header: t('merge.changes'),
      width: 'minmax(240px, 3fr)',
      cell: (item) => <ChangesCell item={item} />,
    },
    {
      id: 'who',
      header: t('merge.who'),
      width: '110px',
      spare: 3,
      cell: ({ by }) => (
        <span className={classes['cut']}>{by.map(({ name }) => name).join(', ')}</span>
      ),
    },
    {
      id: 'when',
      header: t('merge.when'),
      width: '148px',
      spare: 4,
      cell: ({ at }) => (
        <span className={classes['cut']}>{at === '' ? '' : dayAndTime(at, currentLanguage())}</span>
      ),
    },
  ];
}

function TakeCell({ item: { record, state } }: { item: MergeRecord }) {
  const { t } = useTranslation();
  const { title } = recordWords(record, useWording());
  const { leftOut } = useTaking();
  return (
    <Checkbox
      size="xs"
      // The table has the keys: Tab does not stop at each of its rows.
      tabIndex={-1}
      aria-label={t('merge.takeRecord', { title })}
      checked={state !== 'leftOut' && !isLeftOut(leftOut, record)}
      disabled={state === 'leftOut' || leftOut.tables.has(record.table)}
      onChange={({ currentTarget: { checked } }) =>
        useTaking.setState((now) => ({ leftOut: withRecords(now.leftOut, [record], !checked) }))
      }
    />
  );
}

function RecordCell({ item: { record } }: { item: MergeRecord }) {
  const { title, detail } = recordWords(record, useWording());
  const { leftOut } = useTaking();
  return (
    <span
      className={classes['cut']}
      data-left={isLeftOut(leftOut, record)}
      title={`${title} ${detail}`.trim()}
    >
      {title} <span className={classes['dim']}>{detail}</span>
    </span>
  );
}

function ChangesCell({ item }: { item: MergeRecord }) {
  const wording = useWording();
  const { leftOut } = useTaking();
  const words = changeLine(item, wording);
  return (
    <span className={classes['cut']} data-left={isLeftOut(leftOut, item.record)} title={words}>
      {words}
    </span>
  );
}
