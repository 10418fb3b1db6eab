import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionEntity } from '../entities/index.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { undo, verifyStore } from '../store/index.ts';
import { addSource, spanOf, testCase } from '../testing/index.ts';
import {
  createTag,
  getExcerpt,
  highlightsOf,
  listExcerpts,
  listTags,
  mergeTags,
  notePassage,
  removeExcerpt,
  removeTag,
  tagPassage,
  untagPassage,
  updatePassage,
  updateTag,
} from './index.ts';

const paragraphs = [
  'The quay was empty.',
  'Marta Luz 🦊 crossed it twice before dawn.',
  'Nobody saw her.',
];
const everything = { offset: 0, limit: 100 };

describe('a passage', () => {
  test('keeps its words, its surroundings and its place', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, '🦊 crossed it twice'), {
      name: 'movement',
      parent: null,
    });
    expect(getExcerpt(store, excerpt)).toMatchObject({
      quotation: '🦊 crossed it twice',
      prefix: 'The quay was empty.\n\nMarta Luz ',
      suffix: ' before dawn.\n\nNobody saw her.',
      place: { page: null, paragraph: 2 },
      tags: [{ name: 'movement' }],
      reliability: 'B',
    });
  });

  test('is one, however often the same span is marked', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const span = spanOf(source, paragraphs, 'Nobody');
    const first = tagPassage(store, span, { name: 'gap', parent: null });
    const second = notePassage(store, span, 'Who was asked?');
    expect(second.excerpt).toBe(first.excerpt);
    expect(getExcerpt(store, first.excerpt).notes).toMatchObject([{ body: 'Who was asked?' }]);
  });

  test('gets the id that it is to have, unless there is one there already', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const span = spanOf(source, paragraphs, 'Nobody');
    const as = newId();
    expect(notePassage(store, { ...span, as }, 'a').excerpt).toBe(as);
    expect(notePassage(store, { ...span, as: newId() }, 'b').excerpt).toBe(as);
  });

  test('cannot lie outside its text', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const length = paragraphs.join('\n\n').length;
    const outside = expect.objectContaining({ code: 'excerpt.outsideText' });
    expect(() => notePassage(store, { source, start: 5, end: length + 1 }, 'x')).toThrow(outside);
    expect(() => notePassage(store, { source, start: 5, end: 5 }, 'x')).toThrow(outside);
    expect(listExcerpts(store, everything).total).toBe(0);
  });

  test('quotes its span exactly, wherever it lies', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const text = paragraphs.join('\n\n');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(text.length - 1), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const fox = text.indexOf('🦊');
        // A passage that would begin or end inside the fox takes it whole.
        const start = from === fox + 1 ? fox : from;
        const end = to === fox + 1 ? fox + 2 : to;
        const { excerpt } = notePassage(store, { source, start: from, end: to }, 'x');
        const { quotation, prefix, suffix } = getExcerpt(store, excerpt);
        expect(quotation).toBe(text.slice(start, end));
        expect(text.slice(0, start).endsWith(prefix)).toBe(true);
        expect(text.slice(end).startsWith(suffix)).toBe(true);
      }),
      {
        numRuns: 60,
        examples: [
          [32, 32],
          [31, 31],
          [0, 31],
        ],
      },
    );
  });

  test('is surrounded by whole characters, so that it can be checked against its text', async () => {
    const store = testCase();
    const text = [`${'🦊'.repeat(40)}x${'y'.repeat(8)}${'🦊'.repeat(40)}`];
    const source = addSource(store, text);
    for (const end of [81, 82]) {
      tagPassage(store, { source, start: 80, end }, { name: 'a', parent: null });
    }
    tagPassage(store, { source, start: 81, end: 83 }, { name: 'a', parent: null });
    const { findings } = await verifyStore(store);
    expect(findings.filter(({ check }) => check === 'passages')).toEqual([]);
  });

  test('goes with all that hangs on it, and leaves the rest', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = tagPassage(store, spanOf(source, paragraphs, 'quay'), {
      name: 'place',
      parent: null,
    });
    notePassage(store, { excerpt }, 'Which quay?');
    removeExcerpt(store, excerpt);
    expect(listExcerpts(store, everything).total).toBe(0);
    expect(store.all('SELECT 1 FROM note')).toEqual([]);
    expect(listTags(store)).toMatchObject([{ name: 'place', excerpts: 0 }]);
  });
});

describe('what the reader draws', () => {
  test('is in the order of the text, overlapping passages too', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const wide = tagPassage(store, spanOf(source, paragraphs, 'crossed it twice before dawn'), {
      name: 'a',
      parent: null,
    });
    const narrow = tagPassage(store, spanOf(source, paragraphs, 'twice'), {
      name: 'b',
      parent: null,
    });
    const early = notePassage(store, spanOf(source, paragraphs, 'The quay'), 'x');
    expect(highlightsOf(store, source).map(({ id, tags }) => ({ id, tags: tags.length }))).toEqual([
      { id: early.excerpt, tags: 0 },
      { id: wide.excerpt, tags: 1 },
      { id: narrow.excerpt, tags: 1 },
    ]);
  });
});

