import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { ChoiceField } from '../../entity/picker/ChoiceField.tsx';
import { Chips, type Picked } from '../../picks/Chips.tsx';
import { SourceKindIcon } from '../../sources/SourceKindIcon.tsx';
import { TagPick } from '../../tags/TagPick.tsx';
import { rowsOf, tagTree } from '../../tags/tag-tree.ts';

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
    <Picks label={t('exchange.handOverForm.tags')} picked={picked} onPicked={onPicked}>
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
    <Picks label={t('exchange.handOverForm.sources')} picked={picked} onPicked={onPicked}>
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

function has(picked: readonly Picked[], id: string): boolean {
  return picked.some((one) => one.id === id);
}

/** The field that adds one more, and below it those that were picked. */
function Picks({
  label,
  picked,
  onPicked,
  children,
}: PicksProps & { label: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <Chips
        label={label}
        chosen={picked}
        onRemove={(id) => onPicked(picked.filter((one) => one.id !== id))}
      />
    </div>
  );
}
