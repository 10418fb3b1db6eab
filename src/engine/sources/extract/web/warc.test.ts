import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesAsSource } from '../byte-source.ts';
import {
  DEFAULT_LIMITS,
  type DocumentPart,
  type ExtractionLimits,
  type ParsedDocument,
} from '../extraction.ts';
import { allPartsOf, parserOptions, partsOf } from '../testing/parser-options.ts';
import { answerOf, warcOf, type TestRecord } from '../testing/web-archives.ts';
import { parseWarc } from './warc.ts';

const read = (
  archive: Uint8Array,
  limits: Partial<ExtractionLimits> = {},
): Promise<ParsedDocument> =>
  parseWarc(bytesAsSource(archive), parserOptions({ limits: { ...DEFAULT_LIMITS, ...limits } }));

const textOf = (part: DocumentPart): string => Buffer.from(part.bytes).toString();

const page = (uri: string, block: Uint8Array | string): TestRecord => ({
  type: 'response',
  uri,
  block,
});

const ARCHIVE: TestRecord[] = [
  { type: 'warcinfo', block: 'software: crawler 1.0\r\nformat: WARC File Format 1.1\r\n' },
  { type: 'request', uri: 'https://example.org/', block: 'GET / HTTP/1.1\r\n\r\n' },
  page('https://example.org/', answerOf('<p>home</p>')),
  page('https://example.org/style.css', answerOf('p {}', { 'Content-Type': 'text/css' })),
  page('https://example.org/gone', answerOf('gone', { status: 404 })),
  page(
    'https://example.org/docs/Informe%20a%C3%B1o.pdf?x=1',
    answerOf('%PDF-', { 'Content-Type': 'application/pdf' }),
  ),
  page('https://example.org/logo', answerOf('png', { 'Content-Type': 'image/png' })),
  {
    type: 'revisit',
    uri: 'https://example.org/',
    date: '2023-09-22T00:00:00Z',
    headers: { 'WARC-Refers-To-Date': '2023-09-20T23:30:00Z' },
    block: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
  },
  {
    type: 'resource',
    uri: '<https://example.org/kept.txt>',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    block: 'kept',
  },
  { type: 'metadata', uri: 'https://example.org/', block: 'via: x' },
];

describe.each([
  ['as it is', warcOf(ARCHIVE)],
  ['packed by record', warcOf(ARCHIVE, true)],
  ['packed as a whole', gzipSync(warcOf(ARCHIVE))],
])('an archive of the web, %s,', (_, archive) => {
  test('lists what it keeps', async () => {
    const { text, segments, details } = await read(archive);
    expect(text.split('\n\n')).toEqual([
      'https://example.org/\n2023-09-20T23:30:00Z · 200 · text/html',
      'https://example.org/style.css\n2023-09-20T23:30:00Z · 200 · text/css',
      'https://example.org/gone\n2023-09-20T23:30:00Z · 404 · text/html',
      'https://example.org/docs/Informe%20a%C3%B1o.pdf?x=1\n2023-09-20T23:30:00Z · 200 · application/pdf',
      'https://example.org/logo\n2023-09-20T23:30:00Z · 200 · image/png',
      'https://example.org/\n2023-09-22T00:00:00Z · revisit 2023-09-20T23:30:00Z · text/html',
      'https://example.org/kept.txt\n2023-09-20T23:30:00Z · text/plain',
    ]);
    expect(new Set(segments.map(({ kind }) => kind))).toEqual(new Set(['listing']));
    expect(details?.properties).toContainEqual({ name: 'software', value: 'crawler 1.0' });
  });

  test('gives the documents in it, with where and when they were taken', async () => {
    const parts = await partsOf(await read(archive));
    expect(parts.map((part) => [part.name, textOf(part), part.mediaType])).toEqual([
      ['example.org/index.html', '<p>home</p>', 'text/html'],
      ['example.org/docs/Informe año x=1.pdf', '%PDF-', 'application/pdf'],
      ['example.org/logo.png', 'png', 'image/png'],
      ['example.org/kept.txt', 'kept', 'text/plain'],
    ]);
    expect(parts[0]?.metadata).toEqual({
      url: 'https://example.org/',
      retrieved: '2023-09-20',
      retrievedFrom: 'https://example.org/',
    });
  });
});

