import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** The chart of what the subjects are linked to, and the map of where they are. */
export function figureDrafts(_reading: Reading, _subjects: readonly Subject[]): Draft[] {
  return [];
}
