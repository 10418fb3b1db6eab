import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEvidence, createEntity, getEntity, mentionEntity } from '../entities/index.ts';
import { contentHash, undo, type CaseStore } from '../store/index.ts';
import { addSource, spanOf, testCase } from '../testing/index.ts';
import {
  adjustPassage,
  getExcerpt,
  highlightsOf,
  mergePassages,
  notePassage,
  splitPassage,
  tagPassage,
  updatePassage,
} from './index.ts';

const paragraphs = [
  'The quay was empty.',
  'Marta Luz 🦊 crossed it twice before dawn.',
  'Nobody saw her.',
];
const text = paragraphs.join('\n\n');
const failing = (code: string) => expect.objectContaining({ code });

function begun() {
  const store = testCase();
  const source = addSource(store, paragraphs);
  const span = (words: string) => spanOf(source, paragraphs, words);
  const tag = (words: string, name: string) =>
    tagPassage(store, span(words), { name, parent: null }).excerpt;
  const rosa = createEntity(store, { kind: 'person', name: 'Marta Luz', aliases: [] });
  const fact = { kind: 'name' as const, id: getEntity(store, rosa).names[0]?.id ?? '' };
  const rest = (
    excerpt: string,
    stance: 'supports' | 'contradicts' = 'supports',
    credibility: '2' | '6' = '2',
  ) => addEvidence(store, { fact, passage: { excerpt }, stance, credibility });
  return { store, source, span, tag, rosa, rest };
}

/** The words around a passage are those of the text, and each mention on it lies where it lies. */
function expectInPlace(store: CaseStore, id: string): void {
  const { start, end, quotation, prefix, suffix } = getExcerpt(store, id);
  expect(quotation).toBe(text.slice(start, end));
  expect(text.slice(0, start).endsWith(prefix)).toBe(true);
  expect(text.slice(end).startsWith(suffix)).toBe(true);
  expect(prefix.length).toBe(Math.min(64, start));
  expect(suffix.length).toBe(Math.min(64, text.length - end));
  const mentions = store.all<{ start: number; end: number; quotation: string }>(
    'SELECT start, "end", quotation FROM mention WHERE excerpt_id = ?',
    id,
  );
  for (const mention of mentions) expect(mention).toEqual({ start, end, quotation });
}

