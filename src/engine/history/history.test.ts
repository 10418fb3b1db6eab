import { describe, expect, test } from 'vitest';
import { citationOf } from '#shared/citation.ts';
import {
  createTag,
  notePassage,
  removeExcerpt,
  tagPassage,
  updateTag,
} from '../annotations/index.ts';
import {
  addLink,
  addName,
  createEntity,
  getEntity,
  judge,
  mentionEntity,
  removeEntity,
  removeName,
  updateName,
} from '../entities/index.ts';
import { addNote } from '../notes/index.ts';
import { removeSource, updateSource } from '../sources/index.ts';
import { openStore, undo, undoChangeSet, type CaseStore } from '../store/index.ts';
import { addSource, closing, spanOf, testActor, testCase } from '../testing/index.ts';
import {
  changesOf,
  contributors,
  historyTableOf,
  listGestures,
  recordHistory,
  takeBackOrAsk,
  undoOrAsk,
} from './index.ts';

const paragraphs = ['Rosa Lind met Jan Oort in Bergen.', 'Nobody else was there that night.'];
const basis = { stance: 'supports', credibility: '2' } as const;
const whole = { offset: 0, limit: 100 };
const notFound = expect.objectContaining({ code: 'record.notFound' });
const labels = (store: CaseStore, filter: object = {}) =>
  listGestures(store, { ...whole, ...filter }).items.map((gesture) => gesture.label);

describe('the history of a case', () => {
  test('tells who did what to which records, the newest first', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt, tag } = tagPassage(store, spanOf(source, paragraphs, 'met Jan Oort'), {
      name: 'meeting',
      parent: null,
    });
    const { items, total } = listGestures(store, whole);
    expect(total).toBe(3);
    expect(items).toMatchObject([
      {
        label: 'excerpt.tag',
        kind: 'gesture',
        undoes: null,
        takenBack: false,
        lasting: false,
        actor: testActor(),
        replica: store.replica,
        touched: [
          {
            table: 'excerpt_tag',
            title: 'met Jan Oort',
            other: 'meeting',
            opens: { table: 'excerpt', id: excerpt, source },
          },
        ],
        count: 1,
        changes: 3,
      },
      { label: 'source.import', touched: [{ title: 'A source', opens: { id: source } }] },
      { label: 'case.create', lasting: true, touched: [{ title: 'A test', opens: null }] },
    ]);
    expect(tag).toBeDefined();
    expect(Date.parse(items[0]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(items[2]?.at ?? ''));
  });

  test('says what is an undo and of what, and what was taken back and done again', () => {
    const store = testCase();
    createTag(store, { name: 'one', parent: null, description: '' });
    undo(store, 'undo');
    const told = () =>
      listGestures(store, { offset: 0, limit: 4 })
        .items.map(({ id, kind, undoes, takenBack }) => ({ id, kind, undoes, takenBack }))
        .filter(({ id }) => id > 1);
    expect(told()).toEqual([
      { id: 3, kind: 'undo', undoes: 2, takenBack: false },
      { id: 2, kind: 'gesture', undoes: null, takenBack: true },
    ]);
    undo(store, 'redo');
    expect(told()).toEqual([
      { id: 4, kind: 'redo', undoes: 3, takenBack: false },
      { id: 3, kind: 'undo', undoes: 2, takenBack: true },
      { id: 2, kind: 'gesture', undoes: null, takenBack: false },
    ]);
    undo(store, 'undo');
    expect(told().map(({ kind, takenBack }) => `${kind} ${takenBack}`)).toEqual([
      'undo false',
      'redo true',
      'undo false',
      'gesture true',
    ]);
  });

  test('comes in pages, which together are the whole', () => {
    const store = testCase();
    for (const name of ['a', 'b', 'c', 'd']) {
      createTag(store, { name, parent: null, description: '' });
    }
    const pages = [0, 2, 4].map((offset) => listGestures(store, { offset, limit: 2 }));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([5, 4, 3, 2, 1]);
  });

  test('is told of one person, or of some days', () => {
    const store = testCase();
    createTag(store, { name: 'one', parent: null, description: '' });
    store.close();
    const actor = () => ({ name: 'Ben Oss', initials: 'BO', organization: '' });
    const later = closing(openStore(store.opening.path, { actor }));
    createEntity(later, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    expect(labels(later, { actor: 'Ben Oss' })).toEqual(['entity.create']);
    expect(contributors(later)).toEqual([
      { actor: testActor(), gestures: 2 },
      { actor: actor(), gestures: 1 },
    ]);
    const now = new Date();
    const day = (after: number) => {
      const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + after);
      const part = (number: number) => String(number).padStart(2, '0');
      return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
    };
    expect(labels(later, { from: day(-1), to: day(1) })).toHaveLength(3);
    expect(labels(later, { to: day(-1) })).toEqual([]);
    expect(labels(later, { from: day(2) })).toEqual([]);
  });
});

