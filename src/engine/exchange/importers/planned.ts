import type { ForeignItem, ForeignKind, ForeignState } from '#contract/foreign-import.ts';
import type { CaseStore } from '../../store/index.ts';
import type { IntakeEntity, IntakeLink, IntakeSource, IntakeTag } from './intake.ts';

export interface NewNote {
  id: string;
  body: string;
  createdAt: string | null;
}

export interface PlannedEntity {
  entity: IntakeEntity;
  there: boolean;
  names: { id: string; kind: IntakeEntity['names'][number]['kind']; value: string }[];
  attributes: ({ id: string } & IntakeEntity['attributes'][number])[];
  notes: NewNote[];
  /** What the file says and the case has nothing of; null: nothing to take over. */
  summary: string | null;
}

export interface PlannedLink {
  link: IntakeLink;
  there: boolean;
  /** The row it is in the case, or will be. */
  id: string;
  notes: NewNote[];
}

export interface PlannedTag {
  tag: IntakeTag;
  /** The row it is in the case, or will be. */
  id: string;
  there: boolean;
  matched: 'id' | 'name' | null;
  path: string[];
  changes: ForeignItem['changes'];
}

export interface PlannedPassage {
  id: string;
  start: number;
  end: number;
  there: boolean;
  createdAt: string | null;
  taggings: { id: string; tag: PlannedTag; createdAt: string | null }[];
  notes: NewNote[];
}

export interface PlannedSource {
  source: IntakeSource;
  /** The row it is in the case, or will be. */
  id: string;
  there: boolean;
  matched: 'bytes' | 'text' | null;
  passages: PlannedPassage[];
  notes: NewNote[];
}

/** What taking a file in would do to the case as it is now. */
export interface Plan {
  entities: PlannedEntity[];
  links: PlannedLink[];
  tags: PlannedTag[];
  sources: PlannedSource[];
  tally: Tally;
}

/** How many records of a kind are in which state. */
export class Tally {
  readonly #counts = new Map<string, { kind: ForeignKind; state: ForeignState; count: number }>();

  add(kind: ForeignKind, state: ForeignState, count = 1): void {
    if (count === 0) return;
    const key = `${kind} ${state}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { kind, state, count });
    else known.count += count;
  }

  of(state: ForeignState): number {
    return this.list.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0);
  }

  get list(): { kind: ForeignKind; state: ForeignState; count: number }[] {
    return [...this.#counts.values()];
  }
}

/** The ids that rows of a table have, among those asked for. */
export function taken(
  store: CaseStore,
  table:
    | 'entity'
    | 'name'
    | 'attribute'
    | 'link'
    | 'note'
    | 'tag'
    | 'source'
    | 'excerpt'
    | 'excerpt_tag',
  ids: readonly string[],
): Set<string> {
  if (ids.length === 0) return new Set();
  const rows = store.all<{ id: string }>(
    `SELECT t.id FROM json_each(?) j CROSS JOIN "${table}" t ON t.id = j.value`,
    JSON.stringify(ids),
  );
  return new Set(rows.map(({ id }) => id));
}
