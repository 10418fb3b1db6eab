import type { CaseStore } from '../store/index.ts';
import type { Draft, Printing } from './draft.ts';
import { chartOf, mapOf, type Drawing } from './figures/index.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** Drawings by what they depend on, of each open case the latest ones: a preview asks for the same again and again. */
const drawings = new WeakMap<CaseStore, Map<string, Drawing | null>>();
const kept = 8;

function once(
  { store, language, withholding, leftOut }: Reading,
  what: readonly string[],
  draw: () => Drawing | null,
): Drawing | null {
  const last = store.one<{ hash: string }>('SELECT hash FROM change_set ORDER BY id DESC LIMIT 1');
  const key = JSON.stringify([
    last?.hash,
    language,
    withholding.most,
    what,
    [...leftOut].toSorted(),
  ]);
  const known = drawings.get(store) ?? new Map<string, Drawing | null>();
  drawings.set(store, known);
  const found = known.get(key);
  const drawn = found === undefined ? draw() : found;
  // What was asked for last is kept longest.
  known.delete(key);
  known.set(key, drawn);
  for (const oldest of known.keys()) {
    if (known.size <= kept) break;
    known.delete(oldest);
  }
  return drawn;
}

/** The chart of what the subjects are linked to, and the map of where they are. */
export function figureDrafts(reading: Reading, subjects: readonly Subject[]): Draft[] {
  const ids = subjects.map(({ id }) => id);
  return [
    figureDraft('chart', () => once(reading, ['chart', ...ids], () => chartOf(reading, ids))),
    figureDraft('map', () => once(reading, ['map', ...ids], () => mapOf(reading, ids))),
  ];
}

function figureDraft(id: 'chart' | 'map', draw: () => Drawing | null): Draft {
  return {
    id,
    items: [],
    print({ files, numbering }: Printing, title) {
      const drawn = draw();
      if (drawn === null) return null;
      const file = `${id}.svg`;
      files.set(file, new TextEncoder().encode(drawn.svg));
      numbering.name(drawn.names);
      const { width, height, description, notes } = drawn;
      return { id, title, figure: { file, width, height, description, notes } };
    },
  };
}
