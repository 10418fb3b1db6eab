import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CaseError } from '#contract/error.ts';
import {
  adjustPassage,
  createTag,
  mergeTags,
  removeExcerpt,
  removeTag,
  tagPassage,
  untagPassage,
  updateTag,
} from '../../annotations/index.ts';
import {
  addAttribute,
  addEvidence,
  addName,
  createEntity,
  judge,
  removeEntity,
  updateEntity,
  updateName,
} from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import {
  addSource,
  closing,
  spanOf,
  testActor,
  testCase,
  testFolder,
} from '../../testing/index.ts';
import {
  beginBlob,
  changeSetsBeyond,
  conflictsOf,
  contentHash,
  mergeChangeSets,
  openStore,
  undo,
  undoSteps,
  verifyStore,
  versionVector,
  writeBlobChunk,
  type CaseStore,
} from '../index.ts';
import { takeBackMerge } from './index.ts';

const paragraphs = ['Marta Luz crossed the quay at dawn.', 'Nobody saw her, it was said.'];
const words = ['Marta Luz', 'quay', 'dawn', 'Nobody', 'her', 'said'];

afterEach(() => vi.useRealTimers());

/** Files of one case, each a replica of its own. */
function replicas(count: number, begin: (store: CaseStore) => void = () => undefined): CaseStore[] {
  const folder = testFolder();
  const first = testCase({ folder });
  begin(first);
  keepOriginals(first);
  first.close();
  return Array.from({ length: count }, (_, at) => {
    const path = join(folder, `${at}.casefile`);
    copyFileSync(first.opening.path, path);
    return closing(openStore(path, { actor: testActor }));
  });
}

function two(begin?: (store: CaseStore) => void): [CaseStore, CaseStore] {
  const [one, other] = replicas(2, begin);
  if (one === undefined || other === undefined) throw new Error('no replicas');
  return [one, other];
}

const give = (from: CaseStore, to: CaseStore) =>
  mergeChangeSets(to, changeSetsBeyond(from, versionVector(to)));

/** Exchanges until nobody has anything new, and sees to it that this ends and all hold the same. */
async function settle(stores: readonly CaseStore[]): Promise<void> {
  for (let round = 0; ; round += 1) {
    expect(round).toBeLessThan(6);
    let taken = 0;
    for (const from of stores) {
      for (const to of stores) if (from !== to) taken += give(from, to).taken;
    }
    if (taken === 0) break;
  }
  expect(new Set(stores.map((store) => contentHash(store))).size).toBe(1);
  expect(new Set(stores.map((store) => JSON.stringify(versionVector(store)))).size).toBe(1);
  for (const store of stores.slice(0, 2)) expect((await verifyStore(store)).findings).toEqual([]);
}

/** Keeps the originals of sources that were added without. */
function keepOriginals(store: CaseStore): void {
  const bytes = Buffer.from(paragraphs.join('\n\n'));
  store.replay((writer) => {
    for (const { sha256 } of store.all<{ sha256: string }>('SELECT sha256 FROM source')) {
      beginBlob(writer, sha256, bytes.length);
      writeBlobChunk(writer, sha256, 0, bytes);
    }
  });
}

