import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go, type Route } from '../../app/navigation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DisputeMark } from '../../ui/EvidenceDot.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useListField } from '../../ui/use-list-field.ts';
import { VirtualList, optionId } from '../../ui/VirtualList.tsx';
import { KindFilter } from './KindFilter.tsx';
import { useEntityList, type EntityLine } from './use-entity-list.ts';
import classes from './entities.module.css';

/** The entities beside the one that is shown. Typing filters, arrows move, Enter opens. */
export function EntityNavigator({ route }: { route: Route }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<EntityKind | null>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const listId = useId();
  const list = useEntityList({ kind, text });
  const open = (entity: EntityLine | undefined): void => {
    if (entity !== undefined) go({ screen: 'entity', id: entity.id });
  };
  const current = useCurrent(route.id ?? '');
  const place = list.indexOf(({ id }) => id === current);
  const isHere = place >= 0;
  // Where the entity that was gone to stands in the list, as far as that is here.
  useEffect(() => {
    if (isHere) setActive(place);
    // When one goes to another, and not when the list changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current, isHere]);
  const onKeyDown = useListField({
    list: listId,
    active,
    total: list.total,
    settled: list.filter === text && !list.pending && !list.outdated,
    onActive: setActive,
    onTake: (index) => open(list.at(index)),
  });
  return (
    <div className={classes['navigator']}>
      <div className={classes['navigatorHead']}>
        <TextInput
          aria-label={t('entities.filter')}
          placeholder={t('entities.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          aria-controls={listId}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
        />
        <KindFilter kind={kind} onKind={setKind} />
      </div>
      {!list.pending && list.total === 0 ? (
        <EmptyState>{text === '' ? t('entities.empty') : t('entities.noneMatch')}</EmptyState>
      ) : (
        <VirtualList
          id={listId}
          label={t('rail.entities')}
          list={list}
          itemKey={(entity) => entity.id}
          active={active}
          onActive={setActive}
          onChoose={open}
          current={current}
        >
          {(entity) => (
            <>
              <KindIcon kind={entity.kind} />
              <span
                className={classes['line']}
                title={[entity.name, ...entity.aliases].join(' · ')}
              >
                {entity.name}
              </span>
              {entity.conflicts > 0 && <DisputeMark />}
              <span className={classes['passages']}>{entity.passages}</span>
            </>
          )}
        </VirtualList>
      )}
    </div>
  );
}

/** The entity that is shown, by the id it has in lists: what was found to be one with others stands there but once. */
function useCurrent(id: string): string {
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(
    api.entities.get.queryOptions({ input: { handle, id }, enabled: id !== '' }),
  );
  return data?.id ?? id;
}
