import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { ChoiceField, type Choice } from '../entity/picker/ChoiceField.tsx';
import { answers, orderChoices } from '../entity/picker/rank.ts';
import { useRecent } from '../entity/picker/recent-choices.ts';
import { TagDot } from './TagDot.tsx';
import type { TagNode } from './tag-tree.ts';

/** Chooses one of the tags that there are, by typing its name or the names above it. */
export function TagPick({
  label,
  all,
  except,
  keep = false,
  settled = true,
  onTake,
}: {
  label: string;
  all: readonly TagNode[];
  /** A tag that is not offered. */
  except?: string;
  /** The field keeps the name that was taken; otherwise it is empty again, for the next one. */
  keep?: boolean;
  /** Whether `all` is here already. */
  settled?: boolean;
  onTake: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { info } = useCase();
  const recent = useRecent('tag', info.id);
  const [query, setQuery] = useState('');
  const [taken, setTaken] = useState<TagNode | null>(null);
  const offered = all.filter(({ tag }) => tag.id !== except);
  const used = recent.ids.flatMap((id) => offered.filter(({ tag }) => tag.id === id));
  const typed = taken === null ? query : '';
  const choices: Choice[] = orderChoices(
    typed,
    offered,
    ({ tag, path }) => [tag.name, path.join(' ')],
    used,
  )
    .filter(({ tag, path }) => answers(typed, [tag.name, path.join(' ')]))
    .map(({ tag, path }) => ({
      key: tag.id,
      label: tag.name,
      icon: <TagDot color={tag.color} />,
      tail: [path.slice(0, -1).join(' / '), String(tag.excerpts)]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  return (
    <ChoiceField
      label={label}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setTaken(null);
        if (taken !== null) onTake(null);
      }}
      choices={choices}
      placeholder={t('tags.find')}
      settled={settled}
      empty={settled ? t('tags.noneSo') : t('common.loading')}
      onTake={(key) => {
        const node = all.find(({ tag }) => tag.id === key);
        if (node === undefined) return;
        setQuery(keep ? node.tag.name : '');
        setTaken(keep ? node : null);
        onTake(key);
      }}
      {...(taken !== null && { icon: <TagDot color={taken.tag.color} /> })}
    />
  );
}