const ids = (store: CaseStore, table: string) =>
  store.all<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`).map(({ id }) => id);
const newTag = (store: CaseStore, name: string, parent: string | null = null) =>
  createTag(store, { name, parent });
const person = (store: CaseStore, name: string) =>
  createEntity(store, { kind: 'person', name, aliases: [] });

describe('a merge', () => {
  test('joins changes of different fields, and of one field keeps the later everywhere', async () => {
    let tag = '';
    const [one, other] = two((store) => void (tag = newTag(store, 'movement')));
    updateTag(one, tag, { name: 'travel' });
    updateTag(one, tag, { color: '#112233' });
    updateTag(other, tag, { description: 'who went where' });
    updateTag(other, tag, { name: 'journeys' });
    await settle([one, other]);
    expect(one.one('SELECT name, color, description FROM tag')).toEqual({
      name: 'journeys',
      color: '#112233',
      description: 'who went where',
    });
    for (const store of [one, other]) {
      expect(conflictsOf(store)).toMatchObject([
        {
          table: 'tag',
          id: tag,
          field: 'name',
          stands: { value: 'journeys', replica: other.replica, by: { name: 'Ana Ruiz' } },
          others: [{ value: 'travel', replica: one.replica }],
        },
      ]);
    }
  });

  test('finds no conflict where one had seen what the other wrote', async () => {
    let tag = '';
    const [one, other] = two((store) => void (tag = newTag(store, 'movement')));
    updateTag(one, tag, { name: 'travel' });
    give(one, other);
    updateTag(other, tag, { name: 'journeys' });
    await settle([one, other]);
    expect(conflictsOf(one)).toEqual([]);
  });

  test('changes nothing the second time, and opens no gesture for that', () => {
    const [one, other] = two();
    newTag(one, 'movement');
    const sets = changeSetsBeyond(one, versionVector(other));
    expect(mergeChangeSets(other, sets)).toEqual({ taken: 1, mended: 0, leftOut: 0 });
    const vector = versionVector(other);
    expect(mergeChangeSets(other, sets)).toEqual({ taken: 0, mended: 0, leftOut: 0 });
    expect(versionVector(other)).toEqual(vector);
  });

  test('tells those who look on what is different', () => {
    const [one, other] = two();
    newTag(one, 'movement');
    const told: string[][] = [];
    other.subscribe(({ tables }) => told.push(tables));
    give(one, other);
    expect(told).toEqual([['tag']]);
  });

  test('what is done after it comes later than what came in, whatever the clocks say', async () => {
    let tag = '';
    const [one, other] = two((store) => void (tag = newTag(store, 'movement')));
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 3_600_000);
    updateTag(one, tag, { name: 'theirs' });
    vi.useRealTimers();
    give(one, other);
    updateTag(other, tag, { name: 'mine' });
    await settle([one, other]);
    expect(one.one('SELECT name FROM tag')).toEqual({ name: 'mine' });
  });

  test('takes an undo along like any gesture', async () => {
    const [one, other] = two();
    newTag(one, 'movement');
    give(one, other);
    undo(one, 'undo');
    await settle([one, other]);
    expect(ids(other, 'tag')).toEqual([]);
    undo(one, 'redo');
    await settle([one, other]);
    expect(ids(other, 'tag')).toHaveLength(1);
  });

  test('keeps the words of a passage with its place when both moved its ends', async () => {
    let source = '';
    let excerpt = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
      ({ excerpt } = tagPassage(store, spanOf(source, paragraphs, 'crossed the quay'), {
        name: 'place',
        parent: null,
      }));
    });
    adjustPassage(one, excerpt, spanOf(source, paragraphs, 'Marta Luz crossed the quay'));
    adjustPassage(other, excerpt, spanOf(source, paragraphs, 'crossed the quay at dawn'));
    await settle([one, other]);
    expect(one.one('SELECT quotation FROM excerpt')).toEqual({
      quotation: 'crossed the quay at dawn',
    });
    expect(conflictsOf(one)).toContainEqual(
      expect.objectContaining({
        field: 'quotation',
        others: [expect.objectContaining({ value: 'Marta Luz crossed the quay' })],
      }),
    );
  });

  test('is one step of undo, which puts back what was before, and can be done again', async () => {
    let a = '';
    let b = '';
    const [one, other] = two((store) => {
      a = newTag(store, 'a');
      b = newTag(store, 'b');
    });
    updateTag(one, a, { parent: b });
    updateTag(other, b, { parent: a });
    newTag(other, 'c');
    const before = contentHash(one);
    expect(give(other, one)).toEqual({ taken: 2, mended: 1, leftOut: 0 });
    const merged = contentHash(one);
    expect(undo(one, 'undo')?.label).toBe('case.merge');
    expect(contentHash(one)).toBe(before);
    expect((await verifyStore(one)).findings).toEqual([]);
    expect(give(other, one)).toEqual({ taken: 0, mended: 0, leftOut: 0 });
    undo(one, 'redo');
    expect(contentHash(one)).toBe(merged);
    undo(one, 'undo');
    undo(one, 'undo');
    expect(undoSteps(one)).toMatchObject({ undo: { label: 'tag.create' } });
    await settle([one, other]);
    expect(other.all('SELECT name, parent_id AS parent FROM tag ORDER BY name')).toEqual([
      { name: 'a', parent: null },
      { name: 'b', parent: null },
    ]);
  });

  test('is taken back with what was built upon it only when that is wanted', async () => {
    const [one, other] = two();
    const entity = person(other, 'Marta Luz');
    give(other, one);
    addNote(one, { table: 'entity', id: entity }, 'Who is she?');
    undo(one, 'undo');
    undo(one, 'redo');
    const id = one.one<{ id: number }>(
      'SELECT id FROM change_set WHERE replica = ? ORDER BY id DESC LIMIT 1',
      other.replica,
    )?.id;
    expect(() => takeBackMerge(one, { first: id ?? 0, last: id ?? 0 }, '', false)).toThrow(
      expect.objectContaining({
        code: 'undo.builtUpon',
        details: { label: 'case.merge', count: 1 },
      }),
    );
    takeBackMerge(one, { first: id ?? 0, last: id ?? 0 }, '', true);
    expect([ids(one, 'entity'), ids(one, 'name'), ids(one, 'note')]).toEqual([[], [], []]);
    await settle([one, other]);
  });

  test('refuses changes that were altered, that others are missing before, or of another case', () => {
    const [one, other] = two();
    newTag(one, 'a');
    newTag(one, 'b');
    const before = contentHash(other);
    const [first, second] = changeSetsBeyond(one, versionVector(other));
    if (first === undefined || second === undefined) throw new Error('nothing to give');
    expect(() => mergeChangeSets(other, [second])).toThrow(
      expect.objectContaining({ code: 'merge.incomplete' }),
    );
    expect(() => mergeChangeSets(other, [{ ...first, actor: '{"name":"Eve"}' }, second])).toThrow(
      expect.objectContaining({ code: 'merge.altered' }),
    );
    expect(() => mergeChangeSets(other, [first, { ...second, previousHash: '' }])).toThrow(
      expect.objectContaining({ code: 'merge.altered' }),
    );
    expect(() => give(testCase(), other)).toThrow(
      expect.objectContaining({ code: 'merge.otherCase' }),
    );
    expect(contentHash(other)).toBe(before);
    expect(mergeChangeSets(other, [second, first, first]).taken).toBe(2);
  });

  test('refuses what builds upon the work of a third who was not handed over', () => {
    const [one, other, third] = replicas(3);
    if (one === undefined || other === undefined || third === undefined) throw new Error('few');
    const tag = newTag(one, 'movement');
    give(one, other);
    updateTag(other, tag, { name: 'travel' });
    const theirs = changeSetsBeyond(other, versionVector(third)).filter(
      ({ replica }) => replica === other.replica,
    );
    expect(() => mergeChangeSets(third, theirs)).toThrow(
      expect.objectContaining({ code: 'merge.incomplete' }),
    );
    expect(ids(third, 'tag')).toEqual([]);
  });
});

describe('an edit beats a concurrent deletion', () => {
  test('with all that went with it', async () => {
    let entity = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
      addNote(store, { table: 'entity', id: entity }, 'Who is she?');
    });
    removeEntity(one, entity);
    updateEntity(other, entity, { summary: 'A sailor.' });
    await settle([one, other]);
    expect(one.one('SELECT summary FROM entity')).toEqual({ summary: 'A sailor.' });
    expect(one.one('SELECT kind, value FROM name')).toEqual({
      kind: 'primary',
      value: 'Marta Luz',
    });
    expect(ids(one, 'note')).toHaveLength(1);
    // Who has seen the edit takes it away for good.
    removeEntity(one, entity);
    await settle([one, other]);
    expect(ids(other, 'entity')).toEqual([]);
  });

  test('also when the deletion is the later', async () => {
    let entity = '';
    const [one, other] = two((store) => void (entity = person(store, 'Marta Luz')));
    updateEntity(other, entity, { summary: 'A sailor.' });
    removeEntity(one, entity);
    await settle([one, other]);
    expect(ids(one, 'entity')).toEqual([entity]);
  });

  test('and so does what somebody puts beneath it', async () => {
    let entity = '';
    const [one, other] = two((store) => void (entity = person(store, 'Marta Luz')));
    addAttribute(other, {
      entity,
      property: 'occupation',
      value: 'sailor',
      since: '',
      until: '',
      stance: 'supports',
      credibility: '6',
    });
    removeEntity(one, entity);
    await settle([one, other]);
    expect(ids(one, 'entity')).toEqual([entity]);
    expect(ids(one, 'name')).toHaveLength(1);
    expect(ids(one, 'attribute')).toHaveLength(1);
  });

  test('but a deletion of what nobody changed stands, and so does what both deleted', async () => {
    let kept = '';
    let gone = '';
    const [one, other] = two((store) => {
      gone = person(store, 'Marta Luz');
      kept = person(store, 'Rosa Luz');
    });
    removeEntity(one, gone);
    removeEntity(other, gone);
    updateEntity(other, kept, { summary: 'Her sister.' });
    await settle([one, other]);
    expect(ids(one, 'entity')).toEqual([kept]);
  });

  test('a tag under one that was deleted stays, at the top', async () => {
    let above = '';
    const [one, other] = two((store) => void (above = newTag(store, 'above')));
    const below = newTag(other, 'below', above);
    removeTag(one, above);
    await settle([one, other]);
    expect(one.all('SELECT id, parent_id AS parent FROM tag')).toEqual([
      { id: below, parent: null },
    ]);
  });
});

describe('what may be there once', () => {
  test('a tag on a passage', async () => {
    let source = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
      newTag(store, 'harbour');
    });
    for (const store of [one, other]) {
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'harbour', parent: null });
    }
    await settle([one, other]);
    expect(ids(one, 'excerpt_tag')).toHaveLength(2);
    // Taken away, it does not come back with its twin.
    const tag = one.one<{ id: string }>(`SELECT id FROM tag WHERE name = 'harbour'`)?.id ?? '';
    untagPassage(one, ids(one, 'excerpt')[0] ?? '', tag);
    await settle([one, other]);
    expect(ids(other, 'excerpt_tag')).toHaveLength(1);
  });

  test('a judgement of a pair, which is the later one', async () => {
    let first = '';
    let second = '';
    const [one, other] = two((store) => {
      first = person(store, 'Marta Luz');
      second = person(store, 'M. Luz');
    });
    judge(one, { first, second, judgement: 'different', reason: 'ages' });
    judge(other, { first, second, judgement: 'same', reason: 'address' });
    await settle([one, other]);
    expect(one.all('SELECT judgement, reason FROM resolution')).toEqual([
      { judgement: 'same', reason: 'address' },
    ]);
  });

  test('a name of an entity, with the evidence of both, and one that is primary', async () => {
    let entity = '';
    let source = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
      source = addSource(store, paragraphs);
    });
    for (const [store, word] of [
      [one, 'quay'],
      [other, 'dawn'],
    ] as const) {
      addName(store, {
        entity: { entity },
        kind: 'alias',
        value: 'Lucita',
        passage: spanOf(source, paragraphs, word),
        stance: 'supports',
        credibility: '2',
      });
    }
    addName(one, {
      entity: { entity },
      kind: 'primary',
      value: 'Marta',
      stance: 'supports',
      credibility: '6',
    });
    addName(other, {
      entity: { entity },
      kind: 'primary',
      value: 'Luz',
      stance: 'supports',
      credibility: '6',
    });
    await settle([one, other]);
    expect(one.all('SELECT value, kind FROM name ORDER BY value')).toEqual([
      { value: 'Lucita', kind: 'alias' },
      { value: 'Luz', kind: 'primary' },
      { value: 'Marta', kind: 'variant' },
      { value: 'Marta Luz', kind: 'variant' },
    ]);
    expect(ids(one, 'evidence')).toHaveLength(2);
  });

  test('a way up from a tag: the later of two moves that make a ring puts its tag at the top', async () => {
    let a = '';
    let b = '';
    const [one, other] = two((store) => {
      a = newTag(store, 'a');
      b = newTag(store, 'b');
    });
    updateTag(one, a, { parent: b });
    updateTag(other, b, { parent: a });
    await settle([one, other]);
    expect(one.all('SELECT name, parent_id AS parent FROM tag ORDER BY name')).toEqual([
      { name: 'a', parent: b },
      { name: 'b', parent: null },
    ]);
  });
});

/** One thing a person does; what it is done to is chosen by numbers from what is there. */
type Act = (store: CaseStore, pick: (table: string) => string | undefined, word: string) => void;

const acts: Record<string, Act> = {
  tag: (store, pick, word) => void newTag(store, word, pick('tag') ?? null),
  rename: (store, pick, word) => {
    const id = pick('tag');
    if (id !== undefined) updateTag(store, id, { name: word });
  },
  move: (store, pick) => {
    const [id, parent] = [pick('tag'), pick('tag')];
    if (id !== undefined && parent !== undefined) updateTag(store, id, { parent });
  },
  untag: (store, pick) => {
    const found = store.one<{ excerpt: string; tag: string }>(
      'SELECT excerpt_id AS excerpt, tag_id AS tag FROM excerpt_tag WHERE id = ?',
      pick('excerpt_tag') ?? '',
    );
    if (found !== undefined) untagPassage(store, found.excerpt, found.tag);
  },
  joinTags: (store, pick) => {
    const [id, into] = [pick('tag'), pick('tag')];
    if (id !== undefined && into !== undefined) mergeTags(store, id, into);
  },
  removeTag: (store, pick) => {
    const id = pick('tag');
    if (id !== undefined) removeTag(store, id);
  },
  markAgain: (store, pick) => {
    const [excerpt, tag] = [pick('excerpt'), pick('tag')];
    if (excerpt !== undefined && tag !== undefined) tagPassage(store, { excerpt }, { tag });
  },
  mark: (store, pick, word) => {
    const [source, tag] = [pick('source'), pick('tag')];
    if (source === undefined || tag === undefined) return;
    tagPassage(store, spanOf(source, paragraphs, word), { tag });
  },
  removeExcerpt: (store, pick) => {
    const id = pick('excerpt');
    if (id !== undefined) removeExcerpt(store, id);
  },
  person: (store, _, word) => void person(store, word),
  describe: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) updateEntity(store, id, { summary: word });
  },
  removeEntity: (store, pick) => {
    const id = pick('entity');
    if (id !== undefined) removeEntity(store, id);
  },
  name: (store, pick, word) => {
    const [entity, source] = [pick('entity'), pick('source')];
    if (entity === undefined || source === undefined) return;
    addName(store, {
      entity: { entity },
      kind: word.length % 2 === 0 ? 'primary' : 'alias',
      value: word,
      passage: spanOf(source, paragraphs, word),
      stance: 'supports',
      credibility: '6',
    });
  },
  changeName: (store, pick, word) => {
    const id = pick('name');
    if (id !== undefined) updateName(store, id, { value: word });
  },
  bear: (store, pick, word) => {
    const [id, excerpt] = [pick('name'), pick('excerpt')];
    if (id === undefined || excerpt === undefined) return;
    addEvidence(store, {
      fact: { kind: 'name', id },
      passage: { excerpt },
      stance: word.length % 2 === 0 ? 'supports' : 'contradicts',
      credibility: '3',
    });
  },
  judge: (store, pick, word) => {
    const [first, second] = [pick('entity'), pick('entity')];
    if (first === undefined || second === undefined || first === second) return;
    judge(store, {
      first,
      second,
      judgement: word.length % 2 === 0 ? 'same' : 'different',
      reason: word,
    });
  },
  note: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) addNote(store, { table: 'entity', id }, word);
  },
  undo: (store) => void undo(store, 'undo', true),
  redo: (store) => void undo(store, 'redo', true),
};

/** What the engine refuses, because of what is there, is no act. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}

const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.nat(),
      act: fc.constantFrom(...Object.keys(acts), 'name', 'name', 'markAgain', 'bear', 'describe'),
      picks: fc.tuple(fc.nat(50), fc.nat(50)),
      word: fc.nat(words.length - 1),
    }),
  },
  {
    weight: 1,
    // Some of what is handed over is lost on the way, from some place on.
    arbitrary: fc.record({ from: fc.nat(), to: fc.nat(), lost: fc.constantFrom(0, 0, 1, 3) }),
  },
);

test('replicas that have seen the same changes hold the same case, whatever was done and exchanged before', async () => {
  const runs = Number(process.env['LEGAJO_MERGE_RUNS'] ?? 15);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 3, max: 5 }),
      fc.array(Step, { minLength: 10, maxLength: 80, size: 'max' }),
      async (count, steps) => {
        const stores = replicas(count, (store) => {
          addSource(store, paragraphs);
          const [source = ''] = ids(store, 'source');
          for (const word of ['quay', 'dawn']) {
            tagPassage(store, spanOf(source, paragraphs, word), { name: word, parent: null });
          }
          newTag(store, 'time');
          person(store, 'Marta Luz');
          person(store, 'M. Luz');
        });
        const made = new Set<string>();
        const replica = (at: number): CaseStore => {
          const store = stores[at % stores.length];
          if (store === undefined) throw new Error('no replica');
          return store;
        };
        // Clocks of laptops are apart by minutes, and go on.
        vi.useFakeTimers({ toFake: ['Date'] });
        const began = Date.now();
        for (const [turn, step] of steps.entries()) {
          if ('act' in step) {
            const store = replica(step.at);
            const apart = (stores.indexOf(store) - 2) * 60_000;
            vi.setSystemTime(began + apart + turn * 20_000);
            const numbers = [...step.picks];
            const pick = (table: string) => {
              const there = ids(store, table);
              return there[(numbers.shift() ?? 0) % Math.max(1, there.length)];
            };
            attempt(() => acts[step.act]?.(store, pick, words[step.word] ?? ''));
            const last = versionVector(store)[store.replica];
            if (last !== undefined) made.add(`${store.replica} ${last}`);
          } else if (replica(step.from) !== replica(step.to)) {
            const sets = changeSetsBeyond(replica(step.from), versionVector(replica(step.to)));
            attempt(() =>
              mergeChangeSets(replica(step.to), sets.slice(0, sets.length - step.lost)),
            );
          }
        }
        vi.useRealTimers();
        await settle(stores);
        const unnamed = `SELECT id FROM entity e
          WHERE (SELECT count(*) FROM name WHERE entity_id = e.id AND kind = 'primary') <> 1`;
        expect(replica(0).all(unnamed)).toEqual([]);
        const seen = new Set(
          replica(0)
            .all<{ key: string }>(`SELECT replica || ' ' || sequence AS key FROM change_set`)
            .map(({ key }) => key),
        );
        expect([...made].filter((key) => !seen.has(key))).toEqual([]);
        for (const store of stores) store.close();
      },
    ),
    { numRuns: runs },
  );
}, 600_000);
