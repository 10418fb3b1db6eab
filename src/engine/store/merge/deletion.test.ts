import { describe, expect, test } from 'vitest';
import { removeTag } from '../../annotations/index.ts';
import { addAttribute, removeEntity, updateEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { ids, newTag, person, settle, two } from '../testing/replicas.ts';

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
