import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { Layout } from '#contract/extraction.ts';
import { Warning } from '../extraction.ts';
import { closeExtraction, extractDocument } from '../index.ts';
import { odfPart } from '../office/testing/odf-sample.ts';
import { zipOf } from '../testing/archives.ts';
import { TestFolder } from '../testing/folder.ts';
import { ods, row, table } from './testing/ods-sample.ts';
import { inlineRow, xlsx } from './testing/xlsx-sample.ts';

const folder = new TestFolder();

afterAll(async () => {
  await closeExtraction();
  folder[Symbol.dispose]();
});

const records = Array.from({ length: 6 }, (_, id) => ({
  id,
  name: `Name ${id}`,
  amount: id * 1.5,
}));
const lines = (delimiter: string): string =>
  ['id', 'name', 'amount']
    .join(delimiter)
    .concat(...records.map((one) => `\n${Object.values(one).join(delimiter)}`));

test.each([
  ['table', 'text/csv', 'no-ending', lines(',')],
  ['table', 'text/csv', 'semicolons.txt', lines(';')],
  ['table', 'text/csv', 'bars.csv', lines('|')],
  ['table', 'text/csv', 'wide.csv', Buffer.from(`\ufeff${lines(';')}`, 'utf16le')],
  ['table', 'text/tab-separated-values', 'tabs.dat', lines('\t')],
  ['json', 'application/json', 'records', JSON.stringify(records, undefined, 2)],
  ['json', 'application/x-ndjson', 'lines', records.map((one) => JSON.stringify(one)).join('\n')],
])('a document is read as %s, %s, by what is in it: %s', async (kind, mediaType, name, content) => {
  const extraction = await extractDocument(folder.write(name, content));
  expect(extraction).toMatchObject({ kind, mediaType, warnings: [] });
  const rows = extraction.segments.filter((segment) => segment.kind === 'row');
  expect(rows.map(({ start, end }) => extraction.text.slice(start, end).trim())).toEqual(
    records.map(({ id, name: of, amount }) => `id: ${id}\nname: ${of}\namount: ${amount}`),
  );
  const { layout } = extraction;
  const unpacked = Layout.parse(JSON.parse(inflateRawSync(layout?.bytes ?? '').toString()));
  const [sheet] = unpacked.kind === 'table' ? unpacked.sheets : [];
  expect(sheet?.columns).toEqual(['id', 'name', 'amount']);
  expect(sheet?.rows).toHaveLength(records.length);
});

test('workbooks are told by what is in them', async () => {
  const workbook = await xlsx({ sheets: [{ name: 'S', xml: inlineRow(1, ['x']) }] });
  const rows = table('S', row(['x']));
  const sheet = await ods(rows);
  const body = `<office:body><office:spreadsheet>${rows}</office:spreadsheet></office:body>`;
  const saidLast = (stored: boolean): Buffer =>
    zipOf([
      { name: 'content.xml', content: odfPart('document-content', body) },
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored },
      { name: 'other.xml', content: '<a/>' },
    ]);
  for (const [name, content] of [
    ['a.zip', workbook],
    ['b', sheet],
    ['said-last.ods', saidLast(true)],
    ['said-last-and-packed.ods', saidLast(false)],
  ] as const) {
    const extraction = await extractDocument(folder.write(name, content));
    expect(extraction).toMatchObject({ kind: 'table', text: 'S\n\nA: x' });
  }
});

test('a text of a gigabyte is kept, hashed, and not read into memory', async () => {
  const path = join(folder.path, 'huge.txt');
  const file = openSync(path, 'w');
  writeSync(file, 'words and words\n'.repeat(1000));
  closeSync(file);
  truncateSync(path, 1024 ** 3);
  const extraction = await extractDocument(path);
  expect(extraction).toMatchObject({
    kind: 'text',
    text: '',
    byteSize: 1024 ** 3,
    warnings: [Warning.tooLargeForText],
  });
  expect(extraction.sha256).toMatch(/^[0-9a-f]{64}$/);
}, 60_000);
