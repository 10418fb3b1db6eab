import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listTags, notePassage, tagPassage, updateTag } from '../annotations/index.ts';
import { addName, createEntity } from '../entities/index.ts';
import { listSources, removeSource } from '../sources/index.ts';
import { undo } from '../store/index.ts';
import { addCustodyEntry, addSource, giveText, spanOf, testCase } from '../testing/index.ts';
import { markedText, markEnd, markStart } from './marked.ts';
import { matchQuery, search } from './index.ts';

const paragraphs = [
  'El prisión de la colina cerró en otoño.',
  'Its keeper, Íñigo Peña, wrote: "nothing was found, nothing will be".',
];
const asked = (query: string) => ({ query, offset: 0, limit: 20 });

function filled() {
  const store = testCase();
  const source = addSource(store, paragraphs, { title: 'Informe de la Colina' });
  const entity = createEntity(store, {
    kind: 'person',
    name: 'Íñigo Peña',
    aliases: ['El Guardián'],
  });
  const span = spanOf(source, paragraphs, 'nothing was found');
  tagPassage(store, span, { name: 'denials', parent: null });
  notePassage(store, span, 'Compare with the keeper’s ledger.');
  return { store, source, entity, span };
}

describe('search', () => {
  test('finds names, text, passages, notes, titles and tags, accents and case ignored', () => {
    const { store, source, entity } = filled();
    const kinds = (query: string) =>
      search(store, asked(query)).hits.map((hit) => [
        hit.kind,
        hit.id === entity || hit.id === source,
      ]);
    expect(kinds('INIGO pena')).toEqual([
      ['entity', true],
      ['text', true],
    ]);
    expect(kinds('guardian')).toEqual([['entity', true]]);
    expect(kinds('colina')).toEqual([
      ['source', true],
      ['text', true],
    ]);
    expect(kinds('denial')).toEqual([['tag', false]]);
    expect(kinds('ledger')).toEqual([['note', false]]);
    expect(kinds('nothing found')).toEqual([
      ['excerpt', false],
      ['text', true],
    ]);
  });

  test('shows a hit in its context and says where it stands', () => {
    const { store, source } = filled();
    const [hit] = search(store, { ...asked('otono'), kinds: ['text'] }).hits;
    const text = paragraphs.join('\n\n');
    expect(text.slice(hit?.start ?? 0, hit?.end ?? 0)).toBe('otoño');
    expect(hit).toMatchObject({ id: source, title: 'Informe de la Colina', place: '§ 1' });
    expect(hit?.context.marks.map(([from, to]) => hit.context.text.slice(from, to))).toEqual([
      'otoño',
    ]);
  });

  test('finds a phrase in quotation marks only as it stands', () => {
    const { store } = filled();
    expect(search(store, asked('"was found"')).counts.text).toBe(1);
    expect(search(store, asked('"found was"')).counts.text).toBe(0);
    expect(search(store, asked('found was')).counts.text).toBe(1);
  });

  test('names an entity once, however many of its names match', () => {
    const { store, entity } = filled();
    addName(store, {
      entity: { entity },
      kind: 'variant',
      value: 'Iñigo de la Peña',
      stance: 'supports',
      credibility: '6',
    });
    const { hits, counts } = search(store, asked('pena'));
    expect(hits.filter((hit) => hit.kind === 'entity')).toHaveLength(1);
    expect(counts.entity).toBe(1);
  });

  test('finds a tag by what is and is not to carry it', () => {
    const { store } = filled();
    const [tag] = listTags(store);
    updateTag(store, tag?.id ?? '', {
      description: 'What somebody says is not so.',
      inclusion: 'Refusing to answer, too.',
      exclusion: 'Silence alone.',
    });
    for (const query of ['somebody', 'refusing', 'silence']) {
      expect(search(store, asked(query)).hits).toMatchObject([{ kind: 'tag', id: tag?.id }]);
    }
  });

  test('forgets what was removed and follows what was renamed', () => {
    const { store, span } = filled();
    store.gesture('note.remove', (writer) => writer.run('DELETE FROM note'));
    expect(search(store, asked('ledger')).hits).toEqual([]);
    store.gesture('tag.update', (writer) => writer.run(`UPDATE tag SET name = 'refusals'`));
    expect(search(store, asked('refusals')).hits).toHaveLength(1);
    expect(search(store, asked('denials')).hits).toEqual([]);
    expect(span.start).toBeGreaterThan(0);
  });

  test('finds the words of a source for as long as it is there', () => {
    const { store, source } = filled();
    const found = () => search(store, { ...asked('colina'), kinds: ['text'] }).counts.text;
    expect(found()).toBe(1);
    removeSource(store, source);
    expect(found()).toBe(0);
    undo(store, 'undo');
    expect(found()).toBe(1);
    // Written by another program that has the file open.
    const other = store.reader(store.opening.path);
    other.pragma('foreign_keys = OFF');
    other.function('legajo_gesture', () => 0);
    other.exec('DELETE FROM source');
    other.close();
    expect(found()).toBe(0);
  });

  test('takes whatever a person types', () => {
    const { store } = filled();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const { hits } = search(store, asked(query));
        expect(matchQuery(query) !== null || hits.length === 0).toBe(true);
      }),
      { examples: [['"'], ['AND'], ['a" OR b'], ['NEAR(a, 2)'], ['-x'], ['content:x'], ['*']] },
    );
  });

  test('gives the hits page by page', () => {
    const store = testCase();
    addSource(
      store,
      Array.from({ length: 30 }, (_, at) => `Paragraph ${at} about herons.`),
    );
    const page = (offset: number) => search(store, { query: 'herons', offset, limit: 20 });
    expect(page(0).hits).toHaveLength(20);
    expect(page(20).hits).toHaveLength(10);
    expect(page(20).counts.text).toBe(30);
    const places = [...page(0).hits, ...page(20).hits].map((hit) => hit.place);
    expect(new Set(places).size).toBe(30);
  });
});

