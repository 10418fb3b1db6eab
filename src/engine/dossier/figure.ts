import type { Draft, Printing } from './draft.ts';
import { chartOf, mapOf, type Drawing } from './figures/index.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** The chart of what the subjects are linked to, and the map of where they are. */
export function figureDrafts(reading: Reading, subjects: readonly Subject[]): Draft[] {
  const ids = subjects.map(({ id }) => id);
  return [
    figureDraft('chart', () => chartOf(reading, ids)),
    figureDraft('map', () => mapOf(reading, ids)),
  ];
}

function figureDraft(id: 'chart' | 'map', draw: () => Drawing | null): Draft {
  let drawn: Drawing | null | undefined;
  return {
    id,
    items: [],
    print({ files, numbering }: Printing, title) {
      drawn ??= draw();
      if (drawn === null) return null;
      const file = `${id}.svg`;
      files.set(file, new TextEncoder().encode(drawn.svg));
      numbering.name(drawn.names);
      const { width, height, description, notes } = drawn;
      return { id, title, figure: { file, width, height, description, notes } };
    },
  };
}
