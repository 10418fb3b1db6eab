import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Warning } from '../../extraction.ts';
import { propertiesOf } from '../../office/testing/parse-as.ts';
import { outcomeOf, piecesOf, readWith, tableOf, type Reading } from '../testing/reading.ts';
import { inlineRow, xlsx, type SampleWorkbook } from '../testing/xlsx-sample.ts';
import { parseXlsx } from './index.ts';

const read = async (workbook: SampleWorkbook, reading?: Reading) =>
  await readWith(parseXlsx, await xlsx(workbook), reading);
const readRows = (xml: string, workbook: Partial<SampleWorkbook> = {}) =>
  read({ ...workbook, sheets: [{ name: 'S', xml }] });

/** What is shown of a number in a format, written as a style of a workbook has it. */
async function shown(value: string, format: number | string, date1904 = false): Promise<string> {
  const [id, own] =
    typeof format === 'number'
      ? [format, '']
      : [164, `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts>`];
  const styles = `${own}<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
  const row = `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`;
  const { text } = await readRows(row, { styles, date1904 });
  return text.replace('S\n\nA: ', '');
}

describe('a workbook', () => {
  test('has a heading for each sheet and a row for each row, named by its header', async () => {
    const parsed = await read({
      sheets: [
        {
          name: 'People',
          xml: inlineRow(1, ['Name', 'Age']) + inlineRow(3, ['Ana &amp; Co', '45']),
        },
        { name: 'Empty', xml: '<sheetData/>' },
        { name: 'Notes', xml: inlineRow(2, ['words']) },
      ],
    });
    expect(piecesOf(parsed)).toEqual([
      ['heading', 'People\n\n'],
      ['row', 'Name: Ana & Co\nAge: 45\n\n'],
      ['heading', 'Notes\n\n'],
      ['row', 'A: words'],
    ]);
    expect(tableOf(parsed)).toEqual({
      People: [
        ['Name', 'Age'],
        ['Ana & Co', '45'],
      ],
      Notes: [['A'], ['words']],
    });
    const sheets = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheets.map(({ rows }) => rows.map(({ number }) => number))).toEqual([[3], [2]]);
    expect(parsed.warnings).toEqual([]);
  });

  test('has strings shared, rich, formulated and in place', async () => {
    const { text } = await readRows(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>A1</f><v>x_x0041_</v></c><c r="D1" t="inlineStr"><is><r><t>in </t></r><r><t>place</t></r></is></c><c r="E1" t="s"><v>7</v></c></row>`,
      {
        strings: [
          '<t xml:space="preserve"> one </t>',
          '<r><rPr><b/></rPr><t>t</t></r><r><t>wo_x000D_&#10;lines</t></r><rPh sb="0" eb="1"><t>ツー</t></rPh>',
        ],
      },
    );
    expect(text).toBe('S\n\nA: one\nB: two\nlines\nC: xA\nD: in place');
  });

  test('has truth values, errors and dates written as such', async () => {
    const { text } = await readRows(
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2023-05-01T00:00:00</v></c><c t="d"><v>2023-05-01T10:30</v></c></row>',
    );
    expect(text).toBe('S\n\nA: TRUE\nB: FALSE\nC: #N/A\nD: 2023-05-01\nE: 2023-05-01T10:30');
  });

  test('says what it says of itself', async () => {
    const parsed = await read({
      sheets: [{ name: 'S', xml: inlineRow(1, ['x']) }],
      members: {
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Accounts</dc:title><dc:creator>Ana Soto</dc:creator><dcterms:created>2023-05-01T10:00:00Z</dcterms:created></cp:coreProperties>',
      },
    });
    expect(parsed.metadata).toMatchObject({
      title: 'Accounts',
      author: 'Ana Soto',
      published: '2023-05-01',
    });
  });

  test('without a word in it is kept, and that is said', async () => {
    const parsed = await readRows('<row r="1"><c r="A1"/></row>');
    expect(parsed.text).toBe('');
    expect(parsed.warnings).toEqual([Warning.noText]);
  });
});

