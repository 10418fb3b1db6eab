import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '#shared/id.ts';
import { tagPassage } from '../../annotations/index.ts';
import { addName, judge } from '../../entities/index.ts';
import { addSource, closing, spanOf, testActor } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  conflictsOf,
  mergeChangeSets,
  openStore,
  previewMerge,
  undo,
  versionVector,
  type CaseStore,
  type Conflict,
} from '../index.ts';
import { isSaid, saidByTwins } from './twin-fields.ts';
import { extractOf, without } from '../testing/extract.ts';
import {
  exchange,
  give,
  ids,
  keepOriginals,
  paragraphs,
  person,
  replicas,
  settle,
  two,
} from '../testing/replicas.ts';

type Values = Parameters<typeof addSource>[2];

/** Imports the same document into each of several files. @returns the sources */
function importInto(stores: readonly CaseStore[], values: readonly Values[]): string[] {
  return stores.map((store, at) => {
    const source = addSource(store, paragraphs, { title: 'Report', ...values[at] });
    keepOriginals(store);
    return source;
  });
}

function update(store: CaseStore, source: string, values: Record<string, string>): void {
  store.gesture('source.update', (writer) => writer.update('source', source, values));
}

/** What is in conflict, as `field: what stands < what else was said`. */
function told(store: CaseStore): string[] {
  return conflictsOf(store).map(
    ({ field, stands, others }) =>
      `${field}: ${String(stands.value)} < ${others.map(({ value }) => String(value)).join(', ')}`,
  );
}

function decide(store: CaseStore, { table, id, field, others }: Conflict): void {
  store.gesture('conflict.decide', (writer) =>
    writer.insert('decision', {
      id: newId(),
      subjectTable: table,
      subjectId: id,
      field,
      choice: 'stands',
      over: JSON.stringify(others.map(({ hash }) => hash)),
      createdAt: new Date().toISOString(),
    }),
  );
}

