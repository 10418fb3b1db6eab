import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { KindIcon } from '../../../ui/KindIcon.tsx';
import { ChoiceField } from '../../entity/picker/ChoiceField.tsx';
import { EntityField, emptyEntity } from '../../entity/picker/EntityField.tsx';
import { SourceKindIcon } from '../../sources/SourceKindIcon.tsx';
import { TagDot } from '../../tags/TagDot.tsx';
import { TagPick } from '../../tags/TagPick.tsx';
import { rowsOf, tagTree } from '../../tags/tag-tree.ts';
import type { Picked } from './draft.ts';
import classes from './hand-over.module.css';

interface PicksProps {
  picked: readonly Picked[];
  onPicked: (picked: Picked[]) => void;
}

/** Tags of which one, or one below it, has to be on a passage. */
export function TagPicks({ picked, onPicked }: PicksProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  const nodes = useMemo(() => rowsOf(tagTree(data ?? []), () => true), [data]);
  return (
    <Picks picked={picked} onPicked={onPicked}>
      <TagPick
        label={t('exchange.handOverForm.tags')}
        settled={data !== undefined}
        all={nodes.filter(({ tag }) => !has(picked, tag.id))}
        onTake={(id) => {
          const tag = nodes.find((node) => node.tag.id === id)?.tag;
          if (tag !== undefined)
            onPicked([...picked, { id: tag.id, name: tag.name, color: tag.color }]);
        }}
      />
    </Picks>
  );
}

/** Sources in one of which a passage has to stand. */
export function SourcePicks({ picked, onPicked }: PicksProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const [query, setQuery] = useState('');
  const [filter] = useDebouncedValue(query.trim(), 120);
  const { data, isPlaceholderData } = useQuery(
    api.sources.list.queryOptions({
      input: { handle, filter, sort: 'title', limit: 24 },
      placeholderData: keepPreviousData,
    }),
  );
  const offered = (data?.items ?? []).filter(({ id }) => !has(picked, id));
  return (
    <Picks picked={picked} onPicked={onPicked}>
      <ChoiceField
        label={t('exchange.handOverForm.sources')}
        placeholder={t('exchange.handOverForm.findSource')}
        query={query}
        onQuery={setQuery}
        settled={data !== undefined && !isPlaceholderData && filter === query.trim()}
        choices={offered.map(({ id, title, kind, published }) => ({
          key: id,
          label: title,
          icon: <SourceKindIcon kind={kind} />,
          ...(published !== '' && { tail: published }),
        }))}
        empty={data === undefined ? t('common.loading') : t('exchange.handOverForm.noSource')}
        onTake={(id) => {
          const source = offered.find((one) => one.id === id);
          setQuery('');
          if (source !== undefined) onPicked([...picked, { id, name: source.title }]);
        }}
      />
    </Picks>
  );
}

/** Entities that are meant, with all that names them. */
export function EntityPicks({ picked, onPicked }: PicksProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyEntity);
  return (
    <Picks picked={picked} onPicked={onPicked}>
      <EntityField
        label={t('exchange.handOverForm.entities')}
        draft={draft}
        canMake={false}
        onDraft={(next) => {
          const { chosen } = next;
          if (chosen === null || !('entity' in chosen.ref)) {
            setDraft(next);
            return;
          }
          setDraft(emptyEntity);
          const { entity: id } = chosen.ref;
          if (!has(picked, id)) {
            onPicked([...picked, { id, name: chosen.name, kind: chosen.kind }]);
          }
        }}
      />
    </Picks>
  );
}

function has(picked: readonly Picked[], id: string): boolean {
  return picked.some((one) => one.id === id);
}

/** The field that adds one more, and below it those that were picked. */
function Picks({ picked, onPicked, children }: PicksProps & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div>
      {children}
      {picked.length > 0 && (
        <ul className={classes['chips']}>
          {picked.map((one) => (
            <li key={one.id} className={classes['chip']}>
              {one.color !== undefined && <TagDot color={one.color} />}
              {one.kind !== undefined && <KindIcon kind={one.kind} size={14} />}
              <span title={one.name}>{one.name}</span>
              <button
                type="button"
                aria-label={t('exchange.handOverForm.unpick', { name: one.name })}
                onClick={() => onPicked(picked.filter(({ id }) => id !== one.id))}
              >
                <IconX size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
