import { describe, expect, test } from 'vitest';
import { createCase } from '../../cases/index.ts';
import { createEntity, removeEntity, updateEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { addSource, closing, spanOf, testActor, testFolder } from '../../testing/index.ts';
import { tagPassage } from '../../annotations/index.ts';
import { join } from 'node:path';
import {
  buildCase,
  changeSetsBeyond,
  conflictsOf,
  contentHash,
  createStore,
  mergeChangeSets,
  verifyStore,
  versionVector,
  type CaseStore,
} from '../index.ts';
import { extractOf } from '../testing/extract.ts';
import { give, ids, paragraphs, person, two } from '../testing/replicas.ts';

/** A new file of a package that leaves something out. */
function opened(...[from, alter]: Parameters<typeof extractOf>): CaseStore {
  const store = closing(createStore(join(testFolder(), 'partial.casefile'), { actor: testActor }));
  buildCase(store, [extractOf(from, alter)], {
    withheld: from
      .all<{ sha256: string }>('SELECT sha256 FROM source UNION SELECT text_sha256 FROM source')
      .map(({ sha256 }) => sha256),
  });
  return store;
}

function home(): { store: CaseStore; shown: string; hidden: string } {
  const store = closing(
    createCase(
      {
        path: join(testFolder(), 'home.casefile'),
        title: 'Home',
        reference: '',
        language: 'en',
        handling: 'AMBER',
      },
      testActor,
    ),
  );
  const shown = person(store, 'Marta Luz');
  const hidden = person(store, 'Rosa Luz');
  return { store, shown, hidden };
}

describe('a package that leaves something out', () => {
  test('becomes a case of what it holds, in which work goes on and comes home', async () => {
    const { store, shown, hidden } = home();
    const partial = opened(store, (_, row) =>
      row.id === hidden || row['entity_id'] === hidden ? null : row,
    );
    expect(ids(partial, 'entity')).toEqual([shown]);
    expect((await verifyStore(partial)).findings).toEqual([]);
    updateEntity(partial, shown, { summary: 'A sailor.' });
    addNote(partial, { table: 'entity', id: shown }, 'Seen at the quay.');
    updateEntity(store, shown, { schema: 'Person' });
    give(partial, store);
    expect(ids(store, 'entity')).toEqual([shown, hidden]);
    expect(store.one('SELECT summary FROM entity WHERE id = ?', shown)).toEqual({
      summary: 'A sailor.',
    });
    expect(ids(store, 'note')).toHaveLength(1);
    expect(conflictsOf(store)).toEqual([]);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('can be handed over anew: what was changed at home comes, what was done meanwhile stays', () => {
    const { store, shown } = home();
    const partial = opened(store);
    updateEntity(partial, shown, { summary: 'Mine.' });
    const added = person(store, 'Ines Gil');
    updateEntity(store, shown, { handling: 'RED' });
    mergeChangeSets(partial, [extractOf(store)]);
    expect(ids(partial, 'entity')).toContain(added);
    expect(partial.one('SELECT summary, handling FROM entity WHERE id = ?', shown)).toEqual({
      summary: 'Mine.',
      handling: 'RED',
    });
    expect(mergeChangeSets(partial, [extractOf(store)]).taken).toBe(0);
  });

  test('does not bring back what was taken away where it went', async () => {
    const { store, shown, hidden } = home();
    const partial = opened(store);
    removeEntity(partial, hidden);
    updateEntity(store, shown, { summary: 'A sailor.' });
    mergeChangeSets(partial, [extractOf(store)]);
    expect(ids(partial, 'entity')).toEqual([shown]);
    expect((await verifyStore(partial)).findings).toEqual([]);
    give(partial, store);
    expect(ids(store, 'entity')).toEqual([shown]);
  });

  test('gives way to the real gestures when they come, whatever was redacted', () => {
    const [one, other] = two();
    const entity = createEntity(one, { kind: 'person', name: 'Marta Luz', aliases: [] });
    updateEntity(one, entity, { summary: 'Her real name is known.' });
    const redacted = extractOf(one, (table, row) =>
      table === 'case_file' ? null : table === 'name' ? { ...row, value: 'Witness 1' } : row,
    );
    mergeChangeSets(other, [redacted]);
    expect(other.one('SELECT value FROM name')).toEqual({ value: 'Witness 1' });
    updateEntity(other, entity, { handling: 'RED' });
    give(one, other);
    give(other, one);
    expect(other.one('SELECT value FROM name')).toEqual({ value: 'Marta Luz' });
    expect(one.one('SELECT handling, summary FROM entity')).toEqual({
      handling: 'RED',
      summary: 'Her real name is known.',
    });
    expect(contentHash(one)).toBe(contentHash(other));
  });
});

describe('a source that was handed over without its contents', () => {
  test('is there with its passages, and needs them no more once they are said to be withheld', async () => {
    let source = '';
    const [one] = two((store) => {
      source = addSource(store, paragraphs);
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
    });
    const bare = closing(createStore(join(testFolder(), 'bare.casefile'), { actor: testActor }));
    const sets = changeSetsBeyond(one, versionVector(bare));
    expect(() => buildCase(bare, sets)).toThrow(
      expect.objectContaining({
        code: 'merge.incomplete',
        details: { table: 'source', id: source },
      }),
    );
    const { sha256 } = one.one<{ sha256: string }>('SELECT sha256 FROM source') ?? { sha256: '' };
    buildCase(bare, sets, { withheld: [sha256] });
    expect(bare.all('SELECT sha256 FROM withheld')).toEqual([{ sha256 }]);
    expect(contentHash(bare)).toBe(contentHash(one));
    expect((await verifyStore(bare)).findings).toEqual([]);
  });
});