describe('what two said of the same document, each in a copy of their own,', () => {
  test('is in conflict where both said something else: who, when, and what stands', async () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { publisher: 'Port', reliability: 'B', language: 'en', author: 'Gil' });
    update(other, second, { publisher: 'Harbour', reliability: 'C', language: 'es' });
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(told(store)).toEqual([
        'publisher: Harbour < Port',
        'language: es < en',
        'reliability: C < B',
      ]);
      const [conflict] = conflictsOf(store);
      expect(conflict).toMatchObject({
        table: 'source',
        id: first,
        stands: { replica: other.replica, row: second, by: { name: 'Ana Ruiz' } },
        others: [{ replica: one.replica, row: first }],
      });
      expect(conflict?.others.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
    }
    // Nothing of it is remembered but in the file.
    const anew = closing(openStore(one.opening.path, { actor: testActor, access: 'read' }));
    expect(conflictsOf(anew)).toEqual(conflictsOf(one));
  });

  test('is none where one says nothing, or both the same', async () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { publisher: 'Port', reliability: 'B', language: 'en' });
    update(other, second, { author: 'Gil', language: 'en' });
    await settle([one, other]);
    expect(told(one)).toEqual([]);
    expect(one.one('SELECT publisher, author, reliability FROM source')).toEqual({
      publisher: 'Port',
      author: 'Gil',
      reliability: 'B',
    });
    // Both titles were the same: another is what somebody made of it, having seen it.
    update(one, first, { title: 'A report' });
    await settle([one, other]);
    expect(told(other)).toEqual([]);
  });

  test('is told of what stood in both before somebody wrote something else in one', async () => {
    const [one, other] = two();
    const [first = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { title: 'A report' });
    await settle([one, other]);
    expect(told(other)).toEqual(['title: A report < Report']);
  });

  test('is told whichever of the copies stays, and whichever value', async () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(other, second, { publisher: 'Harbour', handling: 'RED' });
    update(one, first, { publisher: 'Port', handling: 'GREEN' });
    await settle([one, other]);
    // Of two markings the stricter stands, whoever wrote later.
    expect(told(one)).toEqual(['publisher: Port < Harbour', 'handling: RED < GREEN']);
  });

  test('is decided once for everybody, until somebody says something new without knowing', async () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { publisher: 'Port' });
    update(other, second, { publisher: 'Harbour' });
    give(other, one);
    const [conflict] = conflictsOf(one);
    if (conflict === undefined) throw new Error('no conflict');
    decide(one, conflict);
    expect(told(one)).toEqual([]);
    undo(one, 'undo');
    expect(told(one)).toEqual(['publisher: Harbour < Port']);
    undo(one, 'redo');
    await settle([one, other]);
    for (const store of [one, other]) expect(told(store)).toEqual([]);
    update(one, first, { publisher: 'Quay' });
    update(other, first, { publisher: 'Mole' });
    await settle([one, other]);
    expect(told(one)).toEqual(['publisher: Mole < Quay']);
  });

  test('goes with the merge when that is taken back, and comes again with it', async () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { publisher: 'Port' });
    update(other, second, { publisher: 'Harbour' });
    give(one, other);
    expect(told(other)).toEqual(['publisher: Harbour < Port']);
    undo(other, 'undo');
    expect(told(other)).toEqual([]);
    undo(other, 'redo');
    expect(told(other)).toEqual(['publisher: Harbour < Port']);
    await settle([one, other]);
    expect(told(one)).toEqual(['publisher: Harbour < Port']);
  });

  test('is told of three, and when they are joined one after the other', async () => {
    const [one, other, third] = replicas(3);
    if (one === undefined || other === undefined || third === undefined) throw new Error('three');
    const stores = [one, other, third];
    const sources = importInto(stores, [{}, {}, {}]);
    for (const [at, publisher] of ['Port', 'Harbour', 'Quay'].entries()) {
      const store = stores[at];
      if (store !== undefined) update(store, sources[at] ?? '', { publisher });
    }
    // The two younger ones are joined first, by who does not know of the oldest.
    give(third, other);
    expect(told(other)).toEqual(['publisher: Quay < Harbour']);
    await settle(stores);
    for (const store of stores) expect(told(store)).toEqual(['publisher: Quay < Harbour, Port']);
  });

  test('is told where two copies were joined that a third person knew nothing of', async () => {
    const [one, other, third] = replicas(3);
    if (one === undefined || other === undefined || third === undefined) throw new Error('three');
    const titles = [{ title: 'Quay' }, { title: 'Port' }, { title: 'Quay' }];
    const [first = ''] = importInto([one, other, third], titles);
    give(other, third);
    update(one, first, { title: 'Harbour' });
    give(one, other);
    give(other, third);
    await settle([one, other, third]);
    for (const store of [one, other, third]) {
      expect(told(store)).toEqual(['title: Harbour < Quay, Port']);
    }
  });

  test('is told of a copy that was handed over in part', () => {
    const [one, other] = two();
    const [first = '', second = ''] = importInto([one, other], [{}, {}]);
    update(one, first, { publisher: 'Port' });
    update(other, second, { publisher: 'Harbour' });
    const left = person(one, 'Marta Luz');
    mergeChangeSets(other, [extractOf(one, without(left))]);
    expect(told(other)).toEqual(['publisher: Port < Harbour']);
  });

  for (const whose of ['older', 'younger']) {
    test(`is counted before it is merged, as it then is, where the ${whose} copy is ours`, () => {
      const [one, other] = two();
      const [first = '', second = ''] = importInto([one, other], [{}, {}]);
      update(one, first, { publisher: 'Port', title: 'Ours' });
      update(other, second, { publisher: 'Harbour' });
      const [from, to] = whose === 'older' ? [other, one] : [one, other];
      const seen = previewMerge(to, changeSetsBeyond(from, versionVector(to)));
      expect(
        seen
          .records({ offset: 0, limit: 10, conflicting: true })
          .items.map(({ id, conflicts }) => [id, ...conflicts]),
      ).toEqual([[first, 'title', 'publisher']]);
      expect(seen.totals.reduce((sum, { conflicting }) => sum + conflicting, 0)).toBe(1);
      seen.close();
      give(from, to);
      expect(told(to)).toEqual(['title: Ours < Report', 'publisher: Harbour < Port']);
    });
  }

  test('leads to what stays of the sources that two derived it from', () => {
    const [one, other] = two();
    const derived = [one, other].map((store) => {
      const from = addSource(store, paragraphs, { title: 'Report' });
      const source = addSource(store, ['A report that repeats it.'], { title: 'Repeats' });
      keepOriginals(store);
      update(store, source, { derivesFrom: from });
      return source;
    });
    exchange([one, other]);
    expect(ids(one, 'source')).toContain(derived[0]);
    expect(told(one)).toEqual([]);
  });
});