describe('numbers', () => {
  test.each([
    ['123', 0, '123'],
    ['0.1', 0, '0.1'],
    ['0.10000000000000001', 0, '0.1'],
    ['1.23456789012E+15', 0, '1234567890120000'],
    ['123456789012345678901', 0, '123456789012345678901'],
    ['123', '00000', '00123'],
    ['1234.5', 4, '1,234.50'],
    ['0.256', 9, '26%'],
    ['4141234567', '000-000-0000', '414-123-4567'],
    ['1200', '&quot;Bs. &quot;#,##0', 'Bs. 1,200'],
    ['-5', '#,##0_);[Red]\\(#,##0\\)', '(5)'],
    ['1.5', '[h]:mm', '36:00'],
    ['42', ';;;', '42'],
    ['42', '&quot;', '42'],
    ['42', 'x'.repeat(300), '42'],
    ['words', 2, 'words'],
  ])('%s in %j is %s', async (value, format, text) => {
    expect(await shown(value, format)).toBe(text);
  });

  test.each([
    ['45047', 14, '2023-05-01'],
    ['45047.604166666664', 22, '2023-05-01T14:30'],
    ['45047.604340277778', 'dd/mm/yyyy hh:mm:ss', '2023-05-01T14:30:15'],
    ['45047', 'mmm\\-yy', '2023-05-01'],
    ['45047', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2023-05-01'],
    ['45047.5', 14, '2023-05-01T12:00'],
    ['0.5', 20, '12:00'],
    ['0.99999999', 'yyyy-mm-dd hh:mm:ss', '1900-01-01T00:00'],
    ['60', 14, '1900-02-29'],
    ['59', 14, '1900-02-28'],
    ['61', 14, '1900-03-01'],
    ['1', 14, '1900-01-01'],
    ['2958465', 14, '9999-12-31'],
    ['2958466', 14, '2958466'],
    ['-1', 14, '-1'],
  ])('%s in the date format %j is %s', async (value, format, text) => {
    expect(await shown(value, format)).toBe(text);
  });

  test('count days from 1904 where the workbook does', async () => {
    expect(await shown('43585', 14, true)).toBe('2023-05-01');
    expect(await shown('0.25', 20, true)).toBe('06:00');
  });
});

describe('what is beside the words of the cells', () => {
  const workbook: SampleWorkbook = {
    sheets: [
      {
        name: 'S',
        xml: `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row><row r="3" hidden="true"/></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
      },
      { name: 'Behind', state: 'veryHidden', xml: inlineRow(1, ['kept']) },
    ],
  };

  test('hidden sheets, rows and columns, merged cells and formulas are read and told', async () => {
    const parsed = await read(workbook);
    expect(parsed.text).toBe('S\n\nA: 3\n\nA: 4\n\nBehind\n\nA: kept');
    expect(propertiesOf(parsed)).toEqual({
      formulas: 'S!A1 SUM(B1:B9)',
      mergedCells: 'S!A1:C1',
      hiddenColumns: 'S!B:C',
      hiddenRows: 'S!2:3',
      hiddenSheets: 'Behind',
    });
  });

  test('words of shapes stand below the rows, and where cells lead to is told', async () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Paid in </a:t></a:r><a:r><a:t>cash</a:t></a:r></a:p><a:p><a:r><a:t>twice</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>';
    const parsed = await read({
      sheets: [
        {
          name: 'S',
          xml: `<sheetData>${inlineRow(1, ['x'])}</sheetData><hyperlinks><hyperlink ref="A1" r:id="rId2"/></hyperlinks>`,
          parts: { drawing },
        },
      ],
      members: {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/drawing" Target="../drawing1.xml"/><Relationship Id="rId2" Type="x/hyperlink" Target="https://host.example/a" TargetMode="External"/></Relationships>',
      },
    });
    expect(parsed.text).toBe('S\n\nA: x\n\nPaid in cash\ntwice');
    expect(propertiesOf(parsed)).toEqual({ links: 'S!A1 https://host.example/a' });
  });

  test('comments stand below their sheet, with who made them', async () => {
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ana</author><author/></authors><commentList><comment ref="B4" authorId="0"><text><r><t>Check </t></r><r><t>this.</t></r></text></comment><comment ref="C5" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>';
    const threads =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C5" dT="2023-05-01T10:00:00.00" personId="{1}" id="{2}"><text>Who paid?</text></threadedComment></ThreadedComments>';
    const parsed = await read({
      sheets: [
        {
          name: 'S',
          xml: inlineRow(1, ['x']),
          parts: { comments, threadedComment: threads },
        },
        { name: 'T', xml: '<sheetData/>', parts: { comments } },
      ],
      members: {
        'xl/persons/person.xml':
          '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Luis Paz" id="{1}"/></personList>',
      },
    });
    expect(piecesOf(parsed).map(([kind, text]) => `${kind}: ${text.trim()}`)).toEqual([
      'heading: S',
      'row: A: x',
      'comment: B4 (Ana): Check this.',
      'comment: C5 (Luis Paz, 2023-05-01): Who paid?',
      'heading: T',
      'comment: B4 (Ana): Check this.',
      'comment: C5: [Threaded comment]',
    ]);
    expect(propertiesOf(parsed)['comments']).toBe('4');
  });
});

describe('a workbook made by other programs', () => {
  test('has places left out, rows and cells out of order', async () => {
    const { text } = await readRows(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c><c r="B1"><v>4</v></c></row><row r="9"><c r="bad"><v>5</v></c></row><row r="0"><c r="ZZZZ1"><v>6</v></c></row>',
    );
    expect(text).toBe('S\n\nA: 1\nB: 4\nD: 2\nE: 3\n\nA: 5\n\nA: 6');
  });

  test('has prefixes, and the strict namespace', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const { text } = await read({
      sheets: [{ name: 'S', xml: '' }],
      members: {
        'xl/worksheets/sheet1.xml': `<q:worksheet xmlns:q="${strict}"><q:sheetData><q:row><q:c><q:v>1</q:v></q:c></q:row></q:sheetData></q:worksheet>`,
      },
    });
    expect(text).toBe('S\n\nA: 1');
  });
});

describe('a hostile workbook', () => {
  const sheetOf = (content: string): Partial<SampleWorkbook> => ({
    members: { 'xl/worksheets/sheet1.xml': content },
  });

  test('does not take room for the range it says it has', async () => {
    const parsed = await readRows(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
    );
    expect(parsed.text).toBe('S\n\nA: 1\n\nXFD: 2');
    const [sheet] = parsed.layout?.kind === 'table' ? parsed.layout.sheets : [];
    expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 1_048_576]);
    expect(sheet?.columns).toHaveLength(16_384);
  });

  test.each([
    ['entities within entities', `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><x>&b;</x>`],
    ['a file as an entity', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`],
    ['an entity that is none', '<x>&unknown;</x>'],
    ['elements nested without end', '<a>'.repeat(100_000)],
    ['no XML', 'words'],
    ['an element that never ends', `<worksheet ${'a'.repeat(1000)}`],
  ])('is refused for %s', async (_, content) => {
    await expect(readRows('', sheetOf(content))).rejects.toThrow(/source\.failed/);
    await expect(
      readRows('<row/>', { members: { 'xl/sharedStrings.xml': content } }),
    ).rejects.toThrow(/source\.failed/);
  });

  test('is refused for a part that unfolds to far more than it is', async () => {
    const content = `<worksheet>${' '.repeat(40_000_000)}</worksheet>`;
    await expect(readRows('', sheetOf(content))).rejects.toThrow(/source\.(?:tooLarge|failed)/);
  });

  test('is refused as soon as one long string, many times, is too large a text', async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(1000);
    await expect(
      read(
        {
          sheets: [{ name: 'S', xml: `<row>${cells}</row>`.repeat(20) }],
          strings: [`<t>${'x'.repeat(30_000)}</t>`],
        },
        { limits: { textUnits: 1_000_000 } },
      ),
    ).rejects.toThrow(/tooLarge/);
  });

  test('that is cut off is told to be', async () => {
    const whole = await xlsx({ sheets: [{ name: 'S', xml: inlineRow(1, ['x']) }] });
    await expect(readWith(parseXlsx, whole.subarray(0, whole.length - 60))).rejects.toThrow(
      /truncated/,
    );
  });

  test('whose sheets point out of it, or nowhere, has no sheets', async () => {
    const { text } = await readRows(inlineRow(1, ['x']), {
      members: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      },
    });
    expect(text).toBe('');
  });
});