describe('a passage of the reader', () => {
  test('says who made it first, and whom it is about', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt, entity } = mentionEntity(store, spanOf(source, paragraphs, 'Marta Luz'), {
      kind: 'person',
      name: 'Marta Luz',
    });
    removeExcerpt(store, excerpt);
    undo(store, 'undo');
    expect(highlightsOf(store, source)).toMatchObject([
      { id: excerpt, author: 'Ana Ruiz', kinds: ['person'], entities: [entity], handling: null },
    ]);
  });

  test('is handled as its source until it is marked itself', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt } = updatePassage(store, spanOf(source, paragraphs, 'quay'), {
      handling: 'RED',
    });
    expect(getExcerpt(store, excerpt)).toMatchObject({ handling: 'RED', ownHandling: 'RED' });
    updatePassage(store, { excerpt }, { handling: null });
    expect(getExcerpt(store, excerpt)).toMatchObject({ handling: 'AMBER', ownHandling: null });
  });
});

describe('the codebook', () => {
  test('has one tag of a name at a place, whatever its case', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'Harbour', parent: null });
    tagPassage(store, spanOf(source, paragraphs, 'dawn'), { name: 'harbour', parent: null });
    expect(listTags(store)).toMatchObject([{ name: 'Harbour', excerpts: 2 }]);
  });

  test('refuses to put a tag under itself', () => {
    const store = testCase();
    const top = createTag(store, { name: 'top', parent: null, description: '' });
    const below = createTag(store, { name: 'below', parent: top, description: '' });
    const lowest = createTag(store, { name: 'lowest', parent: below, description: '' });
    expect(() => updateTag(store, top, { parent: lowest })).toThrow(
      expect.objectContaining({ code: 'tag.cycle' }),
    );
    expect(listTags(store).find((tag) => tag.id === top)?.parent).toBeNull();
  });

  test('moves what was under a tag up when the tag goes', () => {
    const store = testCase();
    const top = createTag(store, { name: 'top', parent: null, description: '' });
    const below = createTag(store, { name: 'below', parent: top, description: '' });
    const lowest = createTag(store, { name: 'lowest', parent: below, description: '' });
    removeTag(store, below);
    expect(listTags(store)).toMatchObject([{ id: lowest, parent: top }, { id: top }]);
  });

  test('never comes to lie under itself, however it is moved', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { maxLength: 30 }), (moves) => {
        const store = testCase();
        const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
          createTag(store, { name, parent: null }),
        );
        for (const [which, where] of moves) {
          const parent = ids[where] ?? null;
          try {
            updateTag(store, ids[which] ?? '', { parent });
          } catch (error) {
            if (!(error instanceof CaseError && error.code === 'tag.cycle')) throw error;
          }
        }
        const above = new Map(listTags(store).map(({ id, parent }) => [id, parent]));
        for (const id of ids) {
          let steps = 0;
          for (let at = above.get(id) ?? null; at !== null; at = above.get(at) ?? null) steps += 1;
          expect(steps).toBeLessThan(ids.length);
        }
        store.close();
      }),
      { numRuns: 15 },
    );
  });

  test('counts the passages that carry it, and those beneath it once each', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const top = createTag(store, { name: 'top', parent: null });
    const middle = createTag(store, { name: 'middle', parent: top });
    const low = createTag(store, { name: 'low', parent: middle });
    const quay = spanOf(source, paragraphs, 'quay');
    tagPassage(store, quay, { tag: middle });
    tagPassage(store, quay, { tag: low });
    tagPassage(store, spanOf(source, paragraphs, 'dawn'), { tag: low });
    const counts = listTags(store).map(({ name, excerpts, below }) => [name, excerpts, below]);
    expect(counts).toEqual([
      ['low', 2, 2],
      ['middle', 1, 2],
      ['top', 0, 2],
    ]);
  });

  test('can be made part of another, with its passages, its words and what lies beneath it', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const from = createTag(store, { name: 'from', parent: null, description: 'B', exclusion: 'X' });
    const into = createTag(store, { name: 'into', parent: null, description: 'A' });
    const child = createTag(store, { name: 'child', parent: from });
    const both = tagPassage(store, spanOf(source, paragraphs, 'quay'), { tag: from });
    tagPassage(store, { excerpt: both.excerpt }, { tag: into });
    const one = tagPassage(store, spanOf(source, paragraphs, 'dawn'), { tag: from });
    const before = listTags(store);
    mergeTags(store, from, into);
    expect(listTags(store)).toMatchObject([
      { id: child, parent: into },
      { id: into, excerpts: 2, description: 'A\n\nB', inclusion: '', exclusion: 'X' },
    ]);
    expect(getExcerpt(store, one.excerpt).tags).toMatchObject([{ id: into }]);
    undo(store, 'undo');
    expect(listTags(store)).toEqual(before);
    expect(getExcerpt(store, both.excerpt).tags).toHaveLength(2);
  });

  test('made part of one beneath it gives that one its place, and closes no ring', () => {
    const store = testCase();
    const top = createTag(store, { name: 'top', parent: null });
    const from = createTag(store, { name: 'from', parent: top });
    const between = createTag(store, { name: 'between', parent: from });
    const into = createTag(store, { name: 'into', parent: between });
    mergeTags(store, from, into);
    expect(listTags(store)).toMatchObject([
      { id: between, parent: into },
      { id: into, parent: top },
      { id: top, parent: null },
    ]);
    expect(() => mergeTags(store, into, into)).toThrow(
      expect.objectContaining({ code: 'tag.intoItself' }),
    );
    expect(() => mergeTags(store, into, from)).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });

  test('lets a tag be taken off a passage, once', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { excerpt, tag = '' } = tagPassage(store, spanOf(source, paragraphs, 'dawn'), {
      name: 'time',
      parent: null,
    });
    untagPassage(store, excerpt, tag);
    expect(getExcerpt(store, excerpt).tags).toEqual([]);
    expect(() => untagPassage(store, excerpt, tag)).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });
});
