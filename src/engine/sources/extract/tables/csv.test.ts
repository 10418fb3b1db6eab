import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Warning } from '../extraction.ts';
import { parseCsv } from './csv.ts';
import { outcomeOf, piecesOf, readWith, tableOf, type Reading } from './testing/reading.ts';

const read = (content: string | Uint8Array, reading?: Reading) =>
  readWith(parseCsv, content, reading);

describe('a table as text', () => {
  test('has a segment for each row, with the names of its columns', async () => {
    const parsed = await read('Nombre,Edad,Nota\nAna Soto,45,testigo\nLuis,,"alias ""El Ocho"""\n');
    expect(piecesOf(parsed)).toEqual([
      ['row', 'Nombre: Ana Soto\nEdad: 45\nNota: testigo\n\n'],
      ['row', 'Nombre: Luis\nNota: alias "El Ocho"'],
    ]);
    expect(parsed).toMatchObject({ mediaType: 'text/csv', encoding: 'utf-8', warnings: [] });
    expect(parsed.details?.properties).toEqual([{ name: 'delimiter', value: ',' }]);
  });

  test('says where each cell is, and the row of the document it is in', async () => {
    const parsed = await read('Name,Age\n\nAna,45\nLuis,\n');
    expect(tableOf(parsed)).toEqual({
      '': [
        ['Name', 'Age'],
        ['Ana', '45'],
        ['Luis', ''],
      ],
    });
    const [sheet] = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheet?.rows.map(({ number }) => number)).toEqual([3, 4]);
  });

  test('keeps lines and delimiters within quotation marks', async () => {
    const parsed = await read('id,"what, if"\r\n1,"one\r\n\r\ntwo, three"\r\n');
    expect(parsed.text).toBe('id: 1\nwhat, if: one\n\ntwo, three');
    expect(parsed.segments).toHaveLength(1);
  });

  test('of one column of words has its letter for a name, unless its first cell is one', async () => {
    expect((await read('Rivas\nSoto\nPaz\n')).text).toBe('A: Rivas\n\nA: Soto\n\nA: Paz');
    expect((await read('Phone\n0414-1234567\n0412-7654321\n')).text).toBe(
      'Phone: 0414-1234567\n\nPhone: 0412-7654321',
    );
  });
});

describe('the names of columns', () => {
  test.each([
    ['are its first row', 'name,amount\nx,1\n', ['name', 'amount']],
    ['are its first row of words above words', 'Alpha,Beta\nx,y\nz,w\n', ['Alpha', 'Beta']],
    ['are years, too', 'Country,2019,2020\nPerú,1,2\n', ['Country', '2019', '2020']],
    ['are letters where the first row has numbers', '1,2,x\n3,4,y\n', ['A', 'B', 'C']],
    ['are letters where it is found again below', 'Ana,Soto\nLuis,Soto\nAna,Paz\n', ['A', 'B']],
    ['are letters where there is one row', 'name,amount\n', ['A', 'B']],
    [
      'stand below titles',
      'Report of May\n\nname,amount,unit\nx,1,kg\n',
      ['name', 'amount', 'unit'],
    ],
    ['are letters where they are missing', 'name,,amount\nx,y,1\n', ['name', 'B', 'amount']],
    ['are letters beyond the header', 'name,amount\nx,1,2\n', ['name', 'amount', 'C']],
    ['take one line', '"first\n name",amount\nx,1\n', ['first name', 'amount']],
  ])('%s', async (_, content, names) => {
    expect(tableOf(await read(content))['']?.[0]).toEqual(names);
  });

  test('that are very long are cut, so that they do not stand whole in every row', async () => {
    const [columns = []] = tableOf(await read(`${'long '.repeat(70)},b\n1,2\n`))[''] ?? [];
    expect(columns[0]).toHaveLength(200);
    expect(columns[0]?.endsWith('…')).toBe(true);
  });
});

describe('what separates the cells', () => {
  test.each([
    [',', 'a,b\n1,2\n'],
    [';', 'name;sum\nx;1,5\ny;2,75\n'],
    ['\t', 'a\tb, c\n1\t2, 3\n'],
    ['|', 'a|b\n1|2\n'],
    [';', 'a;b\n1;"2,3,4"\n5;6\n'],
    [',', 'just one line of words, as it were'],
    ['^', 'sep=^\r\na^b\r\n1^2'],
    [';', '\ufeff"sep=;"\na,b;c\n1;2\n'],
  ])('is told: %j', async (delimiter, content) => {
    const { details } = await read(content);
    expect(details?.properties).toEqual([{ name: 'delimiter', value: delimiter }]);
  });

  test('is what a person has chosen', async () => {
    const { text } = await read('a,b:c\n1,2:3\n', { settings: { delimiter: ':' } });
    expect(text).toBe('a,b: 1,2\nc: 3');
  });

  test('tells the media type', async () => {
    expect((await read('a\tb\n1\t2')).mediaType).toBe('text/tab-separated-values');
  });
});

