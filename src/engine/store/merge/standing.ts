import { fieldsOf } from '../foreign-changes.ts';
import { extracting, settling, type OrderedChange, type Value } from './fold.ts';

/** A change of one field. */
type Write<Change = OrderedChange> = Change & { field: string; was: Value; value: Value };

/** By field, what was written without being seen by who wrote what stands, which comes first; the latest first. */
export function* standing<Change extends OrderedChange>(
  changes: readonly Change[],
  without: ReadonlySet<string> = new Set(),
): Generator<[field: string, writes: Write<Change>[]], void, undefined> {
  const standing = new Map<string, Write<Change>[]>();
  for (const change of changes) {
    if (change.operation === 'delete') continue;
    if (change.operation === 'insert' && [settling, extracting].includes(change.label)) continue;
    if (without.has(change.hash)) continue;
    for (const [field, [was, value]] of Object.entries(fieldsOf(change))) {
      // Nobody has to be asked in which order two people's pictures stand.
      if (field === 'ordinal') continue;
      const write = { ...change, field, was, value };
      const others = (standing.get(field) ?? []).filter((other) => isUnseenBy(write, other));
      standing.set(field, [...others, write]);
    }
  }
  for (const [field, writes] of standing) yield [field, writes.toReversed()];
}

function isUnseenBy(write: Write, other: Write): boolean {
  return (
    other.replica !== write.replica &&
    other.value !== write.value &&
    // What is put there anew, by an undo, replaces what was there.
    write.operation !== 'insert' &&
    other.value !== write.was
  );
}
