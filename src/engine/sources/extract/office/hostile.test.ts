import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { parseDocx } from './docx/docx.ts';
import { parseEpub } from './epub/epub.ts';
import { parseOdt } from './odf/odt.ts';
import { buildDocx, p, r, relationshipsPart, wordPart } from './testing/docx-sample.ts';
import { buildEpub, chapter } from './testing/epub-sample.ts';
import { buildOdf } from './testing/odf-sample.ts';
import { parseAs, saidBy } from './testing/parse-as.ts';
import { ZIP_SAMPLES, buildSample } from './testing/samples.ts';

/** Each entity is ten of the one before: 10 to the power of 9 characters. */
const BOMB = `<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">${Array.from(
  { length: 8 },
  (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
).join('')}]>`;
const MEBIBYTE = 1024 * 1024;

describe.each(ZIP_SAMPLES)('entities that a $name declares', (sample) => {
  it('are never expanded', async () => {
    for (const [name, xml] of Object.entries(sample.members)) {
      if (name === 'mimetype') continue;
      const rest = xml.replace(/^<\?xml[^>]*>/, '').replace('Ship', '&a8;');
      const bytes = await buildSample(sample, { [name]: BOMB + rest });
      const outcome = await parseAs(sample.parse, bytes).then(
        ({ text }) => text,
        (error: unknown) => (error instanceof CaseError ? error.code : error),
      );
      // The pages of a book are read as HTML, which has no entities of its own.
      const asHtml = sample.name === 'epub' && name === sample.main;
      expect(outcome).toMatch(asHtml ? '&a8;' : /^source\.failed$/);
    }
  });

  it('are not looked for elsewhere', async () => {
    const xml = (sample.members[sample.main] ?? '').replace(/^<\?xml[^>]*>/, '');
    const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${xml}`;
    const document = await parseAs(
      sample.parse,
      await buildSample(sample, { [sample.main]: outside }),
    );
    expect(document.text).toContain('Ship');
    expect(document.text).not.toContain('root:');
  });
});

describe('a hostile document', () => {
  it('fails when it is nested without end', async () => {
    const deep = 100_000;
    const word = `<w:p>${'<w:smartTag>'.repeat(deep)}${'</w:smartTag>'.repeat(deep)}</w:p>`;
    await expect(parseAs(parseDocx, await buildDocx(word))).rejects.toMatchObject({
      code: 'source.failed',
    });
    const spans = `<text:p>${'<text:span>'.repeat(deep)}x${'</text:span>'.repeat(deep)}</text:p>`;
    await expect(parseAs(parseOdt, await buildOdf('text', spans))).rejects.toMatchObject({
      code: 'source.failed',
    });
  });

  it('is read as far as it goes when a page of a book is nested without end', async () => {
    const divs = chapter(`${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}`);
    const book = await parseAs(parseEpub, await buildEpub({ chapters: { 'one.xhtml': divs } }));
    expect(book.text).toBe('x');
  });

  it('fails when a part of it is packed as no text is', async () => {
    const spaces = ' '.repeat(100 * MEBIBYTE);
    const bytes = await buildDocx(`<w:p><w:r><w:t>${spaces}</w:t></w:r></w:p>`);
    expect(bytes.length).toBeLessThan(MEBIBYTE);
    await expect(parseAs(parseDocx, bytes)).rejects.toMatchObject({ code: 'source.tooLarge' });
  });

  it('is kept without text when it holds spaces alone', async () => {
    const spaces = ' '.repeat(10 * MEBIBYTE);
    const document = await parseAs(
      parseDocx,
      await buildDocx(`<w:p><w:r><w:t xml:space="preserve">${spaces}</w:t></w:r></w:p>`),
    );
    expect(document.text).toBe('');
  });

  it('fails when its text grows beyond what is allowed', async () => {
    const bytes = await buildDocx(p(r('x'.repeat(5000))).repeat(10));
    await expect(parseAs(parseDocx, bytes, { textUnits: 20_000 })).rejects.toMatchObject({
      code: 'source.tooLarge',
    });
  });

  it('fails when a member holds more than it says', async () => {
    const bytes = Buffer.from(await buildDocx(p(r('x'.repeat(5000)))));
    const name = Buffer.from('word/document.xml');
    const inDirectory = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(100, inDirectory + 24);
    await expect(parseAs(parseDocx, bytes)).rejects.toMatchObject({ code: 'source.failed' });
  });

  it('says a note once, however often it is referred to, and not within itself', async () => {
    const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:id="1">${p(r('Note.') + reference)}</w:footnote>`,
    );
    const document = await parseAs(
      parseDocx,
      await buildDocx(p(reference.repeat(3)), { parts: { 'footnotes.xml': footnotes } }),
    );
    expect(saidBy(document)).toEqual(['paragraph: [1][1][1]', 'footnote: [1] Note.']);
  });

  it('fetches nothing', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = `http://127.0.0.1:${port}`;
    try {
      await parseAs(
        parseDocx,
        await buildDocx(p(r('Text')), {
          parts: { 'header1.xml': wordPart('hdr', p(r('x'))) },
          members: {
            'word/_rels/header1.xml.rels': relationshipsPart([['i', 'image', `${url}/header.png`]]),
          },
          relationships: [
            'attachedTemplate',
            'image',
            'oleObject',
            'frame',
            'footnotes',
            'styles',
          ].map((type) => [type, type, `${url}/${type}`] as const),
        }),
      );
      await parseAs(
        parseOdt,
        await buildOdf(
          'text',
          `<text:p><draw:frame><draw:image xlink:href="${url}/x.png"/></draw:frame></text:p>`,
        ),
      );
      await parseAs(
        parseEpub,
        await buildEpub({
          chapters: {
            'one.xhtml': chapter(
              `<p>x</p><img src="${url}/a.png"/><script src="${url}/b.js"></script><link rel="stylesheet" href="${url}/c.css"/><iframe src="${url}/d"></iframe>`,
            ),
          },
        }),
      );
      expect(requests).toBe(0);
    } finally {
      server.close();
    }
  });
});
