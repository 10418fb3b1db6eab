import { describe, expect, test } from 'vitest';
import { parseHtml } from './html.ts';

const SENTENCE =
  'The prosecutor said that the inquiry goes on, that two warehouses were searched, and that more will follow. ';

const NEWS = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Warehouses searched | The Harbour Post</title>
<meta property="og:title" content="Warehouses searched">
<meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="someone else">
<link rel="canonical" href="https://example.org/news/warehouses">
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"Page"},{"@type":"NewsArticle",
 "headline":"Warehouses searched","author":[{"@type":"Person","name":"Ana Ruiz"},{"name":"Leo Grant"}],
 "datePublished":"2023-09-20T23:30:00-04:00"}]}
</script>
<script>var secret = 'script text';</script><style>.x { color: red }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Warehouses searched</h1>
<p>${SENTENCE.repeat(2)}</p><p>Caf&eacute; &amp; bar, 5&nbsp;&euro;.   Spaces
and lines are <em>one</em> space. ${SENTENCE}</p>
<p hidden>hidden words</p><p style="display: none">unseen words</p><template><p>template words</p></template>
<h2>What comes next</h2><p>${SENTENCE.repeat(3)}</p></article>
<footer>All rights reserved</footer><script>document.write('written by script')</script>
</body></html>`;

describe('a news page', () => {
  test('gives its headline, headings and paragraphs, without what stands around them', async () => {
    const { text, segments } = await parseHtml(Buffer.from(NEWS));
    expect(text.split('\n\n')).toEqual([
      'Warehouses searched',
      SENTENCE.repeat(2).trim(),
      `Café & bar, 5 €. Spaces and lines are one space. ${SENTENCE.trim()}`,
      'What comes next',
      SENTENCE.repeat(3).trim(),
    ]);
    expect(segments.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  test('tells its title, authors, publisher, day, address and language', async () => {
    const { metadata } = await parseHtml(Buffer.from(NEWS));
    expect(metadata).toMatchObject({
      title: 'Warehouses searched',
      author: 'Ana Ruiz, Leo Grant',
      publisher: 'The Harbour Post',
      published: '2023-09-20',
      url: 'https://example.org/news/warehouses',
      language: 'en-GB',
    });
  });
});

test('metadata is also read from plain meta elements, time and the note of a saved page', async () => {
  const page = `<!-- saved from url=(0031)https://example.org/saved/page -->
    <html><head><title> A
    title </title><meta name="Author" content="Ana Ruiz"></head>
    <body><time datetime="2022-05-01T10:00">May</time><p>${SENTENCE}</p></body></html>`;
  expect((await parseHtml(Buffer.from(page))).metadata).toMatchObject({
    title: 'A title',
    author: 'Ana Ruiz',
    publisher: null,
    published: '2022-05-01',
    url: 'https://example.org/saved/page',
    language: 'en',
  });
});

test('the language of the text wins over a declared one that it contradicts', async () => {
  const page = `<html lang="es"><body><p>${SENTENCE}</p></body></html>`;
  expect((await parseHtml(Buffer.from(page))).metadata.language).toBe('en');
});

test('broken JSON-LD and addresses that are not of the web are passed over', async () => {
  const page = `<html><head><script type="application/ld+json">{"@type":</script>
    <link rel="canonical" href="javascript:alert(1)"><meta name="date" content="soon"></head>
    <body><p>${SENTENCE}</p></body></html>`;
  expect((await parseHtml(Buffer.from(page))).metadata).toMatchObject({
    url: null,
    published: null,
  });
});

describe('the shape of a page becomes lines', () => {
  test.each([
    ['<ul><li>one<li>two <b>bold</b><ul><li>inner</ul></ul>end', 'one\ntwo bold\ninner\n\nend'],
    ['<table><tr><th>A<th>B<tr><td><p>1</p><td><tr><td><td>2</table>', 'A\tB\n1\t\n\t2'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<pre>  x\n    y </pre>z', '  x\n    y\n\nz'],
    ['<p>a<p>b<div>c</div>d', 'a\n\nb\n\nc\n\nd'],
    ['<dl><dt>term<dd>meaning</dl>', 'term\nmeaning'],
    ['soft&shy;hyphen &lt;b&gt; <i>a</i><i>b</i>', 'softhyphen <b> ab'],
    ['<p>kept</p><select><option>no</select><svg><text>no</text></svg><p>too</p>', 'kept\n\ntoo'],
  ])('%s', async (html, text) => {
    expect((await parseHtml(Buffer.from(html))).text).toBe(text);
  });
});

describe('odd pages', () => {
  test.each([
    ['no html element', '<!doctype html><title>t</title><p>words'],
    ['no body', '<html><head><title>t</title></head><p>words</p></html>'],
    ['text after the end', '<html><body></body></html><p>words</p>'],
    ['nothing closed', '<html><body><div><table><tr><td><b><i>words'],
    ['unknown elements', '<html><body><x-article><x-p>words</x-p></x-article></body></html>'],
    [
      'XHTML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>words</p></body></html>',
    ],
  ])('%s', async (_, html) => {
    expect((await parseHtml(Buffer.from(html))).text).toBe('words');
  });

  test('nested a hundred thousand deep', async () => {
    const html = `${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}<p>after</p>`;
    const page = await parseHtml(Buffer.from(`<html><body>${html}</body></html>`));
    expect(page.text).toBe('deep\n\nafter');
    expect(page.warnings).toEqual(['wholePage']);
  });

  test('without a word for its reader', async () => {
    const page =
      '<html><head><title>only a title</title></head><body><script>x</script></body></html>';
    await expect(parseHtml(Buffer.from(page))).rejects.toMatchObject({ code: 'source.noText' });
  });
});

describe('the encoding of a page', () => {
  test('is what it declares', async () => {
    const page = Buffer.from('<meta charset="iso-8859-1"><p>operaci\u00f3n</p>', 'latin1');
    expect(await parseHtml(page)).toMatchObject({ text: 'operación', encoding: 'windows-1252' });
  });

  test('is UTF-8 when it is valid UTF-8, whatever it declares', async () => {
    const page = Buffer.from(
      '<meta http-equiv=content-type content="text/html; charset=latin1"><p>operación',
    );
    expect(await parseHtml(page)).toMatchObject({ text: 'operación', encoding: 'utf-8' });
  });
});

test.each([
  ['tags that never end', '<a '.repeat(300_000)],
  ['document types that never end', '<!doctype '.repeat(300_000)],
  ['elements that never end', '<b>'.repeat(300_000)],
  ['a tag as long as the page', `<${'a'.repeat(1_000_000)}`],
])('%s do not keep a page from being read', async (_, hostile) => {
  const page = Buffer.from(`<html><body><p>words</p>${hostile}`);
  expect((await parseHtml(page)).text).toMatch(/^words/);
});
