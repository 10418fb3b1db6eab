import type { Highlight } from '#contract/annotation.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { TagDot } from '../tags/TagDot.tsx';
import type { TagColor } from './passages-of.ts';

/** What a passage is marked by in a list: the colour of its first tag, or else the kind of its first entity. */
export function PassageMark({
  passage: { tags: ids, kinds },
  tags,
}: {
  passage: Pick<Highlight, 'tags' | 'kinds'>;
  tags: readonly TagColor[];
}) {
  const color = ids.flatMap((id) => tags.find((tag) => tag.id === id)?.color ?? [])[0];
  if (color !== undefined) return <TagDot color={color} />;
  const [kind] = kinds;
  return kind === undefined ? null : <KindIcon kind={kind} size={14} />;
}
