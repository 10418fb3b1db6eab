import type { Tag } from '#contract/annotation.ts';
import type { ForeignItem } from '#contract/foreign-import.ts';
import { listTags } from '../../annotations/index.ts';
import type { CaseStore } from '../../store/index.ts';
import type { IntakeTag } from './intake.ts';
import type { PlannedTag, Tally } from './planned.ts';

/**
 * What each code of a file is to the case: a tag of the same id, or of the same name, whatever its case, beneath what its
 * parent is. Parents come before children.
 */
export function planTags(
  store: CaseStore,
  codes: readonly IntakeTag[],
  tally: Tally,
): PlannedTag[] {
  const tags = codes.length === 0 ? [] : listTags(store);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const inFile = new Set(codes.map(({ id }) => id));
  const byName = Map.groupBy(tags, (tag) => placeOf(tag.parent, tag.name));
  const planned = new Map<IntakeTag, PlannedTag>();
  const claimed = new Set<string>();
  for (const code of codes) {
    const above = code.parent === null ? undefined : planned.get(code.parent);
    const place = placeOf(above?.id ?? null, code.name);
    const itself = byId.get(code.id);
    const known =
      itself ?? byName.get(place)?.find(({ id }) => !claimed.has(id) && !inFile.has(id));
    const path = [...(above?.path ?? []), code.name];
    const one: PlannedTag = {
      tag: code,
      id: known?.id ?? code.id,
      there: known !== undefined,
      matched: known === undefined ? null : itself === undefined ? 'name' : 'id',
      path,
      changes: known === undefined ? [] : changesOf(known, code, above, byId),
    };
    claimed.add(one.id);
    planned.set(code, one);
    tally.add('tag', known === undefined ? 'new' : one.changes.length > 0 ? 'changed' : 'same');
  }
  return [...planned.values()];
}

function placeOf(parent: string | null, name: string): string {
  return `${parent ?? ''} ${name.normalize('NFC').trim().toLowerCase()}`;
}

function changesOf(
  tag: Tag,
  code: IntakeTag,
  above: PlannedTag | undefined,
  byId: ReadonlyMap<string, Tag>,
): ForeignItem['changes'] {
  const changes: ForeignItem['changes'] = [];
  const compare = (field: string, old: string, now: string): void => {
    if (old.trim() !== now.trim()) changes.push({ field, old, new: now });
  };
  compare('name', tag.name, code.name);
  if ((tag.parent ?? null) !== (above?.id ?? null)) {
    changes.push({
      field: 'parent',
      old: byId.get(tag.parent ?? '')?.name ?? '',
      new: (above?.path ?? []).join(' / '),
    });
  }
  if (code.color !== null) compare('color', tag.color.toLowerCase(), code.color);
  if (code.words !== null) {
    compare('description', tag.description, code.words.description);
    compare('inclusion', tag.inclusion, code.words.inclusion);
    compare('exclusion', tag.exclusion, code.words.exclusion);
  }
  return changes;
}
