import { describe, expect, test } from 'vitest';
import { tagPassage, updateTag } from '../../annotations/index.ts';
import { addAttribute, removeEntity, updateEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { addSource, spanOf } from '../../testing/index.ts';
import { conflictsOf, contentHash, takeInLeftOut, undo, verifyStore, type Key } from '../index.ts';
import { give, ids, newTag, paragraphs, person, settle, two } from '../testing/replicas.ts';

const only =
  (...left: string[]) =>
  ({ id }: Key) =>
    left.includes(id);

describe('a record that is left out of a merge', () => {
  test('is not there, nor what hangs on it, now or later, and nobody else loses it', async () => {
    const [one, other] = two();
    const wanted = person(one, 'Marta Luz');
    const left = person(one, 'Rosa Luz');
    expect(give(one, other, { leaveOut: only(left) })).toMatchObject({ leftOut: 2 });
    expect(ids(other, 'entity')).toEqual([wanted]);
    expect(ids(other, 'name')).toHaveLength(1);
    addNote(one, { table: 'entity', id: left }, 'Who is she?');
    updateEntity(one, left, { summary: 'Her sister.' });
    updateEntity(one, wanted, { summary: 'A sailor.' });
    give(one, other);
    expect(ids(other, 'entity')).toEqual([wanted]);
    expect(ids(other, 'note')).toEqual([]);
    expect(other.one('SELECT summary FROM entity')).toEqual({ summary: 'A sailor.' });
    expect((await verifyStore(other)).findings).toEqual([]);
    updateEntity(other, wanted, { handling: 'RED' });
    expect(give(other, one)).toMatchObject({ taken: 1, mended: 0 });
    expect(ids(one, 'entity')).toEqual([wanted, left]);
    expect(ids(one, 'note')).toHaveLength(1);
    expect(conflictsOf(other)).toEqual([]);
  });

  test('can be taken in after all, with what hangs on it', async () => {
    const [one, other] = two();
    const left = person(one, 'Rosa Luz');
    addNote(one, { table: 'entity', id: left }, 'Who is she?');
    give(one, other, { leaveOut: only(left) });
    expect(ids(other, 'entity')).toEqual([]);
    expect(takeInLeftOut(other, [{ table: 'entity', id: left }])).toBe(3);
    expect(contentHash(other)).toBe(contentHash(one));
    expect(other.all('SELECT * FROM left_out')).toEqual([]);
    await settle([one, other]);
  });

  test('takes along what it hangs on when it is taken in', () => {
    const [one, other] = two();
    const left = person(one, 'Rosa Luz');
    const note = addNote(one, { table: 'entity', id: left }, 'Who is she?');
    give(one, other, { leaveOut: only(left) });
    takeInLeftOut(other, [{ table: 'note', id: note }]);
    expect(contentHash(other)).toBe(contentHash(one));
  });

  test('stays as it is here when it was here before', async () => {
    let tag = '';
    const [one, other] = two((store) => void (tag = newTag(store, 'movement')));
    updateTag(one, tag, { name: 'travel' });
    give(one, other, { leaveOut: only(tag) });
    expect(other.one('SELECT name FROM tag')).toEqual({ name: 'movement' });
    updateTag(one, tag, { color: '#112233' });
    give(one, other);
    expect(other.one('SELECT name, color FROM tag')).toEqual({
      name: 'movement',
      color: '#112233',
    });
    expect((await verifyStore(other)).findings).toEqual([]);
  });

  test('stays here with what hangs on it when others took it away', async () => {
    let entity = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
      addAttribute(store, {
        entity,
        property: 'occupation',
        value: 'sailor',
        since: '',
        until: '',
        stance: 'supports',
        credibility: '6',
      });
    });
    removeEntity(one, entity);
    const [attribute = ''] = ids(other, 'attribute');
    give(one, other, { leaveOut: only(attribute) });
    expect(ids(other, 'attribute')).toEqual([attribute]);
    expect(ids(other, 'entity')).toEqual([entity]);
    expect((await verifyStore(other)).findings).toEqual([]);
    expect(give(other, one)).toEqual({ taken: 0, mended: 0, leftOut: 0 });
  });

  test('leaves a tag beneath it out, rather than at the top for everybody', () => {
    let below = '';
    const [one, other] = two((store) => void (below = newTag(store, 'below')));
    const above = newTag(one, 'above');
    updateTag(one, below, { parent: above });
    give(one, other, { leaveOut: only(above) });
    expect(other.all('SELECT id, parent_id AS parent FROM tag')).toEqual([
      { id: below, parent: null },
    ]);
    expect(give(other, one)).toEqual({ taken: 0, mended: 0, leftOut: 0 });
  });

  test('goes with its merge when that is taken back', async () => {
    const [one, other] = two((store) => {
      addSource(store, paragraphs);
    });
    const [source = ''] = ids(one, 'source');
    tagPassage(one, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
    const left = person(one, 'Rosa Luz');
    const before = contentHash(other);
    give(one, other, { leaveOut: only(left) });
    undo(other, 'undo');
    expect(contentHash(other)).toBe(before);
    undo(other, 'redo');
    expect(ids(other, 'excerpt')).toHaveLength(1);
    expect(ids(other, 'entity')).toEqual([]);
    expect((await verifyStore(other)).findings).toEqual([]);
  });
});
