import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Warning } from './extraction.ts';
import { withPlainLineEnds } from './line-ends.ts';
import { findParagraphs } from './paragraphs.ts';
import { parsePlainText } from './plain-text.ts';
import { divideText } from './segments.ts';

const read = (text: string | Uint8Array, encoding?: string) =>
  parsePlainText(
    typeof text === 'string' ? Buffer.from(text) : text,
    'text',
    encoding === undefined ? {} : { encoding },
  );

describe('line ends', () => {
  test('of every sort, mixed, each end one line', async () => {
    const { text } = await read('a\r\nb\rc\u0085d\u2028e\u2029f\n\r\n\rg\r');
    expect(text).toBe('a\nb\nc\nd\ne\nf\n\n\ng\n');
  });

  test('are never told apart where a huge text is gone through in stretches', () => {
    for (const ends of ['\r\n', '\r\r\n', '\r\r', '\n\r\n']) {
      for (const before of [0, 1, 2, 3]) {
        const long = `${'x'.repeat(64 * 1024 - before)}${ends}`.repeat(3);
        expect(withPlainLineEnds(long)).toBe(long.replace(/\r\n?/g, '\n'));
      }
    }
  });
});

describe('what is not Latin text of one line', () => {
  test.each([
    ['right-to-left', 'שלום (עולם) 12 — مرحبا\u200f بالعالم\u202bx\u202c'],
    ['combining', 'e\u0301 ñ n\u0303 क्षि 각 Z\u0363\u035b'],
    ['beyond the basic plane', '👩‍👩‍👧 𝒳 🇻🇪'],
    ['format characters', 'a\u200bb\u00adc\ufeffd\u2060e'],
  ])('is unharmed to the unit: %s', async (_, words) => {
    const { text, warnings } = await read(words);
    expect(text).toBe(words);
    expect(warnings).toEqual([]);
  });
});

test('bytes that are no character are replaced, and it is said', async () => {
  const { text, warnings, encoding } = await read(
    Buffer.concat([Buffer.from('áéíóúñ '.repeat(9)), Buffer.from([0xed, 0xa0, 0x80])]),
  );
  expect(text.isWellFormed()).toBe(true);
  expect(text).toContain('\ufffd');
  expect(encoding).toBe('utf-8');
  expect(warnings).toEqual([Warning.charactersReplaced]);
});

test('the encoding chosen is that in which it is read', async () => {
  const bytes = Buffer.concat([Uint8Array.from([0xcf, 0xf0, 0xe8]), Buffer.from(' in Latin')]);
  expect(await read(bytes)).toMatchObject({ text: 'Ïðè in Latin', encoding: 'windows-1252' });
  expect(await read(bytes, 'cp1251')).toMatchObject({
    text: 'При in Latin',
    encoding: 'windows-1251',
  });
  await expect(read(bytes, 'klingon')).rejects.toMatchObject({
    code: 'source.encodingUnknown',
    details: { encoding: 'klingon' },
  });
});

describe('a huge text', () => {
  test.each([
    ['paragraphs of one letter', 'a\n\n'],
    ['carriage returns', 'a\r\r\r'],
    ['one line', 'word '],
    ['no place to cut', '。😀'],
    ['quotation marks after each full stop', '.”'],
  ])('of %s is divided into a bearable number of places', (_, unit) => {
    const text = withPlainLineEnds(unit.repeat(3_000_000));
    const segments = divideText(text, findParagraphs(text, 'markdown'));
    expect(segments.length).toBeLessThanOrEqual(100_000);
    expect(segments.at(-1)?.end).toBe(text.length);
    expect(segments.every(({ start }, index) => start === (segments[index - 1]?.end ?? 0))).toBe(
      true,
    );
  });
});

test('whatever bytes there are, they are read as text or told to be none', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text)),
    fc.string({ maxLength: 30 }).map((text) => Buffer.from(text, 'utf16le')),
    fc.constantFrom('\ufeff', '\0', '\r\n', '\u0085', 'words ').map((text) => Buffer.from(text)),
    fc
      .constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xed, 0xa0, 0x80], [0xc3])
      .map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const outcome = await read(Buffer.concat(pieces)).then(
        ({ text }) => (text.isWellFormed() && !/[\r\u0085\0]/.test(text) ? 'read' : text),
        (error: unknown) => String(error),
      );
      expect(outcome).toMatch(/^read$|source\.(?:binary|empty)/);
    }),
    { numRuns: 500 },
  );
});
