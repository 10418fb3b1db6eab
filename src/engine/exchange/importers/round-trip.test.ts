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
import {
  makeAttribute,
  makeEntity,
  makeLink,
  makeName,
  removeEntity,
} from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { closeExtraction } from '../../sources/index.ts';
import { contentHash, verifyStore, type CaseStore } from '../../store/index.ts';
import { addSource, testCase, testFolder } from '../../testing/index.ts';
import { exportCsv } from '../formats/csv.ts';
import { exportFtm } from '../formats/ftm/index.ts';
import { exportQdc, exportQdpx } from '../formats/qdpx/index.ts';
import { richCase } from '../formats/testing/rich-case.ts';
import { importForeign } from './index.ts';
import { sameValue } from './same-value.ts';

afterAll(closeExtraction);

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

const sign = fc.constantFrom(
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
);
const words = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => `x${signs.join('')}`);

const oneLine = (text: string) => text.replaceAll(/[\s\u00A0]+/g, ' ').trim();

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
      for (const tag of put)
        if (ids[tag] !== undefined) tagPassage(store, passage, { tag: ids[tag] });
      if (said !== null) notePassage(store, passage, said.trim());
    }
  }
  return store;
}

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
    { numRuns: 10 },
  );
}, 240_000);

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
}, 240_000);

test('a project of a case with something of everything changes nothing where it came from', async () => {
  const { store } = richCase();
  const path = join(testFolder(), 'rich.qdpx');
  await exportQdpx(store, path, {});
  const before = contentHash(store);
  const outcome = await importForeign(store, { path, ...options });
  expect(outcome).toMatchObject({ made: [], changed: 0 });
  expect(contentHash(store)).toBe(before);
});

test('the table of entities that this program wrote changes nothing where it came from, and gives another case the same', async () => {
  const { store, id } = richCase();
  // A table with a NUL in it is taken for no text.
  removeEntity(store, id.unnamed);
  const folder = join(testFolder(), 'tables');
  await exportCsv(store, folder, {});
  const path = join(folder, 'entities.csv');
  const before = contentHash(store);
  expect(await importForeign(store, { path, ...options })).toMatchObject({ made: [], changed: 0 });
  expect(contentHash(store)).toBe(before);
  const other = testCase();
  await importForeign(other, { path, ...options });
  const rows = (of: CaseStore) =>
    of.all(`SELECT id, kind, handling, summary FROM entity ORDER BY id`);
  expect(rows(other)).toEqual(rows(store));
});

test('entities that this program wrote for FollowTheMoney change nothing where they came from', async () => {
  const { store } = richCase();
  const path = join(testFolder(), 'rich.ndjson');
  await exportFtm(store, path, {});
  const before = contentHash(store);
  const outcome = await importForeign(store, { path, ...options });
  expect(outcome.made).toEqual([]);
  expect(contentHash(store)).toBe(before);
});

const factShape = fc.record({
  kind: fc.constantFrom('person' as const, 'organization' as const, 'event' as const),
  names: fc.uniqueArray(words.map(oneLine), { minLength: 1, maxLength: 4 }),
  // An attribute that is said both with dates and without them comes back with them.
  attributes: fc.uniqueArray(
    fc.record({
      property: fc.constantFrom(
        'birthDate',
        'status',
        'country',
        'phone',
        'memberCount',
        'foundingDate',
      ),
      value: fc.constantFrom(
        '1983~',
        '1982/1985',
        '1990',
        '12',
        'Norway',
        '+34 600 123 456',
        'x: y',
        '(a/b)',
      ),
      since: fc.constantFrom('', '2001', '2001-05~'),
      until: fc.constantFrom('', '2010'),
    }),
    { maxLength: 4, selector: ({ property, value }) => `${property} ${value}` },
  ),
});

test('entities come back from FollowTheMoney with all their names, and attributes and links as they were said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(factShape, { minLength: 1, maxLength: 4 }),
      fc.array(
        fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.constantFrom('', '2001?', '2001')),
        { maxLength: 3 },
      ),
      async (entities, links) => {
        const store = testCase();
        const ids = store.gesture('entity.create', (writer) =>
          entities.map(({ kind, names: [name = '', ...others], attributes }) => {
            const id = makeEntity(writer, { kind, name });
            for (const other of others) makeName(writer, id, 'alias', other);
            for (const attribute of attributes)
              makeAttribute(writer, { entityId: id, ...attribute });
            return id;
          }),
        );
        for (const [from, to, since] of links) {
          const [a, b] = [ids[from], ids[to]];
          if (a === undefined || b === undefined || a === b) continue;
          store.gesture('link.add', (writer) =>
            makeLink(writer, { fromId: a, toId: b, type: 'UnknownLink', role: 'met', since }),
          );
        }
        const path = join(testFolder(), 'out.ndjson');
        await exportFtm(store, path, {});
        const before = contentHash(store);
        expect((await importForeign(store, { path, ...options })).made).toEqual([]);
        expect(contentHash(store)).toBe(before);
        const other = testCase();
        await importForeign(other, { path, ...options });
        const told = (of: CaseStore) => ({
          names: of.all('SELECT entity_id, value FROM name ORDER BY entity_id, value'),
          entities: of.all('SELECT id, kind FROM entity ORDER BY id'),
          links: of.all('SELECT id, from_id, to_id, type, role FROM link ORDER BY id'),
        });
        expect(told(other)).toEqual(told(store));
        // Values come back in the form in which FollowTheMoney has them; what it cannot say comes back in words.
        const facts = (of: CaseStore) =>
          new Set(
            of
              .all<{ id: string; property: string; value: string; since: string; until: string }>(
                'SELECT entity_id AS id, property, value, since, until FROM attribute',
              )
              .map((row) =>
                [
                  row.id,
                  row.property,
                  sameValue(row.property, row.value),
                  row.since,
                  row.until,
                ].join(' | '),
              ),
          );
        expect(facts(other)).toEqual(facts(store));
        store.close();
        other.close();
      },
    ),
    { numRuns: 15 },
  );
}, 240_000);
