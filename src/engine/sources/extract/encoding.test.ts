import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAs, decodeText } from './encoding.ts';

const SPANISH = 'La operación en Tocorón, según el señor Muñoz, costó 300 € y duró “tres días”.\n';
const RUSSIAN = 'Следователи сообщили, что подозреваемый покинул страну вместе с семьёй.\n';

/** An encoding of the WHATWG Encoding standard, section 4.2, with some of its labels. */
const LABELS: [encoding: string, ...labels: string[]][] = [
  ['utf-8', 'unicode-1-1-utf-8', 'utf8', 'x-unicode20utf8'],
  ['ibm866', '866', 'cp866', 'csibm866'],
  ['iso-8859-2', 'csisolatin2', 'l2', 'latin2', 'iso_8859-2:1987'],
  ['iso-8859-3', 'latin3'],
  ['iso-8859-4', 'latin4'],
  ['iso-8859-5', 'cyrillic'],
  ['iso-8859-6', 'arabic', 'asmo-708'],
  ['iso-8859-7', 'greek', 'sun_eu_greek'],
  ['iso-8859-8', 'hebrew', 'visual'],
  ['iso-8859-8-i', 'logical'],
  ['iso-8859-10', 'latin6'],
  ['iso-8859-13', 'iso8859-13'],
  ['iso-8859-14', 'iso8859-14'],
  ['iso-8859-15', 'l9'],
  ['iso-8859-16'],
  ['koi8-r', 'koi', 'koi8_r'],
  ['koi8-u', 'koi8-ru'],
  ['macintosh', 'mac', 'x-mac-roman'],
  ['windows-874', 'tis-620', 'dos-874'],
  ['windows-1250', 'cp1250', 'x-cp1250'],
  ['windows-1251', 'cp1251'],
  ['windows-1252', 'cp1252', 'latin1', 'iso-8859-1', 'us-ascii', 'l1', 'ibm819'],
  ['windows-1253', 'cp1253'],
  ['windows-1254', 'latin5', 'iso-8859-9'],
  ['windows-1255', 'cp1255'],
  ['windows-1256', 'cp1256'],
  ['windows-1257', 'cp1257'],
  ['windows-1258', 'cp1258'],
  ['x-mac-cyrillic', 'x-mac-ukrainian'],
  ['gbk', 'gb2312', 'chinese', 'iso-ir-58'],
  ['gb18030'],
  ['big5', 'big5-hkscs', 'cn-big5'],
  ['euc-jp', 'x-euc-jp'],
  ['iso-2022-jp', 'csiso2022jp'],
  ['shift_jis', 'sjis', 'windows-31j', 'ms_kanji'],
  ['euc-kr', 'korean', 'ks_c_5601-1987', 'windows-949'],
  ['utf-16be', 'unicodefffe'],
  ['utf-16le', 'utf-16', 'ucs-2', 'unicode'],
  ['x-user-defined'],
];

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
    ['mostly NUL', Buffer.concat([Buffer.from('abc'), Buffer.alloc(100), Buffer.from('def')])],
    ['mostly NUL after a byte order mark', Buffer.from(`\ufeffabc${'\u0000'.repeat(20)}`)],
    ['NUL and other control characters', Buffer.from('abc\u0000def\u0001ghi')],
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

test('a text may hold some NULs, which become U+FFFD, one for one', () => {
  expect(decodeText(Buffer.from('abc\u0000def ghi'))).toEqual({
    text: 'abc\ufffddef ghi',
    encoding: 'utf-8',
    replaced: true,
  });
  const latin = Buffer.concat([windows1252('Muñoz\u0000, 300 €'), Buffer.from(' y más'.repeat(9))]);
  expect(decodeText(windows1252('Muñoz\u0000 costó')).text).toBe('Muñoz\ufffd costó');
  expect(decodeText(latin).text).toContain('\ufffd, 300');
  expect(decodeText(wide('\ufeffab\u0000cdefgh', 'le')).text).toBe('ab\ufffdcdefgh');
});

describe('the encoding that a person has chosen', () => {
  test('wins over what the bytes seem to be, and over a byte order mark', () => {
    expect(decodeAs(Buffer.from('señor'), 'iso-8859-1').text).toBe('seÃ±or');
    expect(decodeAs(Buffer.from('\ufeffab'), 'windows-1252').text).toBe('ï»¿ab');
    expect(decodeAs(wide('ab', 'be'), 'utf-16be').text).toBe('ab');
    expect(decodeAs(Uint8Array.from([0x82, 0xa0, 0xff]), 'shift_jis')).toEqual({
      text: 'あ\ufffd',
      encoding: 'shift_jis',
      replaced: true,
    });
  });

  test.each(LABELS)('may be %s by any of its labels, however written', (encoding, ...labels) => {
    for (const label of [encoding, ...labels, ` ${encoding.toUpperCase()}\n`]) {
      expect(decodeAs(Buffer.from('abc'), label)).toMatchObject({
        encoding,
        text: expect.any(String),
      });
    }
  });

  test.each(['', 'no-such', 'utf-7', 'utf-8 ; x', 'x'.repeat(40)])(
    'is refused as “%s”',
    (label) => {
      expect(() => decodeAs(Buffer.from('abc'), label)).toThrow(/source\.encodingUnknown/);
    },
  );
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
