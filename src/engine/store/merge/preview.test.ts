import { describe, expect, test } from 'vitest';
import { removeTag, updateTag } from '../../annotations/index.ts';
import { createEntity, removeEntity, updateEntity } from '../../entities/index.ts';
import { addSource, closing, testActor } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  contentHash,
  mergeChangeSets,
  openStore,
  previewMerge,
  versionVector,
  type CaseStore,
  type PreviewQuery,
} from '../index.ts';
import { ids, keepOriginals, newTag, paragraphs, person, two } from '../testing/replicas.ts';

const all: PreviewQuery = { offset: 0, limit: 100 };

/** What a merge would do, seen through a connection that can only read. */
function preview(from: CaseStore, to: CaseStore, options: Parameters<typeof previewMerge>[2] = {}) {
  const reader = closing(openStore(to.opening.path, { actor: testActor, access: 'read' }));
  return previewMerge(reader, changeSetsBeyond(from, versionVector(to)), options);
}

describe('a merge that is looked through', () => {
  test('tells of each record what it would be, field by field, and by whom', () => {
    let kept = '';
    let gone = '';
    const [one, other] = two((store) => {
      kept = newTag(store, 'movement');
      gone = newTag(store, 'weather');
    });
    const made = newTag(one, 'harbour');
    updateTag(one, kept, { name: 'travel' });
    removeTag(one, gone);
    const before = contentHash(other);
    const seen = preview(one, other);
    expect(seen.taken).toBe(3);
    expect(seen.totals).toEqual([
      { table: 'tag', outcome: 'changed', count: 1, conflicting: 0 },
      { table: 'tag', outcome: 'removed', count: 1, conflicting: 0 },
      { table: 'tag', outcome: 'new', count: 1, conflicting: 0 },
    ]);
    expect(seen.people).toMatchObject([{ by: { name: 'Ana Ruiz' }, sets: 3, records: 3 }]);
    expect(seen.records(all)).toMatchObject({
      total: 3,
      items: [
        {
          id: kept,
          outcome: 'changed',
          fields: [{ field: 'name', old: 'movement', new: 'travel' }],
          by: [{ name: 'Ana Ruiz' }],
        },
        { id: gone, outcome: 'removed', row: { name: 'weather' } },
        { id: made, outcome: 'new', row: { name: 'harbour' } },
      ],
    });
    expect(seen.records({ ...all, outcomes: ['new'] }).items.map(({ id }) => id)).toEqual([made]);
    expect(seen.records({ ...all, by: 'Somebody else' }).total).toBe(0);
    seen.close();
    expect(contentHash(other)).toBe(before);
    expect(ids(other, 'change_set')).toHaveLength(3);
  });

  test('tells what would be in conflict, and what would be there again', () => {
    let tag = '';
    let entity = '';
    const [one, other] = two((store) => {
      tag = newTag(store, 'movement');
      entity = person(store, 'Marta Luz');
    });
    updateTag(one, tag, { name: 'travel' });
    updateTag(other, tag, { name: 'journeys' });
    updateEntity(one, entity, { summary: 'A sailor.' });
    removeEntity(other, entity);
    const seen = preview(one, other);
    expect(seen.records({ ...all, conflicting: true }).items).toMatchObject([
      { id: tag, outcome: 'same', conflicts: ['name'], fields: [] },
      { id: entity, outcome: 'back', conflicts: [''] },
    ]);
  });

  test('tells what would be one, and what is left out', () => {
    const [one, other] = two();
    const theirs = addSource(one, paragraphs);
    const ours = addSource(other, paragraphs);
    for (const store of [one, other]) keepOriginals(store);
    const left = createEntity(one, { kind: 'person', name: 'Rosa Luz', aliases: [] });
    const seen = preview(one, other, { leaveOut: ({ id }) => id === left });
    expect(seen.joined).toEqual([{ table: 'source', stays: theirs, gone: ours }]);
    expect(seen.records({ ...all, outcomes: ['leftOut'] }).items).toMatchObject([
      { table: 'entity', id: left, row: { kind: 'person' } },
      { table: 'name', row: { value: 'Rosa Luz' } },
    ]);
    expect(seen.records({ ...all, tables: ['source'] }).items).toMatchObject([
      { id: theirs, outcome: 'new' },
      { id: ours, outcome: 'removed', by: [] },
    ]);
  });

  test('is what the merge then does', () => {
    const [one, other] = two((store) => void newTag(store, 'movement'));
    person(one, 'Marta Luz');
    updateTag(one, ids(one, 'tag')[0] ?? '', { color: '#112233' });
    const seen = preview(one, other);
    const wanted = seen.records(all).items.map(({ table, id, row }) => ({ table, id, row }));
    mergeChangeSets(other, changeSetsBeyond(one, versionVector(other)));
    for (const { table, id, row } of wanted) {
      expect(other.one(`SELECT * FROM "${table}" WHERE id = ?`, id)).toMatchObject(row);
    }
  });
});
