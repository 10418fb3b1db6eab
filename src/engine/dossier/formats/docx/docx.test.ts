import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { exampleDossier, exampleVerification } from '../../typeset/example/index.ts';
import { type WritingOptions, writtenAs } from '../written.ts';
import { hostileTexts, saying } from '../testing/hostile.ts';
import { elementsNamed, textOf, unzipped, within } from '../testing/package.ts';

type Given = ReturnType<typeof exampleDossier>;
const look = { paper: 'a4', twoSided: false } as const;

function written(
  { model, files }: Given,
  more: Partial<WritingOptions['look']> = {},
): Promise<Uint8Array> {
  return writtenAs('docx', model, files, {
    look: { ...look, ...more },
    verification: exampleVerification,
  });
}

async function partsOf(given: Given, more: Partial<WritingOptions['look']> = {}) {
  const files = await unzipped(await written(given, more));
  const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
  return { files, document: text('word/document.xml'), text };
}

const xmlIn = (files: ReadonlyMap<string, Buffer>) =>
  [...files].flatMap(([name, bytes]) =>
    /\.(xml|rels|svg)$/.test(name) ? [bytes.toString('utf8')] : [],
  );

const notes = (xml: string) =>
  elementsNamed(xml, 'w:footnote').filter(({ attributes }) => attributes['w:type'] === undefined);

