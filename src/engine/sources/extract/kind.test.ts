import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePdf } from '../../testing/index.ts';
import { bytesAsSource } from './byte-source.ts';
import { FORMATS } from './formats.ts';
import { tellFormat } from './kind.ts';
import { MEDIA_TYPES } from './kind/told.ts';
import { tarOf, zipOf } from './testing/archives.ts';

/** The media type that a document is told to have: those that are not read yet have one, too. */
function told(name: string, content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { mediaType } = tellFormat(bytesAsSource(bytes), name);
  const format = Object.entries(MEDIA_TYPES).find(([, type]) => type === mediaType)?.[0];
  return format ?? mediaType;
}

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ooxml = (main: string): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: main, content: '<x/>' },
  ]);
const packaged = (mediaType: string): Buffer =>
  zipOf([{ name: 'mimetype', content: mediaType, stored: true }, { name: 'content.xml' }]);

describe('a format is told by what is in a document, whatever its name', () => {
  test.each([
    ['pdf', 'x.txt', writePdf({ pages: [['Words.']] })],
    ['png', 'x.txt', hex('89504e470d0a1a0a 0000000d 49484452')],
    ['jpeg', 'x', hex('ffd8ffe0 0010 4a464946')],
    ['gif', 'x', Buffer.from('GIF89a\u0001\0\u0001\0')],
    ['tiff', 'x', Buffer.from('II*\0\b\0\0\0')],
    ['tiff', 'x', Buffer.from('MM\0*\0\0\0\b')],
    ['webp', 'x', Buffer.from('RIFF\u0010\0\0\0WEBPVP8 ')],
    ['bmp', 'x', hex('424d 46000000 00000000 36000000 28000000 02000000')],
    ['heic', 'x', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
    ['avif', 'x', Buffer.from('\0\0\0\u0018ftypmif1\0\0\0\0mif1avif')],
    ['video/mp4', 'x', Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42')],
    ['rtf', 'x.doc', '{\\rtf1\\ansi Words.}'],
    ['docx', 'x.zip', ooxml('word/document.xml')],
    ['xlsx', 'x', ooxml('xl/workbook.xml')],
    ['pptx', 'x', ooxml('ppt/presentation.xml')],
    ['odt', 'x', packaged('application/vnd.oasis.opendocument.text')],
    ['ods', 'x', packaged('application/vnd.oasis.opendocument.spreadsheet')],
    ['epub', 'x', packaged('application/epub+zip')],
    ['wacz', 'x', zipOf([{ name: 'archive/data.warc.gz' }, { name: 'datapackage.json' }])],
    ['zip', 'x.docx', zipOf([{ name: 'a.txt', content: 'Words.' }])],
    ['zip', 'x', zipOf([])],
    ['tar', 'x', tarOf([{ name: 'a.txt', content: 'Words.' }])],
    ['tar', 'x', gzipSync(tarOf([{ name: 'a.txt', content: 'Words.' }]))],
    ['gzip', 'x', gzipSync('Words.')],
    ['warc', 'x', 'WARC/1.0\r\nWARC-Type: response\r\n'],
    ['warc', 'x.gz', gzipSync('WARC/1.0\r\nWARC-Type: response\r\n')],
    ['html', 'x.txt', ' <!-- a page --> <!doctype html><p>Words.'],
    ['json', 'x.txt', '{"a": [1, 2, {"b": null}]}'],
    ['json', 'x', `[${'{"name": "some words"},\n'.repeat(1000)}{}]`],
    ['ndjson', 'x.json', '{"a": 1}\n{"a": 2}\n'],
    ['ndjson', 'x', '{"a": 1}\n'.repeat(2000)],
    ['csv', 'x', 'name,born,city\n'.concat('A,1970,"Lima, Peru"\n'.repeat(6))],
    ['csv', 'x.txt', 'name;born;city\n'.concat('A;1970;Lima\n'.repeat(1000))],
    ['tsv', 'x.txt', 'name\tborn\tcity\n'.concat('A\t1970\tLima\n'.repeat(6))],
    ['application/vnd.sqlite3', 'x.txt', Buffer.from('SQLite format 3\0\u0010\0')],
    ['application/octet-stream', 'x.txt', hex('00010203 00ff fe00 09000001')],
  ])('%s in %s', (format, name, content) => {
    expect(told(name, content)).toBe(format);
  });
});

describe('a compound file is told by its streams', () => {
  const compound = (stream: string): Buffer => {
    const bytes = Buffer.alloc(512 * 3);
    hex('d0cf11e0a1b11ae1').copy(bytes);
    bytes.writeUInt16LE(9, 0x1e);
    bytes.writeUInt32LE(1, 0x30);
    for (const [at, name] of ['Root Entry', stream].entries()) {
      const place = 1024 + at * 128;
      bytes.write(name, place, 'utf16le');
      bytes.writeUInt16LE(name.length * 2 + 2, place + 64);
    }
    return bytes;
  };
  test.each([
    ['msg', '__properties_version1.0'],
    ['docx', 'EncryptedPackage'],
    ['application/msword', 'WordDocument'],
    ['application/x-ole-storage', 'Something'],
  ])('%s with %s', (format, stream) => {
    expect(told('x', compound(stream))).toBe(format);
  });
  test.each([
    ['xlsx', 'a.xlsx'],
    ['xlsx', 'a.xltm'],
    ['pptx', 'a.pptx'],
    ['pptx', 'a.ppsx'],
    ['docx', 'a.dotx'],
  ])('%s in %s, encrypted, by its name', (format, name) => {
    expect(told(name, compound('EncryptedPackage'))).toBe(format);
  });
  test('that is cut off is one of no known sort', () => {
    expect(told('x', hex('d0cf11e0a1b11ae1'))).toBe('application/x-ole-storage');
  });
});

describe('a message is told by its fields', () => {
  const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: News\r\nDate: x\r\n';
  const related = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n';
  test.each([
    ['eml', 'x.txt', `${head}\r\nWords.`],
    ['eml', 'x', `Received: by x\r\n\tfor y\r\nX-Any: 1\r\n${head}${related}\r\n--b`],
    ['mbox', 'x', `From a@example.org Mon Jan  2 03:04:05 2023\n${head}\r\nWords.`],
    ['mhtml', 'x', `From: <Saved by Blink>\r\nSubject: A page\r\n${related}\r\n--b`],
    ['mhtml', 'x.mht', `Subject: A page\r\n${related}\r\n--b`],
    ['text', 'x.txt', 'From Monday on there will be words.\nSubject: none\n'],
    ['text', 'x.txt', 'Subject: a poem\n\nWords.'],
    ['text', 'x.txt', 'Note: this is\nno message\nTo: nobody'],
  ])('%s in %s', (format, name, content) => {
    expect(told(name, content)).toBe(format);
  });
});

describe('what could be several formats is told by its name', () => {
  test.each([
    ['markdown', 'a.MD', '# Words'],
    ['text', 'a', '# Words'],
    ['html', 'a.html', '<p>Words.</p>'],
    ['markdown', 'a.md', '<p>Words.</p>'],
    ['csv', 'a.csv', 'one column\nof words\n'],
    ['tsv', 'a.tsv', 'words'],
    ['text', 'a.txt', '[1] A note.\n[2] Another.'],
    ['text', 'a.txt', '{curly} words'],
    ['text', 'a.txt', 'One, two, three.\nFour, five, six.\nSeven, eight, nine.\n'.repeat(4)],
    ['ndjson', 'a.jsonl', '{"a": 1}\n'],
  ])('%s in %s', (format, name, content) => {
    expect(told(name, content)).toBe(format);
  });
});

test('what is not read yet is told as another', () => {
  const { format } = tellFormat(bytesAsSource(Buffer.from('SQLite format 3\0')), 'a.txt');
  expect(format).toBe('other');
  expect(Object.keys(FORMATS).every((name) => name in MEDIA_TYPES)).toBe(true);
});

test('whatever the bytes, whatever beginning they have, and whatever the name, they are told', () => {
  const beginnings = [
    '',
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    '\u001f\u008b\u0008',
    '%PDF-1.4',
    'From: a\nSubject: b\n',
    '{"a": ',
    '[1, ',
    'a,b,c\n',
    '\u00ff\u00fe<html>',
    '\0\0\0\u0018ftyp',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 3000 }),
      fc.constantFrom('x', 'x.txt', 'x.csv', 'x.html', 'x.eml', 'x.json', 'x.pdf', 'x.zip'),
      (beginning, rest, name) => {
        const bytes = Buffer.concat([Buffer.from(beginning, 'latin1'), rest]);
        const { format, mediaType } = tellFormat(bytesAsSource(bytes), name);
        expect(format === 'other' || format in FORMATS).toBe(true);
        expect(mediaType).toMatch(/^[a-z]+\/\S+$/);
      },
    ),
    { numRuns: 500 },
  );
});
