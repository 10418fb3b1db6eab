import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagRef } from '#contract/annotation.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ChoiceField, type Choice } from '../entity/picker/ChoiceField.tsx';
import { answers, folded, orderChoices } from '../entity/picker/rank.ts';
import { useRecent } from '../entity/picker/recent-choices.ts';
import { TagDot } from './TagDot.tsx';
import { rowsOf, tagTree } from './tag-tree.ts';

/** Chooses a tag by typing its name, or makes one of what was typed. Those used last lead. */
export function TagField({ label, onTake }: { label: string; onTake: (tag: TagRef) => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info } = useCase();
  const recent = useRecent('tag', info.id);
  const [query, setQuery] = useState('');
  const tags = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  const nodes = useMemo(() => rowsOf(tagTree(tags.data ?? []), () => true), [tags.data]);

  const used = recent.ids.flatMap((id) => nodes.filter(({ tag }) => tag.id === id));
  const ordered = orderChoices(query, nodes, ({ tag, path }) => [tag.name, path.join(' ')], used);
  const choices: Choice[] = ordered
    .filter(({ tag, path }) => answers(query, [tag.name, path.join(' ')]))
    .map(({ tag, path }) => ({
      key: tag.id,
      label: tag.name,
      icon: <TagDot color={tag.color} />,
      tail: [path.slice(0, -1).join(' / '), String(tag.excerpts)]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  const name = query.trim();
  if (
    name !== '' &&
    !nodes.some(({ tag, depth }) => depth === 0 && folded(tag.name) === folded(name))
  ) {
    choices.push({
      key: 'new',
      label: t('tags.make', { name }),
      icon: <IconPlus size={14} aria-hidden="true" />,
      apart: true,
    });
  }

  return (
    <ChoiceField
      label={label}
      query={query}
      onQuery={setQuery}
      choices={choices}
      settled={!tags.isPending}
      inline
      placeholder={t('tags.find')}
      empty={tags.isPending ? t('common.loading') : t('tags.noneYet')}
      onTake={(key) => {
        if (key === 'new') {
          onTake({ name, parent: null });
          return;
        }
        recent.remember(key);
        onTake({ tag: key });
      }}
    />
  );
}