describe('what a server sent', () => {
  test.each([
    ['gzip', gzipSync('<p>words</p>')],
    ['x-gzip', gzipSync('<p>words</p>')],
    ['deflate', deflateSync('<p>words</p>')],
    ['deflate', deflateRawSync('<p>words</p>')],
    ['br', brotliCompressSync('<p>words</p>')],
    ['zstd', zstdCompressSync('<p>words</p>')],
    ['identity', Buffer.from('<p>words</p>')],
    ['gzip', Buffer.from('<p>words</p>')],
    ['deflate, gzip', gzipSync(deflateSync('<p>words</p>'))],
  ])('is unpacked: %s', async (coding, body) => {
    const answer = answerOf(body, { 'Content-Encoding': coding });
    const parts = await partsOf(await read(warcOf([page('https://example.org/', answer)])));
    expect(parts.map(textOf)).toEqual(['<p>words</p>']);
  });

  test.each([
    ['in chunks', '3\r\n<p>\r\nb;name=value\r\nwords</p>..\r\n0\r\n\r\n', '<p>words</p>..'],
    ['in chunks that break off', '3\r\n<p>\r\nff\r\nwords', '<p>words'],
    ['in no chunks, although it says so', '<p>words</p>', '<p>words</p>'],
  ])('is put together: %s', async (_, body, text) => {
    const answer = answerOf(body, { 'Transfer-Encoding': 'chunked' });
    const parts = await partsOf(await read(warcOf([page('https://example.org/', answer)])));
    expect(parts.map(textOf)).toEqual([text]);
  });
});

describe('places', () => {
  test.each([
    ['https://example.org/../../etc/passwd', 'example.org/etc/passwd.html'],
    ['https://example.org/..%2f..%2fetc%2fpasswd', 'example.org/_.._etc_passwd.html'],
    ['https://example.org/a/%00/b.html', 'example.org/a/b.html'],
    ['https://example.org:8080/con', 'example.org_8080/_con.html'],
    ['urn:legajo:one', 'legajo_one.html'],
    ['http://[', 'index.html'],
  ])('within the archive are safe: %s', async (uri, name) => {
    const parts = await partsOf(await read(warcOf([page(uri, answerOf('<p>words</p>'))])));
    expect(parts.map((part) => part.name)).toEqual([name]);
  });
});

describe('hostile and damaged archives', () => {
  test('one that breaks off gives what is whole', async () => {
    const archive = warcOf(ARCHIVE);
    const document = await read(archive.subarray(0, archive.length - 1000));
    expect(document.warnings).toEqual(['membersLeftOut 1']);
    expect((await partsOf(document)).map(({ name }) => name)[0]).toBe('example.org/index.html');
  });

  test.each([
    ['in its first record', warcOf(ARCHIVE.slice(2, 3)).subarray(0, 150)],
    ['packed, in its first record', gzipSync(warcOf(ARCHIVE)).subarray(0, 40)],
    [
      'in a length',
      warcOf([{ type: 'response', headers: { 'Content-Length': '-5' }, block: 'x' }]),
    ],
    [
      'and has lengths beyond all bounds',
      warcOf([{ type: 'x', headers: { 'Content-Length': '9e99' }, block: '' }]),
    ],
  ])('one that breaks off %s fails', async (_, archive) => {
    await expect(read(archive)).rejects.toMatchObject({ code: 'source.truncated' });
  });

  test('one that unpacks without end fails', async () => {
    const record = warcOf([page('https://example.org/', Buffer.alloc(64 * 1024 * 1024))], true);
    await expect(read(record, { ratio: 100 })).rejects.toMatchObject({ code: 'source.tooLarge' });
  });

  test('an answer that is too large, or unpacks to what is, is told and left out', async () => {
    const large = page('https://example.org/large', answerOf('x'.repeat(2000)));
    const bomb = page(
      'https://example.org/bomb',
      answerOf(gzipSync(Buffer.alloc(10_000)), { 'Content-Encoding': 'gzip' }),
    );
    const small = page('https://example.org/small', answerOf('<p>small</p>'));
    const document = await read(warcOf([large, bomb, small]), { memberBytes: 1000 });
    const parts = await allPartsOf(document);
    expect(parts).toMatchObject([
      { name: 'example.org/large.html', error: { code: 'source.tooLarge' } },
      { name: 'example.org/bomb.html', error: { code: 'source.tooLarge' } },
      { name: 'example.org/small.html' },
    ]);
  });

  test('more answers than there may be are counted', async () => {
    const record = page('https://example.org/', answerOf('<p>words</p>'));
    const document = await read(warcOf([record, record, record]), { members: 2 });
    expect(document.warnings).toEqual(['membersLeftOut 1']);
    expect((await partsOf(document)).map(({ name }) => name)).toEqual([
      'example.org/index.html',
      'example.org/index (2).html',
    ]);
  });
});
