import { mostForeignItems, type ForeignItem, type ForeignState } from '#contract/foreign-import.ts';
import { keyOf } from './item-key.ts';
import type { Plan, PlannedEntity, PlannedSource, PlannedTag } from './planned.ts';

const order: readonly ForeignState[] = ['new', 'changed', 'same'];

/** The sources, tags and entities of a plan as a person is shown them: new ones first, then changed ones. */
export function itemsOf(plan: Plan): { items: ForeignItem[]; itemCount: number } {
  const linksFrom = new Map<string, number>();
  for (const { link, there } of plan.links) {
    if (!there) linksFrom.set(link.from, (linksFrom.get(link.from) ?? 0) + 1);
  }
  const all = [
    ...plan.sources.map(sourceItem),
    ...plan.tags.map(tagItem),
    ...plan.entities.map((one) => entityItem(one, linksFrom.get(one.entity.id) ?? 0)),
  ];
  const items = order.flatMap((state) => all.filter((item) => item.state === state));
  return { items: items.slice(0, mostForeignItems), itemCount: items.length };
}

function entityItem(
  { entity, there, names, attributes, notes, summary }: PlannedEntity,
  links: number,
): ForeignItem {
  const facts = names.length + attributes.length + notes.length + links;
  const added = [
    ...names.map(({ kind, value }) => ({ field: kind, old: '', new: value })),
    ...attributes.map(({ property, value }) => ({ field: property, old: '', new: value })),
    ...(summary === null ? [] : [{ field: 'summary', old: '', new: summary }]),
  ];
  return {
    key: keyOf('entity', entity.id),
    kind: 'entity',
    state: there ? (facts > 0 || summary !== null ? 'changed' : 'same') : 'new',
    title: entity.names[0]?.value ?? '',
    type: entity.kind,
    record: there ? entity.id : null,
    matched: there ? 'id' : null,
    changes: there ? added.slice(0, 50) : [],
    facts,
    where: entity.where,
  };
}

function tagItem({ tag, id, there, matched, path, changes }: PlannedTag): ForeignItem {
  return {
    key: keyOf('tag', id),
    kind: 'tag',
    state: there ? (changes.length > 0 ? 'changed' : 'same') : 'new',
    title: path.join(' / '),
    type: tag.color ?? '',
    record: there ? id : null,
    matched,
    changes,
    facts: 0,
    where: tag.where,
  };
}

function sourceItem({ source, id, there, matched, passages, notes }: PlannedSource): ForeignItem {
  const facts = passages.reduce(
    (sum, passage) =>
      sum + (passage.there ? 0 : 1) + passage.taggings.length + passage.notes.length,
    notes.length,
  );
  return {
    key: keyOf('source', id),
    kind: 'source',
    state: there ? (facts > 0 ? 'changed' : 'same') : 'new',
    title: source.title,
    type: source.extraction.mediaType,
    record: there ? id : null,
    matched,
    changes: [],
    facts,
    where: source.where,
  };
}
