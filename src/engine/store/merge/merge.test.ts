import { afterEach, describe, expect, test, vi } from 'vitest';
import { adjustPassage, tagPassage, updateTag } from '../../annotations/index.ts';
import { addNote } from '../../notes/index.ts';
import { addSource, spanOf, testCase } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  conflictsOf,
  contentHash,
  mergeChangeSets,
  undo,
  undoSteps,
  verifyStore,
  versionVector,
} from '../index.ts';
import {
  give,
  ids,
  newTag,
  paragraphs,
  person,
  replicas,
  settle,
  two,
} from '../testing/replicas.ts';
import { takeBackMerge } from './index.ts';

afterEach(() => vi.useRealTimers());

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
