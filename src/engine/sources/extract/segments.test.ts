import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment } from './extraction.ts';
import { findParagraphs } from './paragraphs.ts';
import { SEGMENT_LIMIT, divideText, joinBlocks } from './segments.ts';

const LETTERS = fc.constantFrom('a', ' ', '\n', '.', '😀', '#', '-', '`', 'é');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: LETTERS, maxLength: 300 }),
  fc
    .array(fc.tuple(fc.string({ unit: LETTERS, maxLength: 6 }), fc.nat(4000)))
    .map((runs) => runs.map(([run, times]) => run.repeat(times)).join('')),
);

describe('the segments of any text', () => {
  test.each(['text', 'markdown'] as const)('put together are the text (%s)', (format) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectWhole(text, divideText(text, findParagraphs(text, format)));
      }),
    );
  });

  test('put together are the text of joined blocks, each on its page', () => {
    const block = fc.record({
      kind: fc.constantFrom('paragraph' as const, 'heading' as const),
      text: anyText,
      page: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const { text, segments } = joinBlocks(blocks);
        expectWhole(text, segments);
        const kept = blocks.filter((one) => one.text.trim() !== '');
        expect(text).toBe(kept.map((one) => one.text).join('\n\n'));
        expect(new Set(segments.map(({ page }) => page))).toEqual(
          new Set(kept.map(({ page }) => page)),
        );
      }),
    );
  });
});

describe('plain text', () => {
  test('has a segment for each paragraph, the blank lines with the one before', () => {
    expect(pieces('one\ntwo\n\n\nthree\n \nfour', 'text')).toEqual([
      'one\ntwo\n\n\n',
      'three\n \n',
      'four',
    ]);
  });

  test('begins with its first segment, whatever stands before the first letter', () => {
    expect(pieces('\n\n  \none\n\ntwo\n', 'text')).toEqual(['\n\n  \none\n\n', 'two\n']);
  });

  test('that was not wrapped by hand has a paragraph on each long line', () => {
    const long = 'word '.repeat(50);
    expect(pieces(`Title\n${long}\n${long}\nshort\n`, 'text')).toEqual([
      'Title\n',
      `${long}\n`,
      `${long}\n`,
      'short\n',
    ]);
  });
});

test('a long paragraph is cut after a sentence, else after a word, else anywhere but inside a character', () => {
  const sentences = 'This is one of many sentences. '.repeat(300);
  const cut = pieces(sentences, 'text');
  expect(cut.length).toBeGreaterThan(1);
  expect(cut.every((piece) => piece.endsWith('. '))).toBe(true);
  expect(pieces('word '.repeat(2000), 'text').every((piece) => piece.endsWith('word '))).toBe(true);
  expect(pieces(`a${'😀'.repeat(5000)}`, 'text').every((piece) => piece.isWellFormed())).toBe(true);
});

test('a huge text of tiny paragraphs has a bearable number of segments', () => {
  const text = 'a\n\n'.repeat(400_000);
  const segments = divideText(text, findParagraphs(text, 'text'));
  expect(segments.length).toBeLessThanOrEqual(100_000);
  expect(segments.at(-1)?.end).toBe(text.length);
});

describe('Markdown', () => {
  test('has its headings apart, written either way', () => {
    const text = '# One\ntext\n## Two ##\n\nThree\n=====\nmore\n\n#hashtag\n';
    const segments = divideText(text, findParagraphs(text, 'markdown'));
    expect(segments.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', '# One\n'],
      ['paragraph', 'text\n'],
      ['heading', '## Two ##\n\n'],
      ['heading', 'Three\n=====\n'],
      ['paragraph', 'more\n\n'],
      ['paragraph', '#hashtag\n'],
    ]);
  });

  test('has no headings inside fenced code', () => {
    const text = '```\n# not a heading\n```\n# heading\n';
    const segments = divideText(text, findParagraphs(text, 'markdown'));
    expect(segments.map(({ kind }) => kind)).toEqual(['paragraph', 'heading']);
  });
});

function pieces(text: string, format: 'text' | 'markdown'): string[] {
  const segments = divideText(text, findParagraphs(text, format));
  return segments.map(({ start, end }) => text.slice(start, end));
}

function expectWhole(text: string, segments: readonly Segment[]): void {
  let at = 0;
  for (const { start, end } of segments) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    expect(end - start).toBeLessThanOrEqual(SEGMENT_LIMIT);
    at = end;
  }
  expect(at).toBe(text.length);
  const split = segments.filter(({ start, end }) => !text.slice(start, end).isWellFormed());
  expect(split.length === 0 || !text.isWellFormed()).toBe(true);
}
