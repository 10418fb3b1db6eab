import { describe, expect, test } from 'vitest';
import { parserOptions } from './testing/parser-options.ts';
import { parseHtml } from './html.ts';

const SENTENCE =
  'The prosecutor said that the inquiry goes on, that two warehouses were searched, and that more will follow. ';

const metadataOf = async (page: string): Promise<object> =>
  (await parseHtml(Buffer.from(page))).metadata;

describe('what a page says of itself', () => {
  test('in the names of Highwire, as libraries have them', async () => {
    const page = `<html><head>
      <meta name="citation_title" content="Warehouses of the harbour">
      <meta name="citation_author" content="Ruiz, Ana"><meta name="citation_author" content="Grant, Leo">
      <meta name="citation_journal_title" content="Journal of Harbours">
      <meta name="citation_publication_date" content="2023/09/20">
      <meta name="citation_abstract_html_url" content="https://example.org/abstract">
      <meta name="citation_language" content="en"></head><body><p>${SENTENCE}</p></body></html>`;
    expect(await metadataOf(page)).toMatchObject({
      title: 'Warehouses of the harbour',
      author: 'Ruiz, Ana; Grant, Leo',
      publisher: 'Journal of Harbours',
      published: '2023-09-20',
      url: 'https://example.org/abstract',
      language: 'en',
    });
  });

  test('in Dublin Core', async () => {
    const page = `<html><head>
      <meta name="DC.title" content="Warehouses"><meta name="DC.creator" content="Ana Ruiz">
      <meta name="DCTERMS.publisher" content="The Harbour Post"><meta name="DCTERMS.issued" content="2023-09">
      <meta name="DC.identifier" content="https://example.org/dc"></head><body><p>${SENTENCE}</p></body></html>`;
    expect(await metadataOf(page)).toMatchObject({
      title: 'Warehouses',
      author: 'Ana Ruiz',
      publisher: 'The Harbour Post',
      published: '2023-09',
      url: 'https://example.org/dc',
    });
  });

  test.each([
    [
      'SingleFile',
      `<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.org/a?b=c \n saved date: Wed Sep 20 2023 10:00:00 GMT+0200 (Central European Summer Time)\n--><body><p>words</p></body></html>`,
      { retrieved: '2023-09-20', retrievedFrom: 'https://example.org/a?b=c' },
    ],
    [
      'a browser',
      '<!-- saved from url=(0025)https://example.org/a?b=c -->\n<html><body><p>words</p></body></html>',
      { retrieved: null, retrievedFrom: 'https://example.org/a?b=c' },
    ],
    [
      'the Wayback Machine',
      '<html><body><p>words</p></body></html>\n<!--\n     FILE ARCHIVED ON 10:00:00 Sep 20, 2023 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 12:00:00 Nov 22, 2026.\n-->',
      { retrieved: '2023-09-20', retrievedFrom: null },
    ],
    ['nobody', '<html><body><p>words</p></body></html>', { retrieved: null, retrievedFrom: null }],
    [
      'somebody who writes no address',
      '<!-- saved from url=(0011)file:///etc/ --><html><body><p>words</p></body></html>',
      { retrieved: null, retrievedFrom: null },
    ],
  ])('and when and from where it was saved: by %s', async (_, page, expected) => {
    expect(await metadataOf(page)).toMatchObject(expected);
  });
});

describe('settings', () => {
  const page = Buffer.from(
    `<html><body><nav><p>Home About</p></nav><article>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(4)}</article></body></html>`,
  );

  test('the main text is taken, or the whole page where that is asked for', async () => {
    expect((await parseHtml(page)).text).not.toContain('Home About');
    const whole = await parseHtml(page, parserOptions({ settings: { wholePage: true } }));
    expect(whole.text).toMatch(/^Home About\n\nThe prosecutor/);
    expect(whole.warnings).toEqual([]);
  });

  test('the encoding that a person chose goes before what the page says', async () => {
    const russian = Buffer.concat([
      Buffer.from('<meta charset="iso-8859-1"><p>'),
      Buffer.from('cff0e8e2e5f2', 'hex'),
    ]);
    const options = parserOptions({ settings: { encoding: 'windows-1251' } });
    expect((await parseHtml(russian, options)).text).toBe('Привет');
  });
});
