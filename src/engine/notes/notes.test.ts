import { describe, expect, test } from 'vitest';
import { citationOf } from '#shared/citation.ts';
import { removeExcerpt, tagPassage } from '../annotations/index.ts';
import { addLink, createEntity } from '../entities/index.ts';
import { undo } from '../store/index.ts';
import { addSource, spanOf, testCase } from '../testing/index.ts';
import {
  addNote,
  citablePassages,
  citedPassages,
  countNotes,
  listNotes,
  notesCiting,
} from './index.ts';

const paragraphs = ['The quay was empty.', 'Marta Luz crossed it twice before dawn.'];
const everything = { words: '', offset: 0, limit: 100 };
const tag = { name: 'seen', parent: null };

describe('a citation', () => {
  test('shows the passage as it is, and nothing once the passage is gone, until that is undone', () => {
    const store = testCase();
    const source = addSource(store, paragraphs, { title: 'Log' });
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'crossed it twice'), tag);
    expect(citedPassages(store, ['none', excerpt])).toEqual([
      {
        id: excerpt,
        quotation: 'crossed it twice',
        source,
        sourceTitle: 'Log',
        sourceLanguage: 'en',
        reliability: 'B',
        place: { page: null, paragraph: 2 },
      },
    ]);
    removeExcerpt(store, excerpt);
    expect(citedPassages(store, [excerpt])).toEqual([]);
    undo(store, 'undo');
    expect(citedPassages(store, [excerpt])).toHaveLength(1);
  });

  test('is offered of the passages taken last, or of those with the words', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const quay = tagPassage(store, spanOf(source, paragraphs, 'The quay'), tag).excerpt;
    const dawn = tagPassage(store, spanOf(source, paragraphs, 'before dawn'), tag).excerpt;
    const offered = (words: string) =>
      citablePassages(store, { words, limit: 10 }).map(({ id }) => id);
    expect(offered('')).toEqual([dawn, quay]);
    expect(offered('QUA')).toEqual([quay]);
    expect(offered('quay dawn')).toEqual([]);
    expect(offered('"')).toEqual([dawn, quay]);
  });

  test('is known from the passage: which notes cite it', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'The quay'), tag);
    const citing = addNote(store, { table: 'source', id: source }, `See ${citationOf(excerpt)}.`);
    addNote(store, { table: 'source', id: source }, `See [[passage:${excerpt.slice(0, -1)}]].`);
    expect(notesCiting(store, excerpt).map(({ id }) => id)).toEqual([citing]);
  });
});

describe('notes', () => {
  test('are listed latest first, with what they are on in words', () => {
    const store = testCase();
    const source = addSource(store, paragraphs, { title: 'Log' });
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'Marta Luz'), tag);
    const person = (name: string) => createEntity(store, { kind: 'person', name, aliases: [] });
    const marta = person('Marta Luz');
    const rosa = person('Rosa Lind');
    const { fact: link } = addLink(store, {
      from: { entity: marta },
      to: { entity: rosa },
      type: 'Associate',
      role: '',
      since: '',
      until: '',
      stance: 'supports',
      credibility: '6',
    });
    const { id: caseId = '' } = store.one<{ id: string }>('SELECT id FROM case_file') ?? {};
    addNote(store, { table: 'case', id: caseId }, 'Begin with the *quay*.');
    addNote(store, { table: 'source', id: source }, 'Who wrote it?');
    addNote(store, { table: 'excerpt', id: excerpt }, 'Which Marta?');
    addNote(store, { table: 'entity', id: rosa }, 'Ask.');
    addNote(store, { table: 'link', id: link }, 'Thin.');
    const { items, total } = listNotes(store, everything);
    expect(total).toBe(5);
    expect(
      items.map(({ body, subject: { table, title, other, source: at } }) => [
        body,
        table,
        title,
        other,
        at,
      ]),
    ).toEqual([
      ['Thin.', 'link', 'Marta Luz', 'Rosa Lind', null],
      ['Ask.', 'entity', 'Rosa Lind', '', null],
      ['Which Marta?', 'excerpt', 'Marta Luz', 'Log', source],
      ['Who wrote it?', 'source', 'Log', '', source],
      ['Begin with the *quay*.', 'case', 'A test', '', null],
    ]);
    expect(items[0]?.subject).toMatchObject({
      type: 'Associate',
      entity: { id: marta, kind: 'person' },
    });
    expect(countNotes(store)).toEqual({ case: 1, source: 1, excerpt: 1, entity: 1, link: 1 });
  });

  test('are narrowed by words, by sort, to one record, and page by page', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const other = addSource(store, ['Else.']);
    for (const body of ['one tide', 'two tides', 'three']) {
      addNote(store, { table: 'source', id: source }, body);
    }
    addNote(store, { table: 'source', id: other }, 'tide');
    const found = (more: object) =>
      listNotes(store, { ...everything, ...more }).items.map(({ body }) => body);
    expect(found({ words: 'TIDE' })).toEqual(['tide', 'two tides', 'one tide']);
    expect(found({ words: 'tide', subject: { table: 'source', id: source } })).toEqual([
      'two tides',
      'one tide',
    ]);
    expect(found({ on: 'entity' })).toEqual([]);
    expect(found({ offset: 1, limit: 2 })).toEqual(['three', 'two tides']);
  });
});
