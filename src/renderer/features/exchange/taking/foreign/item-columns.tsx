import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForeignItem } from '#contract/foreign-import.ts';
import type { Column } from '../../../../ui/VirtualTable.tsx';
import classes from '../taking.module.css';
import { withKeys, type ForeignLeft } from './foreign-left.ts';

export function useItemColumns(
  left: ForeignLeft,
  onLeft: (left: ForeignLeft) => void,
): Column<ForeignItem, 'title'>[] {
  const { t } = useTranslation();
  return useMemo(() => columnsOf(t, left, onLeft), [left, onLeft, t]);
}

function columnsOf(
  t: TFunction,
  left: ForeignLeft,
  onLeft: (left: ForeignLeft) => void,
): Column<ForeignItem, 'title'>[] {
  return [
    {
      id: 'take',
      header: t('merge.take'),
      width: '56px',
      cell: ({ key, title }) => (
        <Checkbox
          size="xs"
          // The table has the keys: Tab does not stop at each of its rows.
          tabIndex={-1}
          aria-label={t('merge.takeRecord', { title })}
          checked={!left.keys.has(key)}
          onChange={({ currentTarget: { checked } }) => onLeft(withKeys(left, [key], !checked))}
        />
      ),
    },
    {
      id: 'state',
      header: t('merge.stateColumn'),
      width: '116px',
      cell: ({ state }) => (
        <span className={classes['state']} data-state={state}>
          {t(`foreign.state.${state}`)}
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('merge.kind'),
      width: '92px',
      spare: 2,
      cell: ({ kind }) => <span className={classes['cut']}>{t(`foreign.one.${kind}`)}</span>,
    },
    {
      id: 'title',
      header: t('foreign.name'),
      width: 'minmax(160px, 2fr)',
      cell: ({ key, title }) => (
        <span className={classes['cut']} data-left={left.keys.has(key)} title={title}>
          {title}
        </span>
      ),
    },
    {
      id: 'says',
      header: t('foreign.says'),
      width: 'minmax(140px, 3fr)',
      cell: (item) => <SaysCell item={item} />,
    },
    {
      id: 'where',
      header: t('foreign.where'),
      width: '120px',
      spare: 3,
      cell: ({ where }) => <span className={classes['cut']}>{where}</span>,
    },
  ];
}

/** What the file says of one that is there, or how much of a new one. */
function SaysCell({ item: { changes, facts } }: { item: ForeignItem }) {
  const { t } = useTranslation();
  const words =
    changes.length === 0
      ? facts === 0
        ? ''
        : t('foreign.facts', { count: facts })
      : changes
          .map(({ field, old, new: now }) =>
            old === ''
              ? t('foreign.adds', { field, now })
              : t('foreign.change', { field, old, now }),
          )
          .join(' · ');
  return (
    <span className={classes['cut']} title={words}>
      {words}
    </span>
  );
}
