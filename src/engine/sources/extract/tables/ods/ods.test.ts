import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Warning } from '../../extraction.ts';
import { propertiesOf } from '../../office/testing/parse-as.ts';
import { cell, ods, row, table } from '../testing/ods-sample.ts';
import { outcomeOf, piecesOf, readWith, tableOf, type Reading } from '../testing/reading.ts';
import { parseOds } from './index.ts';

const read = async (tables: string, styles = '', reading?: Reading) =>
  await readWith(parseOds, await ods(tables, { automatic: styles }), reading);

/** A cell with its type, what it is and what it shows. */
const typed = (type: string, value: string, shown: string): string =>
  cell(`<text:p>${shown}</text:p>`, ` office:value-type="${type}" ${value}`);

describe('a spreadsheet of OpenDocument', () => {
  test('has a heading for each sheet and a row for each row, named by its header', async () => {
    const parsed = await read(
      table('People', row(['Name', 'Age']) + row(['Ana', '45'])) +
        table('Empty', row([''])) +
        table('Notes', row(['', 'words'])),
    );
    expect(piecesOf(parsed)).toEqual([
      ['heading', 'People\n\n'],
      ['row', 'Name: Ana\nAge: 45\n\n'],
      ['heading', 'Notes\n\n'],
      ['row', 'B: words'],
    ]);
    expect(tableOf(parsed)).toEqual({
      People: [
        ['Name', 'Age'],
        ['Ana', '45'],
      ],
      Notes: [
        ['A', 'B'],
        ['', 'words'],
      ],
    });
  });

  test('shows numbers as its program did, days and moments in ISO 8601', async () => {
    const cells = [
      typed('float', 'office:value="1234.5"', '1.234,50'),
      typed('percentage', 'office:value="0.25"', '25 %'),
      typed('currency', 'office:value="3"', '3,00 €'),
      typed('date', 'office:date-value="2023-05-01"', '1 de mayo'),
      typed('date', 'office:date-value="2023-05-01T14:30:00"', '1/5/23 2:30'),
      typed('date', 'office:date-value="2023-05-01T00:00:00"', '1/5/23'),
      typed('time', 'office:time-value="PT36H00M00S"', '36:00'),
      typed('boolean', 'office:boolean-value="true"', 'VERDADERO'),
      cell('', ' office:value-type="float" office:value="7"'),
      cell('', ' office:value-type="string" office:string-value="said"'),
    ];
    const { text } = await read(table('S', `<table:table-row>${cells.join('')}</table:table-row>`));
    expect(text.split('\n').slice(2)).toEqual([
      'A: 1.234,50',
      'B: 25 %',
      'C: 3,00 €',
      'D: 2023-05-01',
      'E: 2023-05-01T14:30',
      'F: 2023-05-01',
      'G: 36:00',
      'H: TRUE',
      'I: 7',
      'J: said',
    ]);
  });

  test('has the characters of its paragraphs', async () => {
    const content =
      '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p><text:span>e\n f</text:span><text:a xlink:href="https://host.example/a">g</text:a></text:p>';
    const parsed = await read(table('S', `<table:table-row>${cell(content)}</table:table-row>`));
    expect(parsed.text).toBe('S\n\nA: a  b\tc\nd\ne fg');
    expect(propertiesOf(parsed)).toEqual({ links: 'S!A1 https://host.example/a' });
  });

  test('says what it says of itself', async () => {
    const bytes = await ods(table('S', row(['x'])), {
      meta: '<dc:title>Accounts</dc:title><meta:initial-creator>Ana Soto</meta:initial-creator>',
    });
    const { metadata } = await readWith(parseOds, bytes);
    expect(metadata).toMatchObject({ title: 'Accounts', author: 'Ana Soto' });
  });

  test('without a word in it is kept, and that is said', async () => {
    const parsed = await read(table('S', row([''])));
    expect([parsed.text, parsed.warnings]).toEqual(['', [Warning.noText]]);
  });
});

