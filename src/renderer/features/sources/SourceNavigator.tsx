import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go, type Route } from '../../app/navigation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { usePagedList } from '../../ui/paged.ts';
import { useListField } from '../../ui/use-list-field.ts';
import { VirtualList, optionId } from '../../ui/VirtualList.tsx';
import { SourceKindIcon } from './SourceKindIcon.tsx';
import classes from './sources.module.css';

/** The sources beside the one that is read. Typing filters, arrows move, Enter opens. */
export function SourceNavigator({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const [text, setText] = useState('');
  const [filter] = useDebouncedValue(text, 120);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const query = useMemo(
    () => (offset: number, limit: number) =>
      api.sources.list.queryOptions({ input: { handle, filter, offset, limit, sort: 'title' } }),
    [api, filter, handle],
  );
  const list = usePagedList<Source>(query);
  const open = (source: Source | undefined): void => {
    if (source !== undefined) go({ screen: 'source', id: source.id });
  };
  const onKeyDown = useListField({
    list: listId,
    active,
    total: list.total,
    settled: filter === text && !list.pending && !list.outdated,
    onActive: setActive,
    onTake: (index) => open(list.at(index)),
  });
  return (
    <div className={classes['navigator']}>
      <div className={classes['navigatorHead']}>
        <TextInput
          aria-label={t('sources.filter')}
          placeholder={t('sources.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {!list.pending && list.total === 0 ? (
        <EmptyState>
          {filter === '' ? t('sources.empty') : t('sources.noneMatch', { filter })}
        </EmptyState>
      ) : (
        <VirtualList
          id={listId}
          label={t('rail.sources')}
          list={list}
          itemKey={(source) => source.id}
          active={active}
          onActive={setActive}
          onChoose={open}
          current={route.id}
        >
          {(source) => (
            <>
              <SourceKindIcon kind={source.kind} />
              <span className={classes['line']} title={source.title}>
                {source.title}
              </span>
              <GradeChip reliability={source.reliability} />
            </>
          )}
        </VirtualList>
      )}
    </div>
  );
}