describe('encodings and line ends', () => {
  const content = 'Nombre,Año\nMuñoz,1999\n';
  const text = 'Nombre: Muñoz\nAño: 1999';
  test.each([
    ['utf-8', Buffer.from(`\ufeff${content}`)],
    ['utf-16le', Buffer.from(`\ufeff${content}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${content}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(content, 'utf16le')],
    ['windows-1252', Buffer.from(content, 'latin1')],
  ])('%s', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, text });
  });

  test.each(['\r\n', '\r', '\n', '\u0085'])('rows that end in %j', async (end) => {
    expect((await read(content.replaceAll('\n', end))).text).toBe(text);
  });

  test('mixed, and within cells', async () => {
    const { text: mixed } = await read('a,b\r\n1,2\r3,"x\ry\r\nz\u2028w"\n5,6');
    expect(mixed).toBe('a: 1\nb: 2\n\na: 3\nb: x\ny\nz\nw\n\na: 5\nb: 6');
  });

  test('the encoding that a person has chosen', async () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0x2c, 0x31, 0x0a, 0x61, 0x2c, 0x32]);
    expect((await read(bytes, { settings: { encoding: 'windows-1251' } })).text).toBe(
      'A: Пр\nB: 1\n\nA: a\nB: 2',
    );
    await expect(read(bytes, { settings: { encoding: 'x' } })).rejects.toThrow(/encodingUnknown/);
  });

  test('right-to-left and combining text, and some NULs', async () => {
    const cells = ['שלום\u200f', 'e\u0301\u0323', '👩‍👧', 'a\u0000b'];
    const parsed = await read(`p,q,r,s\n${cells.join(',')}\n`);
    expect(tableOf(parsed)['']?.[1]).toEqual([...cells.slice(0, 3), 'a\ufffdb']);
    expect(parsed.warnings).toEqual([Warning.charactersReplaced]);
  });
});

describe('a table that is not as it should be', () => {
  test('loses nothing after a quotation mark without its other', async () => {
    const { text } = await read('id,note\n1,"open\n2,fine\n3,fine too\n');
    expect(text).toBe('id: 1\nnote: "open\n\nid: 2\nnote: fine\n\nid: 3\nnote: fine too');
  });

  test('keeps quotation marks that stand within a cell', async () => {
    const { text } = await read('id,note\n1,5" disk\n2,"an "old" one"\n');
    expect(text).toBe('id: 1\nnote: 5" disk\n\nid: 2\nnote: an "old" one');
  });

  test('has rows of any length', async () => {
    const { text } = await read('a,b\n1\n2,3,4,5\n\n,\n6,7\n');
    expect(text).toBe('a: 1\n\na: 2\nb: 3\nC: 4\nD: 5\n\na: 6\nb: 7');
  });

  test.each(['', '\n\n', ',,,\n,,\n', '""\n'])('is empty: %j', async (content) => {
    await expect(read(content)).rejects.toThrow(/source\.empty/);
  });

  test('keeps what would be a formula elsewhere, as it is', async () => {
    expect((await read('a,b\n"=HYPERLINK(1)",@x\n')).text).toBe('a: =HYPERLINK(1)\nb: @x');
  });

  test('is told to be too large as soon as its text is', async () => {
    const limits = { textUnits: 1000 };
    await expect(read('name,b\n1,2\n'.repeat(500), { limits })).rejects.toThrow(/tooLarge/);
  });
});

describe('a large table', () => {
  test('of 100,000 rows has as many segments, and its cells', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},Name ${at},"a, b"`);
    const parsed = await read(`id,name,note\n${rows.join('\n')}`);
    expect(parsed.segments).toHaveLength(100_000);
    const { text, segments } = parsed;
    expect(text.slice(segments[77]?.start, segments[77]?.end)).toBe(
      'id: 77\nname: Name 77\nnote: a, b\n\n',
    );
    const [sheet] = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheet?.rows.at(-1)?.number).toBe(100_001);
  });

  test('of more cells in a row than can be held is too large', async () => {
    await expect(read('x,'.repeat(2_000_001))).rejects.toThrow(/tooLarge/);
  });

  test.each([
    ['a million columns', 'x,'.repeat(1_000_000)],
    ['a million columns in each of many rows, most empty', `${','.repeat(1_000_000)}a\n`.repeat(9)],
    ['millions of quotation marks', `a,b\n${'"'.repeat(5_000_000)}`],
    ['an open quotation mark in each row', '"a,b\n'.repeat(100_000)],
    ['cells that open and do not close', '",'.repeat(1_000_000)],
    ['hundreds of thousands of rows', 'a\n'.repeat(600_000)],
    ['a cell of millions of letters', `a,b\n1,${'x'.repeat(5_000_000)}`],
    ['long words without end', `a,b\n${`${'x'.repeat(300)},${'@.'.repeat(90)}\n`.repeat(20_000)}`],
    ['nothing but spaces before a word', `${' '.repeat(5_000_000)}a`],
  ])('of %s is read', async (_, content) => {
    const { text, segments } = await read(content);
    expect(text.length).toBeGreaterThan(0);
    expect(segments.length).toBeLessThanOrEqual(250_000);
  });
});

test('what is written by the rules is read back, cell by cell', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '1', '😀'),
    maxLength: 8,
  });
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const lines = table.map((row) =>
        row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
      );
      // The numbers above keep the first row from being taken for the header.
      const content = `1,2,3\n${lines.join('\n')}\n`;
      const parsed = await read(content, { settings: { delimiter: ',' } });
      const kept = table
        .map((row) => row.map((one) => one.trim()))
        .filter((row) => row.some((one) => one !== ''));
      expect(tableOf(parsed)['']).toEqual([['A', 'B', 'C'], ['1', '2', '3'], ...kept]);
    }),
  );
});

test('whatever is changed in it, a table is read or refused with a reason', async () => {
  const sample = Buffer.from(
    '\ufeffname;amount;note\r\nAna;1,5;"one;\r\ntwo"\r\nLuis;2;"x ""y"""\r\n',
  );
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(sample.length), async (changed, length) => {
      const bytes = Buffer.from(sample.subarray(0, length + 1));
      for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
      expect(await outcomeOf(read(bytes))).toMatch(/^read$|source\.(?:binary|empty)/);
    }),
    { numRuns: 400 },
  );
});
