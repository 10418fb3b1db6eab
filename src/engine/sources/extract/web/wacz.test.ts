import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesAsSource } from '../byte-source.ts';
import type { DocumentPart, ParsedDocument } from '../extraction.ts';
import { zipOf } from '../testing/archives.ts';
import { parserOptions, partsOf } from '../testing/parser-options.ts';
import { answerOf, warcOf } from '../testing/web-archives.ts';
import { parseWacz } from './wacz.ts';

const textOf = (part: DocumentPart): string => Buffer.from(part.bytes).toString();

const page = (path: string, words: string, date: string): Parameters<typeof warcOf>[0][number] => ({
  type: 'response',
  uri: `https://example.org/${path}`,
  date,
  block: answerOf(`<p>${words}</p>`),
});

const FIRST = warcOf(
  [
    page('one', 'one, early', '2023-09-01T10:00:00Z'),
    page('one', 'one, late', '2023-09-20T10:00:00Z'),
    page('picture', 'shown in a page', '2023-09-20T10:00:01Z'),
  ],
  true,
);
const SECOND = warcOf([page('two?q=%C3%B1', 'two', '2023-09-21T10:00:00Z')], true);

const PAGES = [
  { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
  { url: 'https://example.org/one#part', ts: '2023-09-20T10:00:00Z', title: 'Page one' },
  { url: 'https://example.org/two?q=ñ', ts: '2023-09-21T10:00:00Z', title: 'Page\u202e two' },
  { url: 'https://example.org/lost', ts: '2023-09-21T10:00:00Z' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const PACKAGE = JSON.stringify({
  title: 'The harbour',
  wacz_version: '1.1.1',
  software: 'crawler 1.0',
  resources: [],
});

const read = (members: Parameters<typeof zipOf>[0]): Promise<ParsedDocument> =>
  parseWacz(bytesAsSource(zipOf(members)), parserOptions());

describe('a collection of web archives', () => {
  const members = [
    { name: 'datapackage.json', content: PACKAGE },
    { name: 'pages/pages.jsonl', content: PAGES },
    { name: 'archive/first.warc.gz', content: FIRST, stored: true },
    { name: 'archive/second.warc.gz', content: SECOND },
    { name: 'indexes/index.cdx.gz', content: gzipSync('index') },
  ];

  test('lists its pages, and says what it is', async () => {
    const { text, metadata, details, warnings } = await read(members);
    expect(text.split('\n\n')).toEqual([
      'Page one\nhttps://example.org/one#part\n2023-09-20T10:00:00Z',
      'Page\u202e two\nhttps://example.org/two?q=ñ\n2023-09-21T10:00:00Z',
      'https://example.org/lost\n2023-09-21T10:00:00Z',
    ]);
    expect(metadata.title).toBe('The harbour');
    expect(details?.properties).toContainEqual({ name: 'software', value: 'crawler 1.0' });
    expect(warnings).toEqual(['membersLeftOut 1']);
  });

  test('gives its pages with their titles, as they were when the list says', async () => {
    const parts = await partsOf(await read(members));
    expect(parts.map((part) => [part.name, textOf(part), part.metadata?.title])).toEqual([
      ['example.org/one.html', '<p>one, late</p>', 'Page one'],
      ['example.org/two q=ñ.html', '<p>two</p>', 'Page\u202e two'],
    ]);
    expect(parts[0]?.metadata).toMatchObject({
      url: 'https://example.org/one',
      retrieved: '2023-09-20',
    });
  });

  test('without a list gives all documents in its archives', async () => {
    const document = await read(members.filter(({ name }) => name.startsWith('archive/')));
    expect(document.text.split('\n\n')).toHaveLength(4);
    expect(await partsOf(document)).toHaveLength(4);
  });

  test('with one archive that is damaged gives what is in the others', async () => {
    const broken = { name: 'archive/broken.warc.gz', content: FIRST.subarray(0, 30), stored: true };
    const document = await read([...members, broken]);
    expect(document.warnings).toEqual(['membersLeftOut 2']);
    expect(await partsOf(document)).toHaveLength(2);
  });

  test.each([
    ['no ZIP', Buffer.from('PK'), 'source.truncated'],
    [
      'whose only archive is damaged',
      zipOf([{ name: 'archive/a.warc.gz', content: FIRST.subarray(0, 30) }]),
      'source.truncated',
    ],
  ])('%s fails', async (_, bytes, code) => {
    await expect(parseWacz(bytesAsSource(bytes), parserOptions())).rejects.toMatchObject({ code });
  });
});
