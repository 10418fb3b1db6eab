import { fieldsOf } from '../foreign-changes.ts';
import { extracting, settling, type OrderedChange, type Value } from './fold.ts';

/** A change of one field. */
export type Write<Change = OrderedChange> = Change & {
  field: string;
  was: Value;
  value: Value;
  /** Whether the row was taken away after it, by anybody. */
  gone: boolean;
};

/**
 * Fields of which nobody has to be asked: in which order two people's pictures stand, when a row was made that both took
 * from the same file, and which version of this program read it.
 */
export const askedOfNobody: ReadonlySet<string> = new Set([
  'ordinal',
  'created_at',
  'extracted_by',
]);

/** By field, what was written without being seen by who wrote what stands, which comes first; the latest first. */
export function* standing<Change extends OrderedChange>(
  changes: readonly Change[],
  without: ReadonlySet<string> = new Set(),
): Generator<[field: string, writes: Write<Change>[]], void, undefined> {
  const standing = new Map<string, Write<Change>[]>();
  for (const change of changes) {
    if (without.has(change.hash)) continue;
    if (change.operation === 'delete') {
      for (const writes of standing.values()) for (const write of writes) write.gone = true;
      continue;
    }
    if (change.operation === 'insert' && [settling, extracting].includes(change.label)) continue;
    for (const [field, [was, value]] of Object.entries(fieldsOf(change))) {
      if (askedOfNobody.has(field)) continue;
      const write = { ...change, field, was, value, gone: false };
      const others = (standing.get(field) ?? []).filter((other) => isUnseenBy(write, other));
      standing.set(field, [...others, write]);
    }
  }
  for (const [field, writes] of standing) yield [field, writes.toReversed()];
}

/** Whether who wrote something in a row did not know of something else that was written in the same row. */
export function isUnseenBy(write: Write, other: Write): boolean {
  return (
    other.replica !== write.replica &&
    other.value !== write.value &&
    // What is put there anew, by an undo, replaces what was there. Two may have made one row, of the same foreign file.
    !(write.operation === 'insert' && other.gone) &&
    other.value !== write.was
  );
}