describe('a passage whose ends are moved', () => {
  test('keeps what hangs on it, and its mentions move along', () => {
    const { store, span, tag, rosa, rest } = begun();
    const id = tag('crossed it', 'movement');
    mentionEntity(store, span('crossed it'), { entity: rosa });
    rest(id);
    const { start, end } = span('Marta Luz 🦊 crossed it twice');
    expect(adjustPassage(store, id, { start, end })).toEqual({ excerpt: id });
    expect(getExcerpt(store, id)).toMatchObject({
      quotation: 'Marta Luz 🦊 crossed it twice',
      tags: [{ name: 'movement' }],
      mentions: [{ name: 'Marta Luz' }],
      evidence: [{ stance: 'supports', credibility: '2' }],
    });
    expectInPlace(store, id);
  });

  test('never becomes a second one of the same words, nor leaves its text', () => {
    const { store, span, tag } = begun();
    const id = tag('crossed it', 'a');
    tag('crossed it twice', 'b');
    const before = contentHash(store);
    expect(() => adjustPassage(store, id, span('crossed it twice'))).toThrow(
      failing('excerpt.taken'),
    );
    expect(() => adjustPassage(store, id, { start: 3, end: 3 })).toThrow(
      failing('excerpt.outsideText'),
    );
    expect(() => adjustPassage(store, id, { start: 3, end: text.length + 1 })).toThrow(
      failing('excerpt.outsideText'),
    );
    expect(contentHash(store)).toBe(before);
  });

  test('lies right wherever they are put, and back where it was when undone', () => {
    const { store, tag, rest } = begun();
    const id = tag('crossed it', 'movement');
    rest(id);
    const before = contentHash(store);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(text.length - 1), (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
        adjustPassage(store, id, span);
        expectInPlace(store, id);
        const { start, end, quotation, evidence } = getExcerpt(store, id);
        expect(quotation.isWellFormed()).toBe(true);
        expect(span.start - start).toBeLessThanOrEqual(1);
        expect(end - span.end).toBeLessThanOrEqual(1);
        expect(evidence).toHaveLength(1);
        // To where it lies already is no gesture.
        if (contentHash(store) !== before) undo(store, 'undo');
        expect(contentHash(store)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a passage that is split', () => {
  test('leaves two with words on both, and what hung on the whole on each', () => {
    const { store, source, span, tag, rosa, rest } = begun();
    const id = tag('Marta Luz 🦊 crossed it twice', 'movement');
    const whole = span('Marta Luz 🦊 crossed it twice');
    mentionEntity(store, whole, { entity: rosa });
    notePassage(store, { excerpt: id }, 'Who says so?');
    updatePassage(store, { excerpt: id }, { handling: 'RED' });
    rest(id);
    const { excerpt, second } = splitPassage(store, id, text.indexOf(' crossed'));
    expect(excerpt).toBe(id);
    const shared = {
      tags: [{ name: 'movement' }],
      mentions: [{ name: 'Marta Luz' }],
      evidence: [{ stance: 'supports', credibility: '2' }],
      ownHandling: 'RED',
    };
    expect(getExcerpt(store, id)).toMatchObject({
      ...shared,
      quotation: 'Marta Luz 🦊',
      notes: [{ body: 'Who says so?' }],
    });
    expect(getExcerpt(store, second)).toMatchObject({
      ...shared,
      quotation: 'crossed it twice',
      notes: [],
    });
    for (const part of [id, second]) expectInPlace(store, part);
    expect(highlightsOf(store, source)).toHaveLength(2);
  });

  test('stays whole when one part would have no words', () => {
    const { store, span, tag } = begun();
    const id = tag('crossed it twice', 'movement');
    const { start, end } = span('crossed it twice');
    for (const at of [start, end, start - 1, end + 1, text.length + 5]) {
      expect(() => splitPassage(store, id, at)).toThrow(failing('excerpt.splitOutside'));
    }
    const padded = tagPassage(
      store,
      { ...span('quay'), end: span('quay').end + 1 },
      {
        name: 'place',
        parent: null,
      },
    ).excerpt;
    expect(() => splitPassage(store, padded, span('quay').end)).toThrow(
      failing('excerpt.splitOutside'),
    );
  });

  test('gives what hangs on it to parts that are passages already', () => {
    const { store, source, tag, rest } = begun();
    const whole = tag('crossed it twice', 'movement');
    rest(whole);
    const first = tag('crossed it', 'a');
    const second = tag('twice', 'movement');
    expect(splitPassage(store, whole, text.indexOf('twice'))).toEqual({ excerpt: first, second });
    expect(getExcerpt(store, first).tags.map(({ name }) => name)).toEqual(['a', 'movement']);
    expect(getExcerpt(store, second).tags).toHaveLength(1);
    expect(getExcerpt(store, first).evidence).toHaveLength(1);
    expect(getExcerpt(store, second).evidence).toHaveLength(1);
    expect(highlightsOf(store, source)).toHaveLength(2);
  });
});

describe('two passages that are merged', () => {
  test('are one with what hung on both, each thing once', () => {
    const { store, source, span, tag, rosa, rest } = begun();
    const one = tag('Marta Luz 🦊 crossed', 'movement');
    const other = tag('crossed it twice', 'movement');
    tagPassage(store, { excerpt: other }, { name: 'time', parent: null });
    for (const words of ['Marta Luz 🦊 crossed', 'crossed it twice']) {
      mentionEntity(store, span(words), { entity: rosa });
    }
    notePassage(store, { excerpt: one }, 'First.');
    notePassage(store, { excerpt: other }, 'Second.');
    rest(one, 'supports', '6');
    rest(other, 'supports', '2');
    const before = contentHash(store);
    expect(mergePassages(store, other, one)).toEqual({ excerpt: other });
    expect(getExcerpt(store, other)).toMatchObject({
      quotation: 'Marta Luz 🦊 crossed it twice',
      tags: [{ name: 'movement' }, { name: 'time' }],
      mentions: [{ name: 'Marta Luz' }],
      evidence: [{ credibility: '2' }],
      notes: [{ body: 'First.' }, { body: 'Second.' }],
    });
    expectInPlace(store, other);
    expect(highlightsOf(store, source)).toHaveLength(1);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
  });

  test('may have white space between them, and no words', () => {
    const { store, tag } = begun();
    const one = tag('was empty.', 'a');
    const other = tag('Marta Luz', 'b');
    const far = tag('before dawn', 'c');
    expect(() => mergePassages(store, one, far)).toThrow(failing('excerpt.apart'));
    expect(() => mergePassages(store, one, one)).toThrow(failing('excerpt.apart'));
    mergePassages(store, one, other);
    expect(getExcerpt(store, one).quotation).toBe('was empty.\n\nMarta Luz');
    const elsewhere = tagPassage(
      store,
      { source: addSource(store, [...paragraphs, 'x']), start: 0, end: 3 },
      { name: 'a', parent: null },
    ).excerpt;
    expect(() => mergePassages(store, one, elsewhere)).toThrow(failing('excerpt.apart'));
  });

  test('stay two while one supports what the other contradicts', () => {
    const { store, tag, rest } = begun();
    const one = tag('crossed it', 'a');
    const other = tag('it twice', 'b');
    rest(one, 'supports');
    rest(other, 'contradicts');
    const before = contentHash(store);
    expect(() => mergePassages(store, one, other)).toThrow(failing('excerpt.contrary'));
    expect(contentHash(store)).toBe(before);
  });

  test('go into a third that has the words of both already', () => {
    const { store, source, tag } = begun();
    const third = tag('crossed it twice', 'a');
    const one = tag('crossed it', 'b');
    const other = tag('it twice', 'c');
    expect(mergePassages(store, one, other)).toEqual({ excerpt: third });
    expect(getExcerpt(store, third).tags.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(highlightsOf(store, source)).toHaveLength(1);
  });

  test('are handled as the stricter of them', () => {
    const { store, tag } = begun();
    const one = tag('crossed it', 'a');
    const other = tag('it twice', 'b');
    updatePassage(store, { excerpt: one }, { handling: 'CLEAR' });
    // The other one follows its source, which is AMBER.
    expect(getExcerpt(store, other)).toMatchObject({ handling: 'AMBER', ownHandling: null });
    mergePassages(store, one, other);
    expect(getExcerpt(store, one)).toMatchObject({ handling: 'AMBER', ownHandling: null });
  });

  test('make again of a split passage what it was, whatever hung on it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: text.length - 1 }),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        fc.boolean(),
        (at, tags, evident) => {
          const { store, source, rest } = begun();
          const all = { source, start: 0, end: text.length };
          let id = '';
          for (const name of tags) id = tagPassage(store, all, { name, parent: null }).excerpt;
          if (evident) rest(id);
          const before = contentHash(store);
          const { second } = splitPassage(store, id, at);
          for (const part of [id, second]) {
            expectInPlace(store, part);
            expect(getExcerpt(store, part).tags).toHaveLength(tags.length);
            expect(getExcerpt(store, part).evidence).toHaveLength(evident ? 1 : 0);
          }
          mergePassages(store, id, second);
          expect(contentHash(store)).toBe(before);
        },
      ),
      { numRuns: 15 },
    );
  });
});