describe('what one gesture did', () => {
  test('is told by field, ids by the names of what they stand for', () => {
    const store = testCase();
    const parent = createTag(store, { name: 'above', parent: null, description: '' });
    const tag = createTag(store, { name: 'below', parent: null, description: '' });
    updateTag(store, tag, { name: 'beneath', parent });
    const [last] = listGestures(store, { offset: 0, limit: 1 }).items;
    expect(changesOf(store, { changeSet: last?.id ?? 0, ...whole })).toEqual({
      total: 1,
      items: [
        {
          table: 'tag',
          id: tag,
          title: 'beneath',
          type: '',
          other: '',
          opens: { table: 'tag', id: tag, source: null },
          operation: 'update',
          fields: expect.arrayContaining([
            { field: 'name', old: 'below', new: 'beneath', oldTitle: null, newTitle: null },
            { field: 'parent_id', old: null, new: parent, oldTitle: null, newTitle: 'above' },
          ]),
        },
      ],
    });
    expect(() => changesOf(store, { changeSet: 99, ...whole })).toThrow(notFound);
  });
});

describe('the history of a record', () => {
  test('holds what was done to what hangs on it, and nothing else', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const rosa = createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    createEntity(store, { kind: 'person', name: 'Someone else', aliases: [] });
    const { fact } = addName(store, {
      entity: { entity: rosa },
      kind: 'alias',
      value: 'R. L.',
      ...basis,
      passage: spanOf(source, paragraphs, 'Rosa Lind'),
    });
    updateName(store, fact, { value: 'R. Lind' });
    removeName(store, fact);
    const link = addLink(store, {
      from: { kind: 'person', name: 'Jan Oort' },
      to: { entity: rosa },
      type: 'Associate',
      role: '',
      since: '',
      until: '',
      ...basis,
    });
    const { record, items, total } = recordHistory(store, { table: 'entity', id: rosa, ...whole });
    expect(record).toMatchObject({ title: 'Rosa Lind', type: 'person' });
    expect(total).toBe(5);
    expect(items.map(({ label }) => label)).toEqual([
      'link.add',
      'name.remove',
      'name.update',
      'name.add',
      'entity.create',
    ]);
    expect(items[0]?.own.map(({ table, title, other }) => [table, title, other])).toEqual([
      ['link', 'Jan Oort', 'Rosa Lind'],
    ]);
    expect(items[1]?.own.map(({ table }) => table).toSorted()).toEqual(['evidence', 'name']);
    expect(items[2]?.own[0]).toMatchObject({
      operation: 'update',
      title: 'R. Lind',
      other: 'Rosa Lind',
      fields: [{ field: 'value', old: 'R. L.', new: 'R. Lind' }],
    });
    expect(labels(store, { record: { table: 'entity', id: rosa } })).toHaveLength(5);
    expect(labels(store, { record: { table: 'link', id: link.fact } })).toEqual(['link.add']);
  });

  test('goes on to its removal with all that went with it, and to its return', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { entity = '', excerpt } = mentionEntity(store, spanOf(source, paragraphs, 'Rosa Lind'), {
      kind: 'person',
      name: 'Rosa Lind',
    });
    notePassage(store, { excerpt }, 'First seen here.');
    removeEntity(store, entity);
    const history = () => recordHistory(store, { table: 'entity', id: entity, ...whole });
    expect(history().record).toMatchObject({ title: 'Rosa Lind', opens: null });
    expect(history().items[0]).toMatchObject({ label: 'entity.remove' });
    expect(
      history()
        .items[0]?.own.map(({ table }) => table)
        .toSorted(),
    ).toEqual(['entity', 'evidence', 'mention', 'name']);
    expect(historyTableOf(store, entity)).toBe('entity');
    undo(store, 'undo');
    expect(history().record.opens).toMatchObject({ id: entity });
    expect(history().items.map(({ kind }) => kind)).toEqual(['undo', 'gesture', 'gesture']);
    removeSource(store, source);
    expect(
      recordHistory(store, { table: 'excerpt', id: excerpt, ...whole }).items.map(
        ({ label, kind }) => `${kind} ${label}`,
      ),
    ).toEqual([
      'gesture source.remove',
      'undo entity.remove',
      'gesture entity.remove',
      'gesture excerpt.note',
      'gesture excerpt.mention',
    ]);
    expect(getEntity(store, entity).mentions).toEqual([]);
  });

  test('tells the words of a passage that a note cites, also once it is gone', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'in Bergen'), {
      name: 'place',
      parent: null,
    });
    const body = `See ${citationOf(excerpt)}, not ${citationOf('unknown')}.`;
    const told = `See “in Bergen”, not ${citationOf('unknown')}.`;
    const note = addNote(store, { table: 'source', id: source }, body);
    removeExcerpt(store, excerpt);
    const [, added] = listGestures(store, whole).items;
    expect(added?.touched).toMatchObject([{ table: 'note', id: note, title: told }]);
    const { items } = changesOf(store, { changeSet: added?.id ?? 0, ...whole });
    expect(items[0]?.fields).toContainEqual(
      expect.objectContaining({ field: 'body', new: body, newTitle: told }),
    );
  });

  test('of an entity is that of all it was judged to be one with', () => {
    const store = testCase();
    const one = createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    const other = createEntity(store, { kind: 'person', name: 'R. Lind', aliases: [] });
    const told = (id: string) => labels(store, { record: { table: 'entity', id } });
    judge(store, { first: one, second: other, judgement: 'unsure', reason: '' });
    expect(told(other)).toEqual(['entity.resolve', 'entity.create']);
    judge(store, { first: one, second: other, judgement: 'same', reason: 'one passport' });
    expect(told(other)).toHaveLength(4);
    expect(told(one)).toEqual(told(other));
    const [last] = recordHistory(store, { table: 'entity', id: one, ...whole }).items;
    expect(last?.own[0]).toMatchObject({
      table: 'resolution',
      type: 'same',
      fields: expect.arrayContaining([
        { field: 'judgement', old: 'unsure', new: 'same', oldTitle: null, newTitle: null },
      ]),
    });
  });

  test('is not told of what never was', () => {
    const store = testCase();
    expect(() => recordHistory(store, { table: 'entity', id: 'x', ...whole })).toThrow(notFound);
    expect(() => historyTableOf(store, 'x')).toThrow(notFound);
  });
});