describe('what two said of the same', () => {
  test('passage: its own marking', async () => {
    let source = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
    });
    for (const [store, handling] of [
      [one, 'RED'],
      [other, 'GREEN'],
    ] as const) {
      const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'quay'), {
        name: handling,
        parent: null,
      });
      store.gesture('excerpt.update', (writer) => writer.update('excerpt', excerpt, { handling }));
    }
    await settle([one, other]);
    expect(told(one)).toEqual(['handling: GREEN < RED']);
    const [excerpt = ''] = ids(one, 'excerpt');
    // It is the same passage still when its ends are moved.
    one.gesture('excerpt.adjust', (writer) => writer.update('excerpt', excerpt, { end: 21 }));
    expect(told(one)).toEqual(['handling: GREEN < RED']);
  });

  test('pair of entities, and why', async () => {
    let pair = ['', ''];
    const [one, other] = two((store) => {
      pair = [person(store, 'Marta Luz'), person(store, 'M. Luz')];
    });
    const [first = '', second = ''] = pair;
    judge(one, { first, second, judgement: 'same', reason: 'the same ship' });
    judge(other, { first, second, judgement: 'different', reason: 'two ships' });
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(told(store)).toEqual([
        'judgement: different < same',
        'reason: two ships < the same ship',
      ]);
    }
  });

  test('name: which kind of name it is', async () => {
    let entity = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
    });
    for (const [store, kind] of [
      [one, 'alias'],
      [other, 'former'],
    ] as const) {
      addName(store, {
        entity: { entity },
        kind,
        value: 'La Luz',
        stance: 'supports',
        credibility: '6',
      });
    }
    await settle([one, other]);
    expect(told(one)).toEqual(['kind: former < alias']);
    // It is the same name still when it is written otherwise.
    const [name] = conflictsOf(one);
    one.gesture('name.update', (writer) => writer.update('name', name?.id ?? '', { value: 'Luz' }));
    expect(told(one)).toEqual(['kind: former < alias']);
  });

  test('entity: its primary name, of which one can be', async () => {
    let entity = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
    });
    for (const [store, value] of [
      [one, 'Marta Luz Paz'],
      [other, 'Marta de la Luz'],
    ] as const) {
      addName(store, {
        entity: { entity },
        kind: 'primary',
        value,
        stance: 'supports',
        credibility: '6',
      });
    }
    const seen = previewMerge(one, changeSetsBeyond(other, versionVector(one)));
    expect(seen.totals.reduce((sum, { conflicting }) => sum + conflicting, 0)).toBe(1);
    seen.close();
    await settle([one, other]);
    for (const store of [one, other]) {
      const [conflict, ...more] = conflictsOf(store);
      expect(more).toEqual([]);
      expect(conflict).toMatchObject({
        table: 'name',
        field: 'kind',
        stands: { value: 'variant', replica: other.replica },
        others: [{ value: 'primary', replica: one.replica }],
      });
      expect(store.one('SELECT value FROM name WHERE id = ?', conflict?.id ?? '')).toEqual({
        value: 'Marta Luz Paz',
      });
    }
    const [conflict] = conflictsOf(other);
    if (conflict !== undefined) decide(other, conflict);
    await settle([one, other]);
    expect(told(one)).toEqual([]);
  });

  test('code of a codebook that both took in, by its id', async () => {
    const [one, other] = two();
    const id = newId();
    const createdAt = new Date().toISOString();
    for (const [store, color] of [
      [one, '#111111'],
      [other, '#222222'],
    ] as const) {
      store.gesture('tag.import', (writer) =>
        writer.insert('tag', { id, name: 'movement', color, description: 'of ships', createdAt }),
      );
    }
    await settle([one, other]);
    for (const store of [one, other]) expect(told(store)).toEqual(['color: #222222 < #111111']);
  });

  test('code, when one of them wrote something else in it before the other took it in', async () => {
    const [one, other] = two();
    const id = newId();
    const takeIn = (store: CaseStore) =>
      store.gesture('tag.import', (writer) =>
        writer.insert('tag', {
          id,
          name: 'movement',
          color: '#111111',
          description: 'of ships',
          createdAt: new Date().toISOString(),
        }),
      );
    takeIn(one);
    one.gesture('tag.update', (writer) => writer.update('tag', id, { description: 'of boats' }));
    takeIn(other);
    await settle([one, other]);
    expect(told(other)).toEqual(['description: of ships < of boats']);
  });
});

