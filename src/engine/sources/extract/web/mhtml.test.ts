import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../extraction.ts';
import { DEFAULT_LIMITS, type ParserOptions } from '../extraction.ts';
import { parserOptions } from '../testing/parser-options.ts';
import { parseMhtml } from './mhtml.ts';

const read = (
  message: string | Buffer,
  options: Partial<ParserOptions> = {},
): Promise<ParsedDocument> => parseMhtml(Buffer.from(message), parserOptions(options));

const SENTENCE =
  'The prosecutor said that the inquiry goes on, that two warehouses were searched, and that more will follow. ';

function saved(
  pages: readonly string[],
  head = 'From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/news/one',
): string {
  const parts = pages.map(
    (page, index) =>
      `Content-Type: text/html\nContent-ID: <frame${index}@mhtml>\nContent-Transfer-Encoding: 8bit\nContent-Location: https://example.org/news/${index}\n\n${page}`,
  );
  return `${head}
Subject: =?utf-8?Q?Two_warehouses?=
Date: Wed, 20 Sep 2023 23:30:00 -0400
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b--"

${parts.map((part) => `----b--\n${part}\n`).join('')}----b--
Content-Type: image/png
Content-Location: https://example.org/logo.png
Content-Transfer-Encoding: base64

aGVsbG8=
----b----
`;
}

const ARTICLE = `<html><head><link rel="canonical" href="https://example.org/canonical"></head><body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>Warehouses</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(3)}</article></body></html>`;

describe('a page saved with what it shows', () => {
  test('is the text of the page, with where and when it was taken', async () => {
    const document = await read(saved([ARTICLE, `<p>${'An advertisement. '.repeat(200)}</p>`]));
    expect(document.text).toMatch(/^Warehouses\n\nThe prosecutor/);
    expect(document.text).not.toContain('advertisement');
    expect(document.text).not.toContain('Home');
    expect(document.metadata).toMatchObject({
      title: 'Two warehouses',
      url: 'https://example.org/canonical',
      retrieved: '2023-09-20',
      retrievedFrom: 'https://example.org/news/one',
      language: 'en',
    });
    expect(document.details?.properties).toContainEqual({
      name: 'From',
      value: '<Saved by Blink>',
    });
    expect(document.parts).toBeUndefined();
  });

  test('has the whole page when that is asked for', async () => {
    const document = await read(saved([ARTICLE]), { settings: { wholePage: true } });
    expect(document.text).toMatch(/^Home About\n\nWarehouses/);
    expect(document.warnings).toEqual([]);
  });

  test('without a canonical address has that of its page', async () => {
    const { metadata } = await read(saved(['<p>words</p>'], 'From: <Saved by another>'));
    expect(metadata).toMatchObject({
      url: 'https://example.org/news/0',
      retrievedFrom: 'https://example.org/news/0',
    });
  });

  test('made of frames is the frame that says most', async () => {
    const frames = '<html><frameset><frame src="a"><frame src="b"></frameset></html>';
    const { text } = await read(saved([frames, '<p>menu</p>', '<p>what the page says</p>']));
    expect(text).toBe('what the page says');
  });

  test('is read in the encoding its part names', async () => {
    const page = saved(['<p>operaci\u00f3n</p>']).replace(
      'Content-Type: text/html\n',
      'Content-Type: text/html; charset="iso-8859-1"\n',
    );
    expect((await read(Buffer.from(page, 'latin1'))).text).toBe('operación');
  });

  test('begins with the part that it says it begins with', async () => {
    const page = saved(['<p>first</p>', '<p>second</p>']).replace(
      'type="text/html"',
      'type="text/html"; start="<frame1@mhtml>"',
    );
    expect((await read(page)).text).toBe('second');
  });

  test.each([
    ['without a word', saved(['<script>words</script>']), 'source.noText'],
    ['without a page', saved([]), 'source.noText'],
    ['too large', saved([`<p>${'words '.repeat(100)}</p>`]), 'source.tooLarge'],
  ])('%s fails and says why', async (_, page, code) => {
    const limits = { ...DEFAULT_LIMITS, htmlBytes: 500 };
    await expect(read(page, { limits })).rejects.toMatchObject({ code });
  });
});
