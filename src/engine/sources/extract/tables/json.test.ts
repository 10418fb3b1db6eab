import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Warning } from '../extraction.ts';
import { parseJson, parseNdjson } from './json.ts';
import { outcomeOf, piecesOf, readWith, tableOf, type Reading } from './testing/reading.ts';

const read = (content: string | Uint8Array, reading?: Reading) =>
  readWith(parseJson, content, reading);
const readLines = (content: string | Uint8Array) => readWith(parseNdjson, content);

describe('JSON', () => {
  test('is a line for each value, a paragraph for each part of it', async () => {
    const parsed = await read('{"a": 1, "b": {"c": [1, {"d": "x"}], "e": {}}, "f": [true, null]}');
    expect(piecesOf(parsed)).toEqual([
      ['paragraph', 'a: 1\n\n'],
      ['paragraph', 'b.c[0]: 1\nb.c[1].d: x\nb.e: {}\n\n'],
      ['paragraph', 'f[0]: true\nf[1]: null'],
    ]);
    expect(parsed).toMatchObject({
      mediaType: 'application/json',
      encoding: 'utf-8',
      warnings: [],
    });
    expect(parsed.layout).toBeUndefined();
  });

  test('has a row for each record of its outermost arrays, and shows them as tables', async () => {
    const parsed = await read(
      '{"page": 1, "data": {"people": [{"name": "Ana", "age": 45}, {"name": "Luis", "in": [{"x": 1}]}]}}',
    );
    expect(piecesOf(parsed)).toEqual([
      ['paragraph', 'page: 1\n\n'],
      ['heading', 'data.people\n\n'],
      ['row', 'name: Ana\nage: 45\n\n'],
      ['row', 'name: Luis\nin[0].x: 1'],
    ]);
    expect(tableOf(parsed)).toEqual({
      'data.people': [
        ['name', 'age', 'in[0].x'],
        ['Ana', '45', ''],
        ['Luis', '', '1'],
      ],
    });
  });

  test('that is an array has a row for each element', async () => {
    expect((await read('[1, "two", {"a": 3}, [4, 5]]')).text).toBe(
      '[0]: 1\n\n[1]: two\n\na: 3\n\n[0]: 4\n[1]: 5',
    );
    expect(tableOf(await read('[[1, 2], [3]]'))).toEqual({
      '': [
        ['[0]', '[1]'],
        ['1', '2'],
        ['3', ''],
      ],
    });
  });

  test('keeps numbers and repeated keys as they are written', async () => {
    const { text } = await read(
      '[{"n": 12345678901234567890.10, "e": -1.0E+400, "n": 007e, "n": 2}]'.replace('007e', '0.00'),
    );
    expect(text).toBe('n: 12345678901234567890.10\ne: -1.0E+400\nn: 0.00\nn: 2');
  });

  test('has the characters that its strings stand for', async () => {
    const { text } = await read(
      String.raw`{"a": "\"q\" \\ \/ \u00e1\ud83d\ude00\n\t\u202ex", "b": "", "c": " "}`,
    );
    expect(text).toBe('a: "q" \\ / á😀\n\t\u202ex\nb: ""\nc: " "');
  });

  test('sets keys in quotation marks that a path could not be read with', async () => {
    const { text } = await read('{"a.b": 1, "": {"c[0]": 2}, "d e": 3, "f\\ng": 4}');
    expect(text).toBe('"a.b": 1\n\n""."c[0]": 2\n\nd e: 3\n"f\\ng": 4');
  });

  test('may be one value', async () => {
    expect((await read(' "words" ')).text).toBe('words');
    expect((await read('{}')).text).toBe('{}');
    await expect(read('[]')).rejects.toThrow(/source\.empty/);
    await expect(read(' ')).rejects.toThrow(/source\.empty/);
  });

  test.each([
    ['utf-16le', Buffer.from('\ufeff{"ñ": 1}', 'utf16le')],
    ['utf-8', Buffer.from('\ufeff{"ñ": 1}')],
    ['windows-1252', Buffer.from('{"ñ": 1}', 'latin1')],
  ])('in %s', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, text: 'ñ: 1' });
  });
});

