import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createTag,
  getExcerpt,
  listTags,
  mergePassages,
  notePassage,
  removeExcerpt,
  removeTag,
  splitPassage,
  tagPassage,
  updateTag,
} from './annotations/index.ts';
import {
  addAttribute,
  addLink,
  addName,
  createEntity,
  getEntity,
  mentionEntity,
  removeEntity,
  updateEntity,
} from './entities/index.ts';
import { addFinding, moveFinding } from './findings/index.ts';
import { addPhoto, listPhotos } from './photos/index.ts';
import { removeSource, updateSource } from './sources/index.ts';
import {
  contentHash,
  openStore,
  undo,
  undoChangeSet,
  undoSteps,
  type CaseStore,
} from './store/index.ts';
import { addSource, closing, pictures, spanOf, testActor, testCase } from './testing/index.ts';

const paragraphs = ['Rosa Lind met Jan Oort in Bergen.', 'Nobody else was there that night.'];
const basis = { stance: 'supports', credibility: '2' } as const;
const builtUpon = expect.objectContaining({ code: 'undo.builtUpon' });

const spanOfPassage = (store: CaseStore, id: string): [start: number, end: number] => {
  const { start, end } = getExcerpt(store, id);
  return [start, end];
};

/** One random gesture of a person; `pick` chooses among what is there. */
type Act = (store: CaseStore, pick: (ids: string[]) => string | undefined) => void;
const ids = (store: CaseStore, table: string) =>
  store.all<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`).map((row) => row.id);
const acts: Act[] = [
  (store) => addSource(store, [...paragraphs, `Number ${ids(store, 'source').length}.`]),
  (store, pick) => {
    const source = pick(ids(store, 'source'));
    if (source) tagPassage(store, { source, start: 0, end: 9 }, { name: 'meeting', parent: null });
  },
  (store, pick) => {
    const source = pick(ids(store, 'source'));
    if (source) notePassage(store, { source, start: 5, end: 20 }, 'Who says so?');
  },
  (store, pick) => {
    const source = pick(ids(store, 'source'));
    if (source)
      mentionEntity(store, { source, start: 14, end: 22 }, { kind: 'person', name: 'Jan Oort' });
  },
  (store, pick) => {
    const from = pick(ids(store, 'entity'));
    const passage = pick(ids(store, 'excerpt'));
    const on = passage === undefined ? {} : { passage: { excerpt: passage } };
    if (from) {
      const to = { kind: 'organization' as const, name: 'Guild' };
      addLink(store, {
        from: { entity: from },
        to,
        type: 'Membership',
        role: '',
        since: '2019',
        until: '',
        ...basis,
        ...on,
      });
    }
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    if (entity)
      addName(store, {
        entity: { entity },
        kind: 'primary',
        value: `Name ${ids(store, 'name').length}`,
        ...basis,
      });
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    if (entity)
      addAttribute(store, {
        entity,
        property: 'birthDate',
        value: '1980',
        since: '',
        until: '',
        ...basis,
      });
  },
  (store, pick) => {
    const tag = pick(ids(store, 'tag'));
    createTag(store, { name: 'below', parent: tag ?? null, description: '' });
  },
  (store, pick) => {
    const tag = pick(ids(store, 'tag'));
    if (tag) removeTag(store, tag);
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    if (entity) removeEntity(store, entity);
  },
  (store, pick) => {
    const excerpt = pick(ids(store, 'excerpt'));
    if (excerpt) removeExcerpt(store, excerpt);
  },
  (store, pick) => {
    const excerpt = pick(ids(store, 'excerpt'));
    const [start, end] = excerpt ? spanOfPassage(store, excerpt) : [0, 0];
    // What is left of a passage that was split before is too short to be split again.
    if (excerpt && end - start > 8) splitPassage(store, excerpt, end - 4);
  },
  (store, pick) => {
    const excerpt = pick(ids(store, 'excerpt'));
    const near = ids(store, 'excerpt').find((id) => {
      if (excerpt === undefined || id === excerpt) return false;
      const [a, b] = [getExcerpt(store, excerpt), getExcerpt(store, id)];
      return a.source === b.source && a.start <= b.end && b.start <= a.end;
    });
    if (excerpt && near) mergePassages(store, excerpt, near);
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    const judged = { likelihood: 'likely', confidence: null } as const;
    addFinding(store, { entity: entity ?? null, body: 'So it is.', ...judged });
  },
  (store, pick) => {
    const finding = pick(ids(store, 'finding'));
    if (finding) moveFinding(store, finding, null);
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    if (!entity || listPhotos(store, entity).length > 0) return;
    const path = `${store.opening.path}.png`;
    writeFileSync(path, pictures.png);
    addPhoto(store, { entity, path, source: pick(ids(store, 'source')) ?? null });
  },
  (store, pick) => {
    const [first, last] = [ids(store, 'source')[0], pick(ids(store, 'source'))];
    if (first && last && first !== last) updateSource(store, last, { derivesFrom: first });
  },
  (store, pick) => {
    const source = pick(ids(store, 'source'));
    if (source) removeSource(store, source);
  },
  (store, pick) => {
    const source = pick(ids(store, 'source'));
    if (source) updateSource(store, source, { reliability: 'C', published: '2020' });
  },
  (store, pick) => {
    const entity = pick(ids(store, 'entity'));
    if (entity) updateEntity(store, entity, { summary: 'Said to be away.' });
  },
];
const gesture = fc.record({ act: fc.nat(acts.length - 1), choice: fc.nat() });
const run = (store: CaseStore, { act, choice }: { act: number; choice: number }) =>
  acts[act]?.(store, (there) => there[choice % there.length]);

describe('undo', () => {
  test('of any gestures, in reverse, comes back to where they began; redo to where they ended', () => {
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 25 }), (gestures) => {
        const store = testCase();
        const hashes = [contentHash(store)];
        for (const one of gestures) {
          const before = undoSteps(store).undo?.id;
          run(store, one);
          if (undoSteps(store).undo?.id !== before) hashes.push(contentHash(store));
        }
        for (const hash of hashes.slice(0, -1).toReversed()) {
          expect(undo(store, 'undo')).not.toBeNull();
          expect(contentHash(store)).toBe(hash);
        }
        expect(undo(store, 'undo')).toBeNull();
        for (const hash of hashes.slice(1)) {
          expect(undo(store, 'redo')).not.toBeNull();
          expect(contentHash(store)).toBe(hash);
        }
        expect(undo(store, 'redo')).toBeNull();
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  test('goes on after the case was closed and opened again', () => {
    const store = testCase();
    const before = contentHash(store);
    createTag(store, { name: 'one', parent: null, description: '' });
    createTag(store, { name: 'two', parent: null, description: '' });
    store.close();
    const again = closing(openStore(store.opening.path, { actor: testActor }));
    expect(undo(again, 'undo')).toMatchObject({ label: 'tag.create' });
    again.close();
    const later = closing(openStore(store.opening.path, { actor: testActor }));
    expect(undoSteps(later)).toMatchObject({
      undo: { label: 'tag.create' },
      redo: { label: 'tag.create' },
    });
    undo(later, 'undo');
    expect(contentHash(later)).toBe(before);
    expect(undoSteps(later).undo).toBeNull();
  });

  test('forgets what could be done again once something new is done', () => {
    const store = testCase();
    createTag(store, { name: 'one', parent: null, description: '' });
    undo(store, 'undo');
    createTag(store, { name: 'two', parent: null, description: '' });
    expect(undoSteps(store).redo).toBeNull();
    expect(listTags(store).map((tag) => tag.name)).toEqual(['two']);
  });

  test('brings a source back with all that hung on it', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt, entity = '' } = mentionEntity(store, spanOf(source, paragraphs, 'Rosa Lind'), {
      kind: 'person',
      name: 'Rosa Lind',
    });
    notePassage(store, { excerpt }, 'First seen here.');
    const before = contentHash(store);
    removeSource(store, source);
    expect(getEntity(store, entity).mentions).toEqual([]);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    expect(getEntity(store, entity)).toMatchObject({
      mentions: [{ excerpt }],
      names: [{ sources: 1 }],
    });
  });

  test('does not take the beginning of the case away', () => {
    const store = testCase();
    expect(undo(store, 'undo')).toBeNull();
    expect(() => undoChangeSet(store, 1)).toThrow(
      expect.objectContaining({ code: 'undo.beginning' }),
    );
  });
});

describe('taking one gesture back out of turn', () => {
  const idOf = (store: CaseStore, label: string) =>
    store.one<{ id: number }>(
      'SELECT id FROM change_set WHERE label = ? ORDER BY id LIMIT 1',
      label,
    )?.id ?? 0;

  test('leaves what came after, where that has nothing to do with it', () => {
    const store = testCase();
    createTag(store, { name: 'one', parent: null, description: '' });
    createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    undoChangeSet(store, idOf(store, 'tag.create'));
    expect(listTags(store)).toEqual([]);
    expect(ids(store, 'entity')).toHaveLength(1);
    // It is a gesture like any other: it can be undone itself.
    undo(store, 'undo');
    expect(listTags(store)).toHaveLength(1);
  });

  test('says when something was built upon it, and changes nothing unless told to', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { tag = '' } = tagPassage(store, spanOf(source, paragraphs, 'Bergen'), {
      name: 'place',
      parent: null,
    });
    const made = createTag(store, { name: 'harbour', parent: tag, description: '' });
    const before = contentHash(store);
    expect(() => undoChangeSet(store, idOf(store, 'excerpt.tag'))).toThrow(builtUpon);
    expect(contentHash(store)).toBe(before);
    undoChangeSet(store, idOf(store, 'excerpt.tag'), true);
    expect(listTags(store)).toMatchObject([{ id: made, parent: null }]);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
  });

  test('sees a field that was changed again since', () => {
    const store = testCase();
    const tag = createTag(store, { name: 'one', parent: null, description: '' });
    updateTag(store, tag, { name: 'two' });
    updateTag(store, tag, { name: 'three' });
    expect(() => undoChangeSet(store, idOf(store, 'tag.update'))).toThrow(builtUpon);
    updateTag(store, tag, { name: 'two' });
    undoChangeSet(store, idOf(store, 'tag.update'));
    expect(listTags(store)).toMatchObject([{ name: 'one' }]);
  });

  test('sees that what a removed record hung on is gone as well', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = notePassage(store, spanOf(source, paragraphs, 'Bergen'), 'x');
    removeExcerpt(store, excerpt);
    removeSource(store, source);
    const removal = idOf(store, 'excerpt.remove');
    expect(() => undoChangeSet(store, removal)).toThrow(builtUpon);
    undoChangeSet(store, removal, true);
    expect(ids(store, 'excerpt')).toEqual([]);
  });
});
