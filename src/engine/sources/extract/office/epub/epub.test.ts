import { describe, expect, it } from 'vitest';
import { buildEpub, chapter } from '../testing/epub-sample.ts';
import { isContiguous, parseAs, propertiesOf, saidBy } from '../testing/parse-as.ts';
import { parseEpub } from './epub.ts';

describe('a book in EPUB', () => {
  it('says its title, authors, publisher, date, language and identifier', async () => {
    const book = await parseAs(
      parseEpub,
      await buildEpub({
        metadata: `<dc:title>The harbour</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:creator>Luis Mora</dc:creator>
          <dc:publisher>Press</dc:publisher><dc:date>2023-09-20</dc:date><dc:language>en</dc:language>
          <dc:identifier id="uid">urn:isbn:9780000000002</dc:identifier>
          <meta property="dcterms:modified">2024-01-02T00:00:00Z</meta>`,
        chapters: { 'one.xhtml': chapter('<p>The ship came into the harbour late.</p>') },
      }),
    );
    expect(book.metadata).toMatchObject({
      title: 'The harbour',
      author: 'Ana Ruiz, Luis Mora',
      publisher: 'Press',
      published: '2023-09-20',
      language: 'en',
    });
    expect(propertiesOf(book)).toMatchObject({
      identifier: 'urn:isbn:9780000000002',
      modified: '2024-01-02T00:00:00Z',
    });
  });

  it('is read however many comments stand before its words', async () => {
    const page = `${'<!---->'.repeat(2000)}<html><body><p>Words.</p></body></html>`;
    const book = await parseAs(parseEpub, await buildEpub({ chapters: { 'one.xhtml': page } }));
    expect(saidBy(book)).toEqual(['paragraph: Words.']);
  });

  it('is read in the order of its spine, tags that end by themselves and all', async () => {
    const book = await parseAs(
      parseEpub,
      await buildEpub({
        chapters: {
          'two.xhtml': chapter('<h1>Two</h1><p>Second.</p>'),
          'one.xhtml': `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body><a id="top"/><h1>One</h1><p>First&#160;of&nbsp;all<br/>here.</p></body></html>`,
        },
        spine: ['one.xhtml', 'two.xhtml'],
      }),
    );
    expect(saidBy(book)).toEqual([
      'heading: One',
      'paragraph: First of all\nhere.',
      'heading: Two',
      'paragraph: Second.',
    ]);
    expect(isContiguous(book)).toBe(true);
  });

  it('sets each note by its mark and after its page, whether it says that it is one or not', async () => {
    const book = await parseAs(
      parseEpub,
      await buildEpub({
        chapters: {
          'one.xhtml': chapter(
            `<p>Alpha<a epub:type="noteref" href="#n1">1</a> and omega<sup><a href="notes.xhtml#n2">2</a></sup>.</p>
             <aside epub:type="footnote" id="n1" hidden="hidden"><p>1. First note. <a role="doc-backlink" href="#r1">back</a></p></aside>`,
          ),
          'notes.xhtml': chapter(
            '<section role="doc-endnote" id="n2"><p><a href="one.xhtml#r2"><sup>2</sup></a>Second note.</p></section>',
          ),
        },
        spine: ['one.xhtml', 'notes.xhtml'],
      }),
    );
    expect(saidBy(book)).toEqual([
      'paragraph: Alpha[1] and omega[2].',
      'footnote: [1] First note.',
      'footnote: [2] Second note.',
    ]);
    expect(propertiesOf(book)).toMatchObject({ notes: '2' });
  });

  it('has its table of contents as its outline, of EPUB 3 and of EPUB 2', async () => {
    const chapters = { 'one.xhtml': chapter('<p>Text</p>') };
    const third = await parseAs(
      parseEpub,
      await buildEpub({
        chapters,
        manifest:
          '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav scripted"/><item id="x" href="https://tracker.example/x.mp3" media-type="audio/mpeg"/>',
        members: {
          'OEBPS/nav.xhtml': chapter(
            '<nav epub:type="toc"><ol><li><a href="one.xhtml">Part</a><ol><li><a href="one.xhtml#b">Chapter</a></li></ol></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="x">No</a></li></ol></nav>',
          ),
        },
      }),
    );
    const outline = [
      { title: 'Part', page: null, level: 1 },
      { title: 'Chapter', page: null, level: 2 },
    ];
    expect(third.details?.outline).toEqual(outline);
    expect(propertiesOf(third)).toEqual({
      scripts: 'yes',
      externalReferences: 'https://tracker.example/x.mp3',
    });
    const point = (text: string, inner = ''): string =>
      `<navPoint><navLabel><text>${text}</text></navLabel>${inner}</navPoint>`;
    const second = await parseAs(
      parseEpub,
      await buildEpub({
        chapters,
        manifest: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
        members: {
          'OEBPS/toc.ncx': `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${point('Part', point('Chapter'))}</navMap></ncx>`,
        },
      }),
    );
    expect(second.details?.outline).toEqual(outline);
  });

  it('is kept without text when that is locked, and read when its fonts alone are marked', async () => {
    const locked = (algorithm: string, uri: string): string =>
      `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;
    const book = async (encryption: string) =>
      parseAs(
        parseEpub,
        await buildEpub({
          chapters: { 'one.xhtml': chapter('<p>Text</p>') },
          members: { 'META-INF/encryption.xml': encryption },
        }),
      );
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    const kept = await book(locked(aes, 'OEBPS/one.xhtml'));
    expect(kept).toMatchObject({ text: '', warnings: ['noText'] });
    expect(propertiesOf(kept)).toEqual({ lockedAgainstCopying: 'yes' });
    const fonts = await book(locked('http://www.idpf.org/2008/embedding', 'OEBPS/f.otf'));
    expect(fonts.text).toBe('Text');
  });

  it('expands no entity that a page declares', async () => {
    const book = await parseAs(
      parseEpub,
      await buildEpub({
        chapters: {
          'one.xhtml': `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><html><body><p>x&b;&c;</p></body></html>`,
        },
      }),
    );
    expect(book.text).toBe('x&b;&c;');
  });
});