describe('undo that asks', () => {
  test('says what later gestures did, and goes on when told to', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const made = listGestures(store, { offset: 0, limit: 1 }).items[0]?.id ?? 0;
    updateSource(store, source, { title: 'Renamed' });
    const { excerpt } = notePassage(store, spanOf(source, paragraphs, 'Bergen'), 'Where?');
    const asked = takeBackOrAsk(store, made, false);
    expect(asked).toMatchObject({ done: false, step: { label: 'source.import' }, count: 2 });
    expect(asked.builtUpon).toMatchObject([
      { table: 'source', title: 'Renamed', label: 'source.update' },
      { table: 'excerpt', id: excerpt, title: 'Bergen', label: 'excerpt.note' },
    ]);
    expect(labels(store)).toHaveLength(4);
    expect(takeBackOrAsk(store, made, true)).toMatchObject({ done: true, builtUpon: [], count: 0 });
    expect(labels(store, { record: { table: 'source', id: source } })).toHaveLength(3);
  });

  test('does at once what nothing was built upon, and says when there is nothing', () => {
    const store = testCase();
    expect(undoOrAsk(store, 'undo', false)).toEqual({
      done: false,
      step: null,
      builtUpon: [],
      count: 0,
    });
    createTag(store, { name: 'one', parent: null, description: '' });
    expect(undoOrAsk(store, 'undo', false)).toMatchObject({
      done: true,
      step: { label: 'tag.create' },
    });
    expect(() => takeBackOrAsk(store, 99, false)).toThrow(notFound);
    expect(() => undoChangeSet(store, 99)).toThrow(notFound);
  });
});