const fields = saidByTwins['source'] ?? [];
/** How many cases the law is tried on: thousands, when that is asked for. */
const runs = Number(process.env['LEGAJO_MERGE_RUNS'] ?? 12);
const words = ['', 'Port', 'Harbour', 'Quay'];
const Write = fc.record({
  at: fc.nat(2),
  field: fc.constantFrom('title', 'publisher', 'author', 'language', 'retrieved_from'),
  word: fc.constantFrom(...words),
  minutes: fc.nat(5),
});

test(
  'whatever was said last in any copy of a document either stands or is told as a conflict',
  async () => {
    expect(fields).toContain('retrieved_from');
    const columns = {
      title: 'title',
      publisher: 'publisher',
      author: 'author',
      language: 'language',
      retrieved_from: 'retrievedFrom',
    } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(Write, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 3 }),
        fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
        async (writes, exchanges, order) => {
          const stores = replicas(3);
          vi.useFakeTimers({ toFake: ['Date'] });
          const began = Date.now();
          const sources = new Map<CaseStore, string>();
          for (const at of [...order, 0, 1, 2]) {
            const store = stores[at];
            if (store === undefined || sources.has(store)) continue;
            vi.setSystemTime(began + sources.size);
            sources.set(store, addSource(store, paragraphs, { title: words[at + 1] ?? '' }));
            keepOriginals(store);
          }
          for (const [turn, { at, field, word, minutes }] of writes.entries()) {
            const store = stores[at];
            if (store === undefined || (field === 'title' && word === '')) continue;
            vi.setSystemTime(began + (turn + 1) * 1000 + minutes * 60_000);
            update(store, sources.get(store) ?? '', { [columns[field]]: word });
          }
          const said = stores.flatMap((store) =>
            store.all<Record<string, string>>('SELECT * FROM source'),
          );
          for (const [from, to] of exchanges) {
            const [giver, taker] = [stores[from], stores[to]];
            if (giver !== undefined && taker !== undefined && giver !== taker) give(giver, taker);
          }
          vi.useRealTimers();
          await settle(stores);
          for (const store of stores) {
            const row = store.one<Record<string, string>>('SELECT * FROM source') ?? {};
            const conflicts = conflictsOf(store);
            for (const field of fields) {
              const told = conflicts.find((conflict) => conflict.field === field);
              const values = new Set(
                said
                  .map((one) => one[field])
                  .filter((value) => isSaid('source', field, value) && value !== row[field]),
              );
              expect(new Set(told?.others.map(({ value }) => value) ?? [])).toEqual(values);
              expect(told?.stands.value ?? row[field]).toBe(row[field]);
            }
            expect(
              conflicts.map(({ stands, others }) => [
                stands.hash,
                ...others.map(({ hash }) => hash),
              ]),
            ).toEqual(
              conflictsOf(stores[0] ?? store).map(({ stands, others }) => [
                stands.hash,
                ...others.map(({ hash }) => hash),
              ]),
            );
          }
          for (const store of stores) store.close();
        },
      ),
      { numRuns: runs },
    );
  },
  Math.max(600_000, runs * 10_000),
);
