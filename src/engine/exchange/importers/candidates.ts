import type { ForeignCandidate } from '#contract/foreign-import.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { duplicatesOf } from '../../duplicates/index.ts';
import { compareNames, decision } from '../../names/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { keyOf } from './item-key.ts';
import type { Plan, PlannedEntity } from './planned.ts';

/** New entities beyond which, and entities of the case beyond which, only names that fold to the same are looked for. */
const mostSearched = 1000;
const largestSearched = 5000;

interface Known {
  id: string;
  kind: EntityKind;
  name: string;
  value: string;
}

/**
 * The new entities of a plan that look like one of the case, best first: all whose names fold to the same, and, where
 * there are not too many, those whose names may be of one bearer.
 */
export async function candidatesOf(store: CaseStore, plan: Plan): Promise<ForeignCandidate[]> {
  const fresh = plan.entities.filter(({ there }) => !there);
  const known = store.all<Known>(
    `SELECT s.id, s.kind, s.name, n.value FROM name n JOIN shown_entity s ON s.entity_id = n.entity_id`,
  );
  if (fresh.length === 0 || known.length === 0) return [];
  const byName = Map.groupBy(known, ({ kind, value }) => `${kind} ${foldName(value)}`);
  const found: ForeignCandidate[] = [];
  const left: PlannedEntity[] = [];
  for (const one of fresh) {
    const { kind, names } = one.entity;
    const twins = new Map<string, Known & { written: string }>();
    for (const { value } of names) {
      for (const other of byName.get(`${kind} ${foldName(value)}`) ?? []) {
        if (!twins.has(other.id)) twins.set(other.id, { ...other, written: value });
      }
    }
    if (twins.size === 0) left.push(one);
    for (const twin of twins.values()) {
      const { score, reasons } = compareNames(twin.written, twin.value, kind);
      found.push(candidate(one, twin, Math.max(score, decision), [...reasons]));
    }
  }
  if (left.length <= mostSearched && known.length <= largestSearched) {
    const duplicates = duplicatesOf(store);
    await duplicates.ready();
    for (const one of left) {
      const { kind, names } = one.entity;
      const [likely] = await duplicates.likely({ kind, name: names[0]?.value ?? '', limit: 1 });
      if (likely !== undefined && likely.score >= decision) {
        found.push(candidate(one, likely, likely.score, likely.reasons));
      }
    }
  }
  return found.toSorted((a, b) => b.score - a.score);
}

function candidate(
  { entity }: PlannedEntity,
  { id, kind, name }: { id: string; kind: EntityKind; name: string },
  score: number,
  reasons: ForeignCandidate['reasons'],
): ForeignCandidate {
  return {
    key: keyOf('entity', entity.id),
    title: entity.names[0]?.value ?? '',
    entity: id,
    kind,
    name,
    score,
    reasons,
  };
}
