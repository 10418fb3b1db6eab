import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { closeExtraction, extractDocument } from './index.ts';
import { TestFolder } from './testing/folder.ts';
import { writePdf } from '../../testing/index.ts';

const folder = new TestFolder();

afterAll(async () => {
  await closeExtraction();
  folder[Symbol.dispose]();
});

test('a text file is extracted exactly, with its hashes', async () => {
  const content = 'Título\n\n  Un párrafo,  con espacios.\t\n\n\nOtro: 😀\n';
  const extraction = await extractDocument(folder.write('exact.txt', content));
  const hash = createHash('sha256').update(content).digest('hex');
  expect(extraction).toMatchObject({
    kind: 'text',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    text: content,
    sha256: hash,
    textSha256: hash,
    byteSize: Buffer.byteLength(content),
    warnings: [],
  });
});

test('whatever text a file holds, it is kept to the letter; only line ends and a byte order mark change', async () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\r\n', '\r', '\n', '\u0085', '\u2028', '\u2029', '\ufeff', 'words '),
  );
  const content = fc.array(unit, { maxLength: 20 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(content, async (text) => {
      const expected = text
        .replace(/^\ufeff/, '')
        .replace(/\r\n/g, '\n')
        .replace(/[\r\u0085\u2028\u2029]/g, '\n');
      fc.pre(!text.includes('\u0000') && expected.trim() !== '');
      const extraction = await extractDocument(folder.write('any.txt', text));
      expect(extraction.text).toBe(expected);
      const pieces = extraction.segments.map(({ start, end }) => extraction.text.slice(start, end));
      expect(pieces.join('')).toBe(expected);
    }),
  );
});

describe('the kind of a document is told by what is in it', () => {
  const html = '<!DOCTYPE html><html><body><p>Some words.</p></body></html>';
  test.each([
    ['text', 'a.txt', 'Words.'],
    ['text', 'no-extension', 'Words.'],
    ['markdown', 'a.MD', '# Words'],
    ['markdown', 'b.md', '<div align="center">Words</div>'],
    ['html', 'a.txt', html],
    ['html', 'a.pdf', `\ufeff \n<!-- note --> ${html}`],
    ['html', 'wide.htm', Buffer.from(`\ufeff${html}`, 'utf16le')],
    ['html', 'fragment.html', '<p>Words.</p>'],
    ['text', 'plain.html', 'Words, and 1 < 2.'],
    ['text', 'about.txt', 'A page begins with <html>.'],
    ['pdf', 'a.txt', writePdf({ pages: [['Words.']] })],
    [
      'pdf',
      'junk-first.pdf',
      Buffer.concat([Buffer.from('mail header\n'), writePdf({ pages: [['Words.']] })]),
    ],
  ])('%s in %s', async (kind, name, content) => {
    expect((await extractDocument(folder.write(name, content))).kind).toBe(kind);
  });
});

test('a Markdown file has the title of its first heading', async () => {
  const path = folder.write('titled.md', '\n# The *title* #\n\nText.\n');
  expect((await extractDocument(path)).metadata.title).toBe('The *title*');
});

test.each([
  ['en', 'The court heard that the two men had met in the harbour before the shipment arrived.'],
  ['es', 'El tribunal escuchó que los dos hombres se habían reunido en el puerto antes del envío.'],
  ['pt', 'O tribunal ouviu que os dois homens não se tinham encontrado no porto antes da remessa.'],
  [null, '12.5 34.1 99\n'],
])('the language of a text is told: %s', async (language, text) => {
  const path = folder.write('language.txt', text);
  expect((await extractDocument(path)).metadata.language).toBe(language);
});

describe('what cannot be extracted says why', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const zip = Buffer.from('504b0304140000000800', 'hex');
  test.each([
    ['source.empty', 'empty.txt', ''],
    ['source.empty', 'blank.txt', ' \n\t\n'],
    ['source.empty', 'mark-only.txt', '\ufeff'],
    ['source.binary', 'picture.txt', png],
    ['source.binary', 'zip.txt', zip],
    ['source.unsupported', 'report.docx', zip],
    ['source.noText', 'scan.pdf', writePdf({ pages: [[]] })],
    ['source.passwordNeeded', 'locked.pdf', writePdf({ pages: [['x']], encrypted: true })],
  ])('%s: %s', async (code, name, content) => {
    const path = folder.write(name, content);
    await expect(extractDocument(path)).rejects.toMatchObject({
      name: 'CaseError',
      code,
      details: { path },
    });
  });

  test('a file that is not there, a folder, a pipe', async () => {
    const missing = join(folder.path, 'missing.txt');
    await expect(extractDocument(missing)).rejects.toMatchObject({ code: 'file.notFound' });
    const inner = join(folder.path, 'inner');
    mkdirSync(inner);
    await expect(extractDocument(inner)).rejects.toMatchObject({ code: 'file.isFolder' });
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(extractDocument(pipe)).rejects.toMatchObject({ code: 'file.notReadable' });
  });
});

describe('limits', () => {
  test.each([
    ['large.txt', 'x'.repeat(101), { textBytes: 100 }],
    ['large.html', `<html><p>${'x'.repeat(100)}</p></html>`, { htmlBytes: 100 }],
    ['large.pdf', writePdf({ pages: [['x']] }), { pdfBytes: 100 }],
  ])('of size: %s', async (name, content, limits) => {
    const path = folder.write(name, content);
    await expect(extractDocument(path, { limits })).rejects.toMatchObject({
      code: 'source.tooLarge',
      details: { size: content.length, limit: 100 },
    });
  });

  test('of text', async () => {
    const path = folder.write('long.txt', 'words '.repeat(20));
    await expect(extractDocument(path, { limits: { textUnits: 100 } })).rejects.toMatchObject({
      code: 'source.tooLarge',
      details: { size: 120, limit: 100 },
    });
  });
});

test('an aborted signal ends an extraction', async () => {
  const path = folder.write('aborted.txt', 'Words.');
  const cancel = new AbortController();
  const extraction = extractDocument(path, { signal: cancel.signal });
  cancel.abort();
  await expect(extraction).rejects.toMatchObject({ code: 'job.cancelled' });
});