describe('a dossier as a Word document', () => {
  it('is a package in which every part is XML and every relation leads somewhere', async () => {
    const { files, text } = await partsOf(exampleDossier());
    expect([...files.keys()][0]).toBe('[Content_Types].xml');
    for (const xml of xmlIn(files)) expect(() => parseXml(xml)).not.toThrow();
    const targets = elementsNamed(text('word/_rels/document.xml.rels'), 'Relationship').map(
      ({ attributes }) => `word/${attributes['Target']}`,
    );
    expect(targets.filter((target) => !files.has(target))).toEqual([]);
    const typed = elementsNamed(text('[Content_Types].xml'), 'Override').map(({ attributes }) =>
      attributes['PartName']?.slice(1),
    );
    expect(typed.filter((name) => name === undefined || !files.has(name))).toEqual([]);
  });

  it('cites by footnotes: each there, well-formed, and of the number of its excerpt', async () => {
    const { document, text } = await partsOf(exampleDossier());
    const cited = elementsNamed(document, 'w:footnoteReference').map(
      ({ attributes }) => attributes['w:id'],
    );
    const there = notes(text('word/footnotes.xml'));
    expect(there.map(({ attributes }) => attributes['w:id'])).toEqual(cited);
    expect(cited).toEqual(['1', '2', '3', '4', '5']);
    const [, second] = there;
    const words = second === undefined ? '' : textOf(second);
    expect(words).toContain('Source 2, Who holds the northern quay?, § 12, TLP:AMBER+STRICT. B3.');
    expect(words).toContain('“the man dockers call “El Práctico”, who with his brother Tomás');
    expect(document).not.toContain('customMarkFollows');
  });

  it('gives a footnote a mark of its own where Word would number it otherwise', async () => {
    const { model, files } = exampleDossier();
    const sections = model.sections.filter(({ id }) => id !== 'summary' && id !== 'identity');
    const { document, text } = await partsOf({ model: { ...model, sections }, files });
    const marks = elementsNamed(document, 'w:r').flatMap((run) => {
      const [reference] = run.children.filter(
        (child) => 'name' in child && child.name === 'w:footnoteReference',
      );
      return reference === undefined ? [] : [textOf(run)];
    });
    // [1], and then [3] before [2].
    expect(marks.slice(0, 3)).toEqual(['', '[3]', '']);
    expect(notes(text('word/footnotes.xml')).map(textOf)[1]).toMatch(/^3 Source 3/);
  });

  it('calls an excerpt that is cited again by the number of its footnote', async () => {
    const { document } = await partsOf(exampleDossier());
    const bookmarks = elementsNamed(document, 'w:bookmarkStart').map(
      ({ attributes }) => attributes['w:name'] ?? '',
    );
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const called = [
      ...document.matchAll(/NOTEREF (\w+)/g).map(([, name]) => name),
      ...elementsNamed(document, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']),
    ];
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => name === undefined || !bookmarks.includes(name))).toEqual([]);
    const ids = elementsNamed(document, 'w:bookmarkStart').map(
      ({ attributes }) => attributes['w:id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has headings and styles that an editor works with', async () => {
    const { document, text } = await partsOf(exampleDossier('case'));
    const used = new Set(
      ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
        elementsNamed(document, name).map(({ attributes }) => attributes['w:val'] ?? ''),
      ),
    );
    const defined = elementsNamed(text('word/styles.xml'), 'w:style').map(
      ({ attributes }) => attributes['w:styleId'] ?? '',
    );
    expect([...used].filter((style) => !defined.includes(style))).toEqual([]);
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'Quote',
      'Caption',
      'Ledger',
    ]) {
      expect(used).toContain(style);
    }
    const headings = elementsNamed(document, 'w:p').filter((paragraph) =>
      within(paragraph, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Heading1'),
    );
    expect(headings.map(textOf).slice(0, 3)).toEqual(['Summary', 'Findings', 'Subjects']);
  });

  it('repeats the head of a table on each page, and has as many cells in each row', async () => {
    const { document } = await partsOf(exampleDossier());
    const tables = elementsNamed(document, 'w:tbl');
    const styled = (table: (typeof tables)[number]) =>
      within(table, 'w:tblStyle')[0]?.attributes['w:val'];
    expect(tables.filter((table) => styled(table) === 'Ledger').length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(within(table, 'w:tblHeader')).toHaveLength(styled(table) === 'Ledger' ? 1 : 0);
      const columns = within(table, 'w:gridCol').length;
      for (const row of within(table, 'w:tr')) {
        expect(within(row, 'w:tc')).toHaveLength(columns);
      }
    }
  });

  it('says the language of a quotation, and which words are read from right to left', async () => {
    const { document } = await partsOf(exampleDossier());
    const run = (words: string) =>
      elementsNamed(document, 'w:r').filter((one) => textOf(one).includes(words));
    const inRun = (words: string, name: string) =>
      run(words).flatMap((one) => within(one, name).map(({ attributes }) => attributes));
    expect(inRun('nacido el 2 de mayo', 'w:lang')).toEqual([{ 'w:val': 'es' }]);
    expect(inRun('يملك أوريليو', 'w:lang')).toEqual([{ 'w:bidi': 'ar' }]);
    expect(inRun('يملك أوريليو', 'w:rtl')).toHaveLength(1);
    expect(inRun('Аурелио Сантанхель, Αυρήλιος', 'w:rtl')).toHaveLength(0);
    const [paragraph] = elementsNamed(document, 'w:p').filter((one) =>
      textOf(one).includes('يملك'),
    );
    expect(paragraph === undefined ? [] : within(paragraph, 'w:bidi')).toHaveLength(1);
  });

  it('shows a drawing as SVG, with pixels for the programs that know none, and says what it shows', async () => {
    const { files, document } = await partsOf(exampleDossier());
    const media = [...files.keys()].filter((name) => name.startsWith('word/media/'));
    // Two photographs, of which one is beside the title too, and chart, map and code in both ways.
    expect(media.map((name) => name.split('.').at(-1))).toEqual([
      'png',
      'jpeg',
      'png',
      'svg',
      'png',
      'svg',
      'png',
      'svg',
    ]);
    const chart = files.get('word/media/picture3.png');
    expect(chart?.subarray(1, 4).toString()).toBe('PNG');
    // Its width in pixels: two and a half times that of the drawing.
    expect(chart?.readUInt32BE(16)).toBe(1550);
    const told = elementsNamed(document, 'wp:docPr').map(({ attributes }) => attributes['descr']);
    expect(told).toHaveLength(6);
    expect(told.every((words) => words !== undefined && words !== '')).toBe(true);
  });

  it('has the marking and the page of how many on each page, and the paper asked for', async () => {
    const { document, text } = await partsOf(exampleDossier(), { paper: 'letter', twoSided: true });
    expect(elementsNamed(text('word/header.xml'), 'w:hdr').map(textOf).join()).toContain(
      'TLP:AMBER+STRICT',
    );
    const foot = text('word/footer.xml');
    expect(foot).toContain('TLP:AMBER+STRICT');
    expect(foot.indexOf(' PAGE ')).toBeLessThan(foot.indexOf(' NUMPAGES '));
    expect(elementsNamed(document, 'w:pgSz')[0]?.attributes).toEqual({
      'w:w': '12240',
      'w:h': '15840',
    });
    expect(text('word/settings.xml')).toContain('<w:mirrorMargins/>');
  });

  it('says of itself what it is, and no other time than that of the case', async () => {
    const { text } = await partsOf(exampleDossier());
    const core = text('docProps/core.xml');
    expect(core).toContain('<dc:title>Aurelio Santángel Prats</dc:title>');
    expect(core).toContain('<dc:creator>Marta Ibáñez Roca</dc:creator>');
    expect(core).toContain(exampleVerification.keywords.join('; '));
    expect(core.match(/2026-03-14T16:05:00Z/g)).toHaveLength(2);
  });

  it.each(hostileTexts)('is well-formed whatever a text says: %j', async (text) => {
    const { model, files: pictures } = saying(text);
    // Without its drawings, which take their time and say nothing.
    const sections = model.sections.filter(({ id }) => !['chart', 'map'].includes(id));
    const { files, document } = await partsOf({ model: { ...model, sections }, files: pictures });
    for (const xml of xmlIn(files)) expect(() => parseXml(xml)).not.toThrow();
    const fields = elementsNamed(document, 'w:instrText').map((field) => textOf(field).trim());
    expect(fields.every((field) => /^(TOC|NOTEREF _Ref_note_\d+ )/.test(field))).toBe(true);
  });

  it('is the same bytes for the same dossier', async () => {
    const [one, other] = [await written(exampleDossier()), await written(exampleDossier())];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
