import { afterAll, describe, expect, it } from 'vitest';
import { sectionsOf, type DossierKind } from '#contract/dossier.ts';
import { exampleDossier, exampleVerification } from './example/index.ts';
import { closeTypesetting, typesetDossier } from './index.ts';
import { readBack } from './read-back.ts';
import { plainLook, readExample, typesetExample } from './testing.ts';

afterAll(closeTypesetting);

const kinds: readonly DossierKind[] = ['profile', 'group', 'case', 'register', 'excerpts'];

describe('the look of a dossier', () => {
  it.each(kinds)('a %s is PDF/UA-1 when asked, with a word for each picture', async (kind) => {
    const read = await readExample({
      kind,
      look: { standard: 'ua-1' },
      verification: exampleVerification,
    });
    expect(read.xmp).toMatch(/pdfuaid:part[^\d]*1/);
    expect(read.xmp).not.toContain('pdfaid:part');
    expect(read.marked).toBe(true);
    expect(read.figures).not.toContain('');
  });

  it('is PDF/A-2b as to what can be seen in its bytes', async () => {
    const bytes = Buffer.from(await typesetExample({ kind: 'case' })).toString('latin1');
    expect(bytes).toMatch(/^%PDF-1\.7/);
    expect(bytes).toContain('/GTS_PDFA1');
    expect(bytes).toMatch(/<pdfaid:conformance>B</);
    expect(bytes).toMatch(/\/ID ?\[/);
    expect(bytes).not.toMatch(/\/(Encrypt|JavaScript|EmbeddedFile|Launch|URI)\b/);
  });

  it('is A4 or US Letter, in points', async () => {
    const a4 = await readExample({ kind: 'register' });
    const letter = await readExample({ kind: 'register', look: { paper: 'letter' } });
    expect(a4.sizes[0]).toEqual([595, 842]);
    expect(letter.sizes[0]).toEqual([612, 792]);
  });

  it('printed on both sides has its page numbers outside, and parts begin on the right', async () => {
    const read = await readExample({ kind: 'case', look: { twoSided: true } });
    const named = read.pages.findIndex((page) => /INDIVIDUAL Aurelio Santángel Prats/.test(page));
    expect(named % 2).toBe(0);
    for (const [index, page] of read.pages.entries()) {
      expect(page).toContain(`page ${index + 1} of ${read.pages.length}`);
      expect(page.split('TLP:AMBER+STRICT').length - 1).toBeGreaterThanOrEqual(2);
    }
  });

  it('turns the page of a drawing that would be too small on it', async () => {
    const sections = [
      {
        id: 'chart',
        title: null,
        figure: { file: 'wide.svg', width: 1500, height: 700, description: 'Wide', notes: [] },
      },
    ] as const;
    const wide = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1500 700" width="1500" height="700"><text x="9" y="30" font-family="Legajo Sans" font-size="20">张伟 and more</text></svg>`;
    const pdf = await typesetDossier(
      { ...exampleDossier().model, sections },
      new Map([['wide.svg', new TextEncoder().encode(wide)]]),
      { look: plainLook, preview: false, verification: null },
    );
    const read = await readBack(pdf);
    expect(read.sizes).toContainEqual([842, 595]);
    expect(read.pages.join(' ')).toContain('□□ and more');
  });

  it('has an example of every section', () => {
    const left = kinds.map((kind) => {
      const shown = new Set(exampleDossier(kind).model.sections.map(({ id }) => id));
      return [kind, sectionsOf[kind].filter((id) => !shown.has(id))];
    });
    expect(Object.fromEntries(left)).toEqual(leftOut);
  });
});

/** What the examples do not show twice. */
const leftOut: Readonly<Record<DossierKind, readonly string[]>> = {
  profile: [],
  group: ['identifiers', 'photographs', 'otherLinks', 'assessment'],
  case: [],
  register: ['summary'],
  excerpts: ['summary'],
};

describe('the preview', () => {
  it('leads from each fact and passage to its record, and looks the same', async () => {
    const printed = await readExample();
    const preview = await readExample({ preview: true });
    expect(preview.layout).toEqual(printed.layout);
    expect(printed.links.outside).toEqual([]);
    const { model } = exampleDossier();
    const leads = new Set(preview.links.outside);
    for (const section of model.sections) {
      const lines =
        section.id === 'identity'
          ? section.names
          : section.id === 'chronology'
            ? section.chronology
            : section.id === 'photographs'
              ? section.photographs
              : section.id === 'particulars'
                ? section.attributes
                : [];
      for (const { id, entity } of lines) {
        expect(leads).toContain(`legajo:entity/${entity ?? ''}?fact=${id}`);
      }
    }
    for (const { id } of model.excerpts) expect(leads).toContain(`legajo:passage/${id}`);
    expect([...leads].every((address) => address.startsWith('legajo:'))).toBe(true);
  });
});
