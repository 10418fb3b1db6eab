import { EntityKind } from '#contract/vocabulary.ts';
import { countAlike, type NewEntity } from '../../duplicates/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { fieldsOfRecord } from './overlay.ts';
import type { KeptRecord } from './task.ts';

/** New entities, at most, that are held against those that are here while somebody waits to see what a merge would do. */
const mostNew = 3000;

/**
 * How many entities that a merge would bring look like one that is here, and nobody has judged. Null when they are so many
 * that a person would wait for it longer than for all the rest: they are found by themselves once they are here.
 */
export function alikeIn(
  store: CaseStore,
  records: readonly KeptRecord[],
  tick: () => void,
): number | null {
  const added = new Map<string, Growing>();
  const judged = new Set<string>();
  const told = (table: string, work: (value: (column: string) => string) => void) => {
    for (const record of records) {
      if (record.table !== table || record.state !== 'new') continue;
      const fields = fieldsOfRecord(record);
      work((column) => (column === 'id' ? record.id : String(fields[column]?.[1] ?? '')));
    }
  };
  told('entity', (value) => {
    const kind = EntityKind.safeParse(value('kind'));
    if (kind.success) added.set(value('id'), new Growing(value('id'), kind.data));
  });
  if (added.size > mostNew) return null;
  told('name', (value) => added.get(value('entity_id'))?.call(value('value'), value('kind')));
  told('attribute', (value) =>
    added
      .get(value('entity_id'))
      ?.attributes.push({ property: value('property'), value: value('value') }),
  );
  told('link', (value) => {
    added.get(value('from_id'))?.linked.push(value('to_id'));
    added.get(value('to_id'))?.linked.push(value('from_id'));
  });
  told('resolution', (value) => {
    judged.add(`${value('first_id')} ${value('second_id')}`);
    judged.add(`${value('second_id')} ${value('first_id')}`);
  });
  const isJudged = (a: string, b: string) => judged.has(`${a} ${b}`);
  return countAlike(store, [...added.values()], isJudged, tick);
}

/** A new entity, as the records that make it are gone through. */
class Growing implements NewEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: string[] = [];
  readonly attributes: { property: string; value: string }[] = [];
  readonly linked: string[] = [];

  constructor(id: string, kind: EntityKind) {
    this.id = id;
    this.kind = kind;
  }

  get name(): string {
    return this.names[0] ?? '';
  }

  /** The primary name comes first. */
  call(name: string, kind: string): void {
    if (kind === 'primary') this.names.unshift(name);
    else this.names.push(name);
  }
}