describe('what is not JSON', () => {
  test.each([
    ['cut off', '{"a": [1, 2, {"b": "wor'],
    ['with a comment', '{"a": 1} // one'],
    ['with a comma too many', '[1, 2,]'],
    ['with names without quotation marks', '{a: 1}'],
    ['nested too deeply', '['.repeat(1_000_000)],
    ['nested too deeply in objects', '{"a":'.repeat(300)],
    ['with an end too many', '[1]]'],
    ['that mixes its ends', '[{"a": 1]}'],
  ])('%s, is given as it is written', async (_, content) => {
    const parsed = await read(content);
    expect(parsed.text).toBe(content);
    expect(parsed.warnings).toEqual([Warning.readAsText]);
  });
});

describe('JSON a line', () => {
  test('is a row a line, and a table', async () => {
    const parsed = await readLines('{"a": 1}\r\n\r\n{"a": 2, "b": {"c": "x\u2028y"}}\n');
    expect(piecesOf(parsed)).toEqual([
      ['row', 'a: 1\n\n'],
      ['row', 'a: 2\nb.c: x\ny'],
    ]);
    const [sheet] = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheet?.columns).toEqual(['a', 'b.c']);
    expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('keeps a line that is none as it is written, and says which', async () => {
    const parsed = await readLines('{"a": 1}\n{"a": 2\n[3]\n{"a": 4} x\n');
    expect(parsed.text).toBe('a: 1\n\n{"a": 2\n\n[0]: 3\n\n{"a": 4} x');
    expect(parsed.warnings).toEqual(['readAsText 2,4']);
    expect(tableOf(parsed)['']).toEqual([
      ['a', '[0]'],
      ['1', ''],
      ['', '3'],
    ]);
  });
});

describe('large and hostile', () => {
  test('100,000 records are as many rows', async () => {
    const records = Array.from({ length: 100_000 }, (_, id) => ({ id, name: `Name ${id}` }));
    expect((await read(JSON.stringify(records))).segments).toHaveLength(100_000);
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    expect((await readLines(lines)).segments).toHaveLength(100_000);
  });

  test.each([
    ['backslashes', `["${'\\'.repeat(4_000_000)}"]`],
    ['escapes', `["${String.raw`\u0041`.repeat(500_000)}"]`],
    [
      'keys in one record',
      `[{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":1`).join()}}]`,
    ],
    ['arrays', `{${Array.from({ length: 10_000 }, (_, at) => `"k${at}":[{"a":1}]`).join()}}`],
    [
      'long keys around many values',
      `${`{"${'k'.repeat(20_000)}":`.repeat(150)}[${'1,'.repeat(100_000)}1]${'}'.repeat(150)}`,
    ],
    ['spaces', `${' '.repeat(5_000_000)}1`],
    ['empty records', `[${'{},'.repeat(100_000)}{}]`],
    ['digits', `[${'1'.repeat(3_000_000)}]`],
    ['prototype names', '[{"__proto__": {"constructor": 1}, "toString": 2}]'],
  ])('%s are read', async (_, content) => {
    expect((await read(content)).warnings).toEqual([]);
  });

  test('is told to be too large as soon as its text is', async () => {
    const key = 'k'.repeat(150);
    await expect(
      read(`[{"${key}":[${'0,'.repeat(2000)}0]}]`, { limits: { textUnits: 10_000 } }),
    ).rejects.toThrow(/tooLarge/);
  });
});

test('every value of any JSON is in its text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.json({ maxDepth: 4 }), { minLength: 1 }), async (values) => {
      const { text } = await read(`[${values.join(',')}]`);
      for (const leaf of values.flatMap((value) => leavesOf(JSON.parse(value)))) {
        expect(text).toContain(leaf.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n'));
      }
    }),
  );
});

test.each([
  ['JSON', parseJson],
  ['JSON a line', parseNdjson],
])('whatever is changed in it, %s is read or refused with a reason', async (_, parser) => {
  const sample = Buffer.from('{"a": [{"b": "x\\u00e1"}, 2.5e3, null], "ñ": "y"}\n{"c": true}\n');
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(sample.length), async (changed, length) => {
      const bytes = Buffer.from(sample.subarray(0, length + 1));
      for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
      expect(await outcomeOf(readWith(parser, bytes))).toMatch(/^read$|source\.(?:binary|empty)/);
    }),
    { numRuns: 300 },
  );
});

function leavesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}
