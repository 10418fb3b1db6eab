import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompoundFile, type Storage } from './compound-file.ts';
import { writeCompoundFile, type NewEntry } from './compound-file-writer.ts';

function contents(storage: Storage): NewEntry[] {
  return storage.entries.map((entry) =>
    entry.kind === 'stream'
      ? { name: entry.name, bytes: new Uint8Array(entry.bytes()) }
      : { name: entry.name, entries: contents(entry) },
  );
}

const byName = (entries: readonly NewEntry[]): NewEntry[] =>
  entries
    .map((entry) =>
      'bytes' in entry
        ? { name: entry.name, bytes: new Uint8Array(entry.bytes) }
        : { name: entry.name, entries: byName(entry.entries) },
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

test('whatever is written into a compound file is read from it', () => {
  const name = fc.string({ minLength: 1, maxLength: 31, unit: 'grapheme-ascii' });
  const size = fc.constantFrom(0, 1, 63, 64, 65, 4095, 4096, 4097, 20_000);
  const { entries } = fc.letrec<{ entries: NewEntry[]; entry: NewEntry }>((tie) => ({
    entries: fc.uniqueArray(tie('entry'), {
      maxLength: 6,
      depthIdentifier: 'tree',
      selector: (one) => one.name.toUpperCase(),
    }),
    entry: fc.oneof(
      { depthIdentifier: 'tree', maxDepth: 3 },
      fc
        .record({ name, size, fill: fc.nat(255) })
        .map((made) => ({ name: made.name, bytes: new Uint8Array(made.size).fill(made.fill) })),
      fc.record({ name, entries: tie('entries') }),
    ),
  }));
  fc.assert(
    fc.property(entries, (tree) => {
      const file = new CompoundFile(writeCompoundFile(tree));
      expect(contents(file.root)).toEqual(byName(tree));
    }),
  );
});

test('a file of many megabytes, whose table needs a list of its own, is read from it too', () => {
  const large = new Uint8Array(9 * 1024 * 1024).map((_, index) => index % 251);
  const file = new CompoundFile(writeCompoundFile([{ name: 'large', bytes: large }]));
  const [entry] = file.root.entries;
  const read = entry?.kind === 'stream' ? entry.bytes() : new Uint8Array();
  expect(Buffer.from(read).equals(Buffer.from(large))).toBe(true);
});