describe('what is beside the words of the cells', () => {
  test('hidden sheets, rows and columns, merged cells and formulas are read and told', async () => {
    const styles =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const rows = [
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>',
      `<table:table-row>${cell('<text:p>3</text:p>', ' table:formula="of:=SUM([.B1])" table:number-columns-spanned="2"')}</table:table-row>`,
      row(['4'], ' table:visibility="collapse"'),
      row(['5'], ' table:visibility="filter"'),
    ];
    const parsed = await read(
      `<table:tracked-changes/>${table('S', rows.join(''))}${table('Behind', row(['kept']), ' table:style-name="h"')}`,
      styles,
    );
    expect(parsed.text).toBe('S\n\nA: 3\n\nA: 4\n\nA: 5\n\nBehind\n\nA: kept');
    expect(propertiesOf(parsed)).toEqual({
      trackedChanges: 'yes',
      hiddenColumns: 'S!B:C',
      mergedCells: 'S!A1:B1',
      formulas: 'S!A1 of:=SUM([.B1])',
      hiddenRows: 'S!2:3',
      hiddenSheets: 'Behind',
    });
  });

  test('comments stand below their sheet, with who made them', async () => {
    const comment =
      '<office:annotation><dc:creator>Ana</dc:creator><dc:date>2023-05-01T10:00:00</dc:date><text:p>Check</text:p><text:p>this.</text:p></office:annotation>';
    const parsed = await read(
      table(
        'S',
        `${row(['x'])}<table:table-row>${cell(`${comment}<text:p>y</text:p>`)}</table:table-row>`,
      ),
    );
    expect(piecesOf(parsed).at(-1)).toEqual(['comment', 'A2 (Ana, 2023-05-01): Check\nthis.']);
  });
});

describe('what is repeated', () => {
  test('is read as often as it stands for, and places are counted on', async () => {
    const repeated = cell('<text:p>x</text:p>', ' table:number-columns-repeated="3"');
    const gap = cell('', ' table:number-columns-repeated="1000"');
    const parsed = await read(
      table(
        'S',
        `<table:table-row table:number-rows-repeated="2">${repeated}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="100000">${gap}</table:table-row>` +
          `<table:table-row>${gap}${cell('<text:p>y</text:p>')}</table:table-row>`,
      ),
    );
    expect(parsed.text).toBe('S\n\nA: x\nB: x\nC: x\n\nA: x\nB: x\nC: x\n\nALM: y');
    const [sheet] = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 2, 100_003]);
  });

  test('a million times and more is read within bounds, and that is told', async () => {
    const repeated = cell('<text:p>x</text:p>', ' table:number-columns-repeated="16384"');
    const rows = `<table:table-row table:number-rows-repeated="1048576">${repeated}</table:table-row>`;
    const parsed = await read(table('S', rows.repeat(3)));
    expect(parsed.text.length).toBeLessThan(10_000_000);
    expect(propertiesOf(parsed)['repeated']?.split('\n').slice(0, 2)).toEqual([
      'S!A1 (16384)',
      'S!1 (1048576)',
    ]);
  });

  test.each(['-1', '0', 'x', '1e99', '99999999999999999999'])('%s times is once', async (times) => {
    const cells = cell('<text:p>x</text:p>', ` table:number-columns-repeated="${times}"`);
    const { text } = await read(table('S', `<table:table-row>${cells}</table:table-row>`));
    expect(text).toBe('S\n\nA: x');
  });
});

describe('a hostile spreadsheet', () => {
  test.each([
    ['entities within entities', '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><x>&b;</x>'],
    ['an entity that is none', '<x>&unknown;</x>'],
    ['elements nested without end', '<a>'.repeat(100_000)],
    ['no XML', 'words'],
  ])('is refused for %s', async (_, content) => {
    const bytes = await ods('', { members: { 'content.xml': content } });
    await expect(readWith(parseOds, bytes)).rejects.toThrow(/source\.failed/);
  });

  test('that is encrypted asks for its password', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const bytes = await ods('', { members: { 'META-INF/manifest.xml': manifest } });
    await expect(readWith(parseOds, bytes)).rejects.toThrow(/passwordNeeded/);
  });
});

test('whatever is changed in it, a spreadsheet is read or refused with a reason', async () => {
  const sample = await ods(table('S', row(['Name', 'Age']) + row(['Ana', '45'])));
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const bytes = Uint8Array.from(sample);
      for (const [at, byte] of changed) bytes[at] = byte;
      expect(await outcomeOf(readWith(parseOds, bytes))).toMatch(/^read$|^CaseError: source\./);
    }),
    { numRuns: 250 },
  );
});

test('whatever a sheet has for XML, it is read or refused with a reason', async () => {
  const piece = fc.constantFrom(
    '<table:table table:name="T">',
    '</table:table>',
    '<table:table-row table:number-rows-repeated="70000">',
    '</table:table-row>',
    '<table:table-cell table:number-columns-repeated="70000">',
    '</table:table-cell>',
    '<text:p>x',
    '</text:p>',
    '<table:covered-table-cell/>',
    '<table:table-column table:visibility="collapse" table:number-columns-repeated="-5"/>',
    '<office:annotation>',
    '</office:annotation>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 9 }), async (pieces) => {
      const reading = read(table('S', pieces.join('')));
      expect(await outcomeOf(reading)).toMatch(/^read$|^CaseError: source\./);
    }),
    { numRuns: 250 },
  );
});
