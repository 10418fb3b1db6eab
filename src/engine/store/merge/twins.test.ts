import { describe, expect, test } from 'vitest';
import { tagPassage } from '../../annotations/index.ts';
import { mentionEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { addSource, spanOf } from '../../testing/index.ts';
import { contentHash, undo, type CaseStore } from '../index.ts';
import { give, ids, keepOriginals, paragraphs, person, settle, two } from '../testing/replicas.ts';

/** Two files in which the same document was imported by each. */
function both(): { one: CaseStore; other: CaseStore; first: string; second: string } {
  const [one, other] = two();
  const first = addSource(one, paragraphs, { title: 'Report', reliability: 'B' });
  const second = addSource(other, paragraphs, { title: 'The report', reliability: 'F' });
  for (const store of [one, other]) keepOriginals(store);
  return { one, other, first, second };
}

describe('a document that two imported', () => {
  test('is one source, with the passages of both and what either said of it', async () => {
    const { one, other, first, second } = both();
    one.gesture('source.update', (writer) => writer.update('source', first, { author: 'Gil' }));
    other.gesture('source.update', (writer) =>
      writer.update('source', second, { publisher: 'Port', handling: 'RED', reading: 'read' }),
    );
    tagPassage(one, spanOf(first, paragraphs, 'quay'), { name: 'place', parent: null });
    tagPassage(other, spanOf(second, paragraphs, 'dawn'), { name: 'time', parent: null });
    addNote(other, { table: 'source', id: second }, 'Who wrote it?');
    await settle([one, other]);
    expect(one.all('SELECT * FROM source')).toMatchObject([
      {
        id: first,
        title: 'The report',
        author: 'Gil',
        publisher: 'Port',
        reliability: 'B',
        handling: 'RED',
        reading: 'read',
      },
    ]);
    expect(one.all('SELECT DISTINCT source_id AS source FROM excerpt')).toEqual([
      { source: first },
    ]);
    expect(ids(one, 'excerpt')).toHaveLength(2);
    expect(one.one('SELECT subject_id AS subject FROM note')).toEqual({ subject: first });
  });

  test('has each passage once, with the tags and mentions of both', async () => {
    const { one, other, first, second } = both();
    const entity = person(one, 'Marta Luz');
    give(one, other);
    const [source = ''] = ids(other, 'source');
    expect([source, ids(other, 'source').length]).toEqual([first, 1]);
    for (const [store, name] of [
      [one, 'place'],
      [other, 'harbour'],
    ] as const) {
      tagPassage(store, spanOf(first, paragraphs, 'quay'), { name, parent: null });
      mentionEntity(store, spanOf(first, paragraphs, 'quay'), { entity });
    }
    await settle([one, other]);
    expect(ids(one, 'source')).not.toContain(second);
    expect(ids(one, 'excerpt')).toHaveLength(1);
    expect(ids(one, 'excerpt_tag')).toHaveLength(2);
    expect(ids(one, 'mention')).toHaveLength(1);
  });

  test('is two again when the merge is taken back', () => {
    const { one, other } = both();
    const before = contentHash(other);
    give(one, other);
    expect(ids(other, 'source')).toHaveLength(1);
    undo(other, 'undo');
    expect(contentHash(other)).toBe(before);
  });

  test('stays one when somebody goes on in the one that went', async () => {
    const { one, other, first, second } = both();
    give(other, one);
    tagPassage(other, spanOf(second, paragraphs, 'dawn'), { name: 'time', parent: null });
    await settle([one, other]);
    expect(ids(other, 'source')).toEqual([first]);
    expect(other.all('SELECT source_id AS source FROM excerpt')).toEqual([{ source: first }]);
  });
});
