import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './encoding.ts';

const SPANISH = 'La operación en Tocorón, según el señor Muñoz, costó 300 € y duró “tres días”.\n';
const RUSSIAN = 'Следователи сообщили, что подозреваемый покинул страну вместе с семьёй.\n';

describe('the encoding of a text is told', () => {
  test.each([
    ['utf-8', Buffer.from(SPANISH)],
    ['utf-8', Buffer.from(`\ufeff${SPANISH}`)],
    ['utf-16le', wide(SPANISH, 'le')],
    ['utf-16le', wide(`\ufeff${SPANISH}`, 'le')],
    ['utf-16be', wide(SPANISH, 'be')],
    ['utf-16be', wide(`\ufeff${SPANISH}`, 'be')],
    ['windows-1252', windows1252(SPANISH)],
  ])('as %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: SPANISH, encoding, replaced: false });
  });

  test('as UTF-16 without a mark also where letters have no zero byte', () => {
    const text = RUSSIAN.repeat(3);
    expect(decodeText(wide(text, 'le'))).toMatchObject({ text, encoding: 'utf-16le' });
    expect(decodeText(wide(text, 'be'))).toMatchObject({ text, encoding: 'utf-16be' });
  });

  test('as windows-1251 where most letters are high bytes', () => {
    const text = RUSSIAN.repeat(10);
    expect(decodeText(windows1251(text))).toMatchObject({ text, encoding: 'windows-1251' });
  });

  test('as the document declares it, unless it is valid UTF-8', () => {
    expect(decodeText(windows1251(RUSSIAN), 'windows-1251').text).toBe(RUSSIAN);
    expect(decodeText(Buffer.from(SPANISH), 'iso-8859-1').text).toBe(SPANISH);
    expect(decodeText(windows1252(SPANISH), 'utf-8').text).toBe(SPANISH);
    expect(decodeText(windows1252(SPANISH), 'no-such-label').text).toBe(SPANISH);
  });

  test('as UTF-8 with a few characters broken', () => {
    const text = SPANISH.repeat(4);
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]);
    expect(decodeText(broken)).toEqual({
      text: `${text}\ufffd`,
      encoding: 'utf-8',
      replaced: true,
    });
  });
});

describe('bytes that are no text are refused', () => {
  test.each([
    ['NUL among letters', Buffer.from('abc\u0000def')],
    ['NUL after a byte order mark', Buffer.from('\ufeffabc\u0000')],
    ['little-endian numbers', Buffer.from(new Uint32Array([1, 2, 3, 70_000, 5]).buffer)],
    [
      'control characters',
      Buffer.from(
        Array.from({ length: 200 }, (_, index) => 128 + (index % 120)).concat([1, 2, 3, 4, 5, 6]),
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/source\.binary/);
  });
});

test('a lone surrogate of UTF-16 becomes U+FFFD', () => {
  expect(decodeText(wide('\ufeffab\ud800cd', 'le'))).toEqual({
    text: 'ab\ufffdcd',
    encoding: 'utf-16le',
    replaced: true,
  });
});

test('whatever text is written in UTF-16 with a mark is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('le', 'be'), (text, order) => {
      fc.pre(!text.includes('\u0000'));
      expect(decodeText(wide(`\ufeff${text}`, order)).text).toBe(text);
    }),
  );
});

function wide(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function windows1252(text: string): Uint8Array {
  const high = new Map([
    ['€', 0x80],
    ['“', 0x93],
    ['”', 0x94],
  ]);
  return Uint8Array.from(text, (unit) => high.get(unit) ?? unit.charCodeAt(0));
}

function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => {
    const code = unit.charCodeAt(0);
    if (unit === 'ё') {
      return 0xb8;
    }
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
}
