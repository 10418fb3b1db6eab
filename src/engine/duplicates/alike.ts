import { decision } from '../names/index.ts';
import type { CaseStore } from '../store/index.ts';
import { CandidateIndex } from './candidate-index.ts';
import { makeRecord, type RecordText } from './record.ts';
import { readRecords } from './snapshot.ts';

/** An entity that is not in the case yet. */
export type NewEntity = RecordText;

/**
 * How many of some new entities look like one that the case has: as many as the review of duplicates would ask about once
 * they are in it.
 *
 * @param isAnswered whether the two of a pair were judged already
 * @param tick called between, to end the work by throwing
 */
export function countAlike(
  store: CaseStore,
  added: readonly NewEntity[],
  isAnswered: (a: string, b: string) => boolean,
  tick: () => void = () => undefined,
): number {
  if (added.length === 0) return 0;
  const kinds = new Set(added.map(({ kind }) => kind));
  const fresh = new Set(added.map(({ id }) => id));
  const index = new CandidateIndex();
  for (const part of readRecords(store)) {
    tick();
    for (const text of part) {
      if (kinds.has(text.kind) && !fresh.has(text.id))
        index.add(makeRecord(text, ''), 'uncompared');
    }
  }
  for (const [at, text] of added.entries()) {
    if (at % 50 === 0) tick();
    index.add(makeRecord(text, ''));
  }
  const alike = new Set<string>();
  for (const { a, b, score } of index.pairs()) {
    if (score < decision || isAnswered(a.id, b.id)) continue;
    if (fresh.has(a.id) !== fresh.has(b.id)) alike.add(fresh.has(a.id) ? a.id : b.id);
  }
  return alike.size;
}
