import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  createTag,
  listExcerpts,
  listTags,
  notePassage,
  tagPassage,
} from '../../annotations/index.ts';
import { addNote } from '../../notes/index.ts';
import { closeExtraction } from '../../sources/index.ts';
import { contentHash, verifyStore, type CaseStore } from '../../store/index.ts';
import { addSource, testCase, testFolder } from '../../testing/index.ts';
import { exportQdc, exportQdpx } from '../formats/qdpx/index.ts';
import { richCase } from '../formats/testing/rich-case.ts';
import { importForeign } from './index.ts';

afterAll(closeExtraction);

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

const sign = fc.constantFrom(
  ...[
    'a',
    'b',
    'Z',
    'é',
    'e\u0301',
    '東',
    '🔥',
    '👩‍👩‍👧',
    '𝔄',
    ' ',
    '\n',
    '\t',
    '"',
    '<',
    '&',
    "'",
    '.',
    '\u00A0',
  ],
);
const words = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => `x${signs.join('')}`);

const caseShape = fc.record({
  tags: fc.array(fc.record({ name: words, parent: fc.nat({ max: 9 }), description: words }), {
    maxLength: 5,
  }),
  sources: fc.array(
    fc.record({
      title: words,
      paragraphs: fc.array(words, { minLength: 1, maxLength: 4 }),
      note: fc.option(words),
      marks: fc.array(
        fc.record({
          from: fc.double({ min: 0, max: 1, noNaN: true }),
          to: fc.double({ min: 0, max: 1, noNaN: true }),
          tags: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
          note: fc.option(words),
        }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 3 },
  ),
});

type Shape = typeof caseShape extends fc.Arbitrary<infer T> ? T : never;

/** A case of that shape. Two texts alike would be one source, and so would their passages be. */
function built({ tags, sources }: Shape): CaseStore {
  const store = testCase();
  const ids: string[] = [];
  for (const { name, parent, description } of tags) {
    const above = parent < ids.length ? (ids[parent] ?? null) : null;
    // What XML and a name in one line cannot hold is another test's.
    ids.push(
      createTag(store, {
        name: `${oneLine(name)} ${ids.length}`,
        parent: above,
        description: description.trim(),
      }),
    );
  }
  for (const [at, { title, paragraphs, note, marks }] of sources.entries()) {
    const text = [`Source ${at}`, ...paragraphs];
    const source = addSource(store, text, { title: `${oneLine(title)} ${at}` });
    const { length } = text.join('\n\n');
    if (note !== null) addNote(store, { table: 'source', id: source }, note.trim());
    for (const { from, to, tags: put, note: said } of marks) {
      const [start, end] = [Math.floor(from * length), Math.ceil(to * length)].toSorted(
        (a, b) => a - b,
      );
      if (start === undefined || end === undefined || start >= end) continue;
      const passage = { source, start, end };
      // A passage of nothing but white space is none.
      if (text.join('\n\n').slice(start, end).trim() === '') continue;
      for (const tag of put) if (ids[tag] !== undefined) tagPassage(store, passage, { tag: ids[tag] });
      if (said !== null) notePassage(store, passage, said.trim());
    }
  }
  return store;
}

const oneLine = (text: string) => text.replaceAll(/[\s\u00A0]+/g, ' ').trim();

/** What a project carries, in terms that do not depend on which case it lies in. */
function carried(store: CaseStore) {
  return {
    tags: listTags(store).map(({ id, name, parent, color, description }) => [
      id,
      name,
      parent,
      color,
      description,
    ]),
    texts: store.all(`SELECT s.id, s.title, s.text_sha256 FROM source s ORDER BY s.id`),
    passages: listExcerpts(store, { offset: 0, limit: 1000 }).items.map(
      ({ id, source, start, end, quotation, tags, notes }) => [
        [id, source, start, end, quotation],
        tags.map((tag) => tag.id).toSorted(),
        notes.map(({ id: note, body }) => `${note} ${body}`).toSorted(),
      ],
    ),
    notes: store.all(
      `SELECT id, subject_id, body FROM note WHERE subject_table = 'source' ORDER BY id`,
    ),
  };
}

test('a project that this program wrote changes nothing where it came from, and gives another case the same', async () => {
  await fc.assert(
    fc.asyncProperty(caseShape, async (shape) => {
      const store = built(shape);
      const path = join(testFolder(), 'out.qdpx');
      await exportQdpx(store, path, {});
      const before = contentHash(store);
      expect(await importForeign(store, { path, ...options })).toMatchObject({
        made: [],
        changed: 0,
      });
      expect(contentHash(store)).toBe(before);
      const other = testCase();
      await importForeign(other, { path, ...options });
      expect(carried(other)).toEqual(carried(store));
      expect((await verifyStore(other)).findings).toEqual([]);
      store.close();
      other.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('a codebook that this program wrote does so too', async () => {
  await fc.assert(
    fc.asyncProperty(caseShape, async (shape) => {
      const store = built(shape);
      fc.pre(shape.tags.length > 0);
      const path = join(testFolder(), 'out.qdc');
      await exportQdc(store, path, {});
      const other = testCase();
      await importForeign(other, { path, ...options });
      expect(carried(other).tags).toEqual(carried(store).tags);
      const before = contentHash(store);
      await importForeign(store, { path, ...options });
      expect(contentHash(store)).toBe(before);
      store.close();
      other.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('a project of a case with something of everything changes nothing where it came from', async () => {
  const { store } = richCase();
  const path = join(testFolder(), 'rich.qdpx');
  await exportQdpx(store, path, {});
  const before = contentHash(store);
  const outcome = await importForeign(store, { path, ...options });
  expect(outcome).toMatchObject({ made: [], changed: 0 });
  expect(contentHash(store)).toBe(before);
});