test('a sheet of 100,000 rows is read', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `<row><c><v>${at}</v></c></row>`);
  const { segments } = await readRows(rows.join(''));
  expect(segments).toHaveLength(100_001);
});

test('whatever is changed in it, a workbook is read or refused with a reason', async () => {
  const sample = await xlsx({
    sheets: [{ name: 'S', xml: `${inlineRow(1, ['Name', 'Age'])}${inlineRow(2, ['Ana', '45'])}` }],
    strings: ['<t>one</t>'],
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  });
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const bytes = Uint8Array.from(sample);
      for (const [at, byte] of changed) bytes[at] = byte;
      expect(await outcomeOf(readWith(parseXlsx, bytes))).toMatch(/^read$|^CaseError: source\./);
    }),
    { numRuns: 250 },
  );
});

test('whatever a sheet has for XML, it is read or refused with a reason', async () => {
  const piece = fc.constantFrom(
    '<row r="1">',
    '</row>',
    '<c r="A1" t="s" s="9"><v>',
    '<c t="inlineStr"><is><t>',
    '</t></is></c>',
    '</v></c>',
    '<c t="b" s="-1"><v>2</v></c>',
    '<f>',
    '</f>',
    '999999999999',
    '&#x41;',
    '<mergeCells><mergeCell/></mergeCells>',
    '<cols><col min="x" max="-9" hidden="1"/></cols>',
    '<![CDATA[x]]>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 9 }), async (pieces) => {
      const reading = readRows(`<sheetData>${pieces.join('')}</sheetData>`);
      expect(await outcomeOf(reading)).toMatch(/^read$|^CaseError: source\./);
    }),
    { numRuns: 250 },
  );
});
