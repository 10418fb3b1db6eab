import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ForeignState, type ForeignItem, type ForeignPreview } from '#contract/foreign-import.ts';
import { useCommand } from '../../../../app/commands.ts';
import { useKeyHints } from '../../../../app/key-map.ts';
import { go } from '../../../../app/navigation.ts';
import { Keys } from '../../../../ui/Keys.tsx';
import type { PagedList } from '../../../../ui/paged.ts';
import { nothingSelected } from '../../../../ui/selection.ts';
import { VirtualTable } from '../../../../ui/VirtualTable.tsx';
import { plain } from '../../../review/duplicates/differences.ts';
import classes from '../taking.module.css';
import { withKeys, type ForeignLeft } from './foreign-left.ts';
import { useItemColumns } from './item-columns.tsx';

const unsorted = { by: 'title', descending: false } as const;

/** The sources, tags and entities of the file with what becomes of each; those selected can be left out together. */
export function ForeignItems({
  preview: { items, itemCount },
  left,
  onLeft,
}: {
  preview: z.infer<typeof ForeignPreview>;
  left: ForeignLeft;
  onLeft: (left: ForeignLeft) => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints()('takeIn.leaveOut');
  const [text, setText] = useState('');
  const [state, setState] = useState<ForeignState | null>(null);
  const [selection, setSelection] = useState(nothingSelected);
  const columns = useItemColumns(left, onLeft);
  const shown = useMemo(() => {
    const sought = plain(text);
    return items.filter(
      (item) =>
        (state === null || item.state === state) &&
        (sought === '' || plain(item.title).includes(sought)),
    );
  }, [items, state, text]);
  const active = shown[selection.active];
  const isOut = active !== undefined && left.keys.has(active.key);
  const toggle = (): void => {
    if (active === undefined) return;
    const keys = selection.keys.size > 1 ? [...selection.keys] : [active.key];
    onLeft(withKeys(left, keys, !isOut));
  };
  useCommand(
    active === undefined
      ? null
      : {
          id: 'takeIn.leaveOut',
          title: 'merge.leaveOut',
          group: 'entity',
          keys: ['x'],
          run: toggle,
        },
  );
  return (
    <div className={classes['records']}>
      <div className={classes['bar']}>
        <TextInput
          aria-label={t('foreign.find')}
          placeholder={t('foreign.find')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t('merge.stateColumn')}
          value={state ?? ''}
          data={[
            { value: '', label: t('foreign.everyState') },
            ...ForeignState.options.map((value) => ({ value, label: t(`foreign.state.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const chosen = ForeignState.safeParse(value);
            setState(chosen.success ? chosen.data : null);
          }}
        />
        <p className={classes['listed']} role="status">
          {itemCount > items.length
            ? t('foreign.first', { shown: items.length, count: itemCount })
            : t('merge.listed', { count: shown.length })}
        </p>
        <Button
          disabled={active === undefined}
          aria-keyshortcuts={hint.aria}
          rightSection={<Keys keys={hint.keys} />}
          onClick={toggle}
        >
          {t(isOut ? 'merge.takeAgain' : 'merge.leaveOut')}
        </Button>
      </div>
      <VirtualTable
        label={t('foreign.items')}
        list={listOf(shown)}
        columns={columns}
        rowKey={({ key }) => key}
        sorting={unsorted}
        onSort={() => undefined}
        selection={selection}
        onSelect={setSelection}
        onOpen={({ kind, record }) => {
          if (record === null) return;
          const screen = kind === 'tag' ? 'tags' : kind;
          go({ screen, id: record });
        }}
      />
    </div>
  );
}

/** A list of which all is here. */
function listOf(items: readonly ForeignItem[]): PagedList<ForeignItem> {
  return {
    total: items.length,
    at: (index) => items[index],
    show: () => undefined,
    pending: false,
    error: null,
    collect: (first, last) => Promise.resolve(items.slice(first, last + 1)),
    loaded: items,
    indexOf: (isMeant) => items.findIndex(isMeant),
    outdated: false,
  };
}
