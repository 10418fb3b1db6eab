import { describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { adjustPassage, tagPassage, updateTag } from '../../annotations/index.ts';
import { removeEntity, updateEntity } from '../../entities/index.ts';
import { addSource, spanOf } from '../../testing/index.ts';
import {
  asWritten,
  conflictsOf,
  writtenTogether,
  type CaseStore,
  type Conflict,
} from '../index.ts';
import { newTag, paragraphs, person, settle, two } from '../testing/replicas.ts';

function decide(store: CaseStore, { table, id, field, others }: Conflict): void {
  store.gesture('conflict.decide', (writer) =>
    writer.insert('decision', {
      id: newId(),
      subjectTable: table,
      subjectId: id,
      field,
      choice: field === '' ? 'keep' : 'stands',
      over: JSON.stringify(others.map(({ hash }) => hash)),
      createdAt: new Date().toISOString(),
    }),
  );
}

describe('a conflict', () => {
  test('is decided once, for everybody, until somebody writes something new', async () => {
    let tag = '';
    const [one, other] = two((store) => void (tag = newTag(store, 'movement')));
    updateTag(one, tag, { name: 'travel' });
    updateTag(other, tag, { name: 'journeys' });
    await settle([one, other]);
    const [conflict] = conflictsOf(one);
    if (conflict === undefined) throw new Error('no conflict');
    decide(one, conflict);
    expect(conflictsOf(one)).toEqual([]);
    updateTag(other, tag, { name: 'voyages' });
    await settle([one, other]);
    expect(conflictsOf(other)).toEqual([]);
    updateTag(one, tag, { name: 'trips' });
    updateTag(other, tag, { name: 'tours' });
    await settle([one, other]);
    expect(conflictsOf(other)).toMatchObject([
      { stands: { value: 'tours' }, others: [{ value: 'trips' }] },
    ]);
  });

  test('is told of a record that one took away and another changed, once for all that hangs on it', async () => {
    let entity = '';
    const [one, other] = two((store) => void (entity = person(store, 'Marta Luz')));
    removeEntity(one, entity);
    updateEntity(other, entity, { summary: 'A sailor.' });
    await settle([one, other]);
    const conflicts = conflictsOf(one);
    expect(conflicts).toMatchObject([
      {
        table: 'entity',
        id: entity,
        field: '',
        stands: { replica: other.replica, deleted: false },
        others: [{ replica: one.replica, deleted: true, value: null }],
      },
    ]);
    const [conflict] = conflicts;
    if (conflict === undefined) throw new Error('no conflict');
    decide(other, conflict);
    await settle([one, other]);
    expect(conflictsOf(one)).toEqual([]);
  });

  test('has no part in what was never changed by two', async () => {
    let entity = '';
    const [one, other] = two((store) => void (entity = person(store, 'Marta Luz')));
    removeEntity(one, entity);
    newTag(other, 'movement');
    await settle([one, other]);
    expect(conflictsOf(one)).toEqual([]);
  });

  test('is told a row at a time, from a place on', async () => {
    const tags: string[] = [];
    const [one, other] = two((store) => {
      for (const name of ['a', 'b', 'c']) tags.push(newTag(store, name));
    });
    for (const [at, tag] of tags.entries()) {
      updateTag(one, tag, { name: `one ${at}` });
      updateTag(other, tag, { name: `other ${at}` });
    }
    await settle([one, other]);
    const told = (options: Parameters<typeof conflictsOf>[1]) =>
      conflictsOf(one, options).map(({ id }) => id);
    expect(told({})).toEqual(tags);
    expect(told({ limit: 2 })).toEqual(tags.slice(0, 2));
    expect(told({ after: { table: 'tag', id: tags[1] ?? '' } })).toEqual(tags.slice(2));
    expect(told({ only: [{ table: 'tag', id: tags[1] ?? '' }] })).toEqual([tags[1]]);
  });

  test('gives back all of what was written together', async () => {
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
    const conflict = conflictsOf(one).find(({ field }) => field === 'quotation');
    const given = conflict?.others[0];
    if (conflict === undefined || given === undefined) throw new Error('no conflict');
    expect(writtenTogether('excerpt', 'quotation')).toContain('start');
    expect(asWritten(one, conflict, given.changeSet)).toMatchObject({
      source_id: source,
      start: 0,
      end: 26,
      quotation: 'Marta Luz crossed the quay',
    });
  });
});
