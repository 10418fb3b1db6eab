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

describe('what has no text that can be read is kept without', () => {
  const unknown = Buffer.from('000102030400fffe00090001', 'hex');
  test.each([
    ['text', 'noText', 'blank.txt', ' \n\t\n'],
    ['text', 'noText', 'mark-only.txt', '\ufeff'],
    ['other', 'noText', 'unknown.txt', unknown],
    ['other', 'noText', 'case.html', Buffer.from('SQLite format 3\u0000')],
    ['text', 'tooLargeForText', 'large.txt', 'x'.repeat(101)],
    ['html', 'tooLargeForText', 'large.html', `<html><p>${'x'.repeat(100)}</p></html>`],
    ['pdf', 'tooLargeForText', 'large.pdf', Buffer.from(`%PDF-1.4 ${'x'.repeat(100)}`)],
    ['text', 'tooLargeForText', 'long.txt', 'words '.repeat(15)],
  ])('as %s with %s: %s', async (kind, warning, name, content) => {
    const limits = { textBytes: 100, htmlBytes: 100, pdfBytes: 100, textUnits: 80 };
    const extraction = await extractDocument(folder.write(name, content), { limits });
    expect(extraction).toMatchObject({
      kind,
      text: '',
      segments: [],
      warnings: [warning],
      sha256: createHash('sha256').update(content).digest('hex'),
      byteSize: Buffer.from(content).length,
    });
  });
});

describe('what cannot be extracted says why', () => {
  test.each([
    ['source.empty', 'empty.txt', ''],
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

test('an aborted signal ends an extraction', async () => {
  const path = folder.write('aborted.txt', 'Words.');
  const cancel = new AbortController();
  const extraction = extractDocument(path, { signal: cancel.signal });
  cancel.abort();
  await expect(extraction).rejects.toMatchObject({ code: 'job.cancelled' });
});