describe('a marked text', () => {
  test('is cut around its first match, which keeps its place in the whole', () => {
    const whole = `${'before '.repeat(60)}${markStart}here${markEnd}${' after'.repeat(60)}`;
    const { text, marks, start, end } = markedText(whole);
    expect(text.length).toBeLessThan(240);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['here']);
    expect([start, end]).toEqual([420, 424]);
  });
});

test('a note is shown without the ids by which it cites passages', () => {
  const store = testCase();
  const source = addSource(store, ['The quay was empty.']);
  const span = { source, start: 0, end: 8 };
  const { excerpt } = notePassage(store, span, 'First.');
  notePassage(store, span, `Compare [[passage:${excerpt}]] with the tide.`);
  const found = (query: string) =>
    search(store, { query, kinds: ['note'], offset: 0, limit: 10 }).hits.map(({ context }) => [
      context.text,
      context.marks.map(([from, to]) => context.text.slice(from, to)),
    ]);
  expect(found('tide')).toEqual([['Compare […] with the tide.', ['tide']]]);
  expect(found('passage')).toEqual([['Compare […] with the tide.', []]]);
  expect(found('compare passage tide')).toEqual([
    ['Compare […] with the tide.', ['Compare', 'tide']],
  ]);
});

describe('a source', () => {
  test('is found by where it came from, where it was and what happened to it', () => {
    const { store, source } = filled();
    addCustodyEntry(store, source, { party: 'The Registrar of Ships' });
    store.gesture('source.update', (writer) =>
      writer.update('source', source, {
        memberPath: 'annexes/ledger-nine.txt',
        retrievedFrom: 'Berth office',
      }),
    );
    for (const query of ['registrar', 'ledger nine', 'berth office']) {
      const { hits, counts } = search(store, { ...asked(query), kinds: ['source'] });
      expect(hits).toMatchObject([{ kind: 'source', id: source, source }]);
      expect(counts.source).toBe(1);
      expect(listSources(store, { filter: query, offset: 0, limit: 5 }).total).toBe(1);
    }
  });

  test('is found by the text that it has, and not by those that it had', () => {
    const { store, source } = filled();
    const before = search(store, asked('keeper')).counts.text;
    expect(before).toBe(1);
    giveText(store, source, ['La prisión cerró.']);
    expect(search(store, asked('keeper'))).toMatchObject({ counts: { text: 0 } });
    expect(search(store, asked('keeper')).hits.filter(({ kind }) => kind === 'text')).toEqual([]);
    const { hits, counts } = search(store, { ...asked('prision'), kinds: ['text'], limit: 1 });
    expect(counts.text).toBe(1);
    expect(hits).toMatchObject([{ id: source, start: 3 }]);
  });
});
