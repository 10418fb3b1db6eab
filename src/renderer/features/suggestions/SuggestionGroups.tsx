import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SuggestionGroup } from '#contract/suggestion.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import type { PagedList } from '../../ui/paged.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useQueue } from './queue-store.ts';
import { isNew } from './who.ts';
import classes from './suggestions.module.css';

const orders = ['count', 'score', 'name'] as const;

/** What is left to judge, the same name or offer on one line, with the filters above. */
export function SuggestionGroups({
  groups,
  mayFill,
}: {
  groups: PagedList<SuggestionGroup>;
  /** There are sources to come or still being read, so that nothing can be said to be left. */
  mayFill: boolean;
}) {
  const { t } = useTranslation();
  const { sort, source, kind, order, group, active, filter, goTo } = useQueue();
  const sources = useSourceChoices();
  const place = group === null ? -1 : groups.indexOf((one) => one.group === group);
  const at = Math.min(place >= 0 ? place : active, groups.total - 1);
  return (
    <div className={classes['navigator']}>
      <div className={classes['filters']}>
        <Select
          aria-label={t('suggestions.source')}
          clearable
          clearButtonProps={{ 'aria-label': t('suggestions.allSources') }}
          searchable
          placeholder={t('suggestions.allSources')}
          data={sources}
          value={source}
          onChange={(value) => filter({ source: value })}
        />
        <div className={classes['pair']}>
          <Select
            aria-label={t('suggestions.kind')}
            clearable
            clearButtonProps={{ 'aria-label': t('suggestions.allKinds') }}
            placeholder={t('suggestions.allKinds')}
            disabled={sort === 'attribute'}
            data={(['person', 'organization', 'location'] as const).map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
            value={kind}
            onChange={(value) => filter({ kind: value === null ? null : EntityKind.parse(value) })}
          />
          <Select
            aria-label={t('suggestions.order')}
            allowDeselect={false}
            data={orders.map((value) => ({ value, label: t(`suggestions.orders.${value}`) }))}
            value={order}
            onChange={(value) => {
              const chosen = orders.find((one) => one === value);
              if (chosen !== undefined) filter({ order: chosen });
            }}
          />
        </div>
      </div>
      {groups.error !== null && <ErrorNotice error={groups.error} />}
      {!groups.pending && groups.total === 0 ? (
        !mayFill && <EmptyState>{t('suggestions.nothing')}</EmptyState>
      ) : (
        <VirtualList
          label={t('suggestions.groups')}
          list={groups}
          itemKey={({ group }) => group}
          active={at}
          onActive={(index) => goTo(groups.at(index), index)}
          onChoose={(chosen, index) => {
            if (chosen.group !== group) goTo(chosen, index);
          }}
          current={group ?? undefined}
          isMain
        >
          {({ first, text, count }) => (
            <>
              {first.subject !== null && <KindIcon kind={first.subject.kind} />}
              <span className={classes['name']} title={text}>
                {text}
              </span>
              {isNew(first) && <span className={classes['new']}>{t('suggestions.new')}</span>}
              <span className={classes['count']}>{count}</span>
            </>
          )}
        </VirtualList>
      )}
    </div>
  );
}

/** The sources of the case by title, to choose one. */
function useSourceChoices(): { value: string; label: string }[] {
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(
    api.sources.list.queryOptions({ input: { handle, limit: 1000, offset: 0 } }),
  );
  return data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? [];
}
