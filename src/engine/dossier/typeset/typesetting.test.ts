import { afterAll, describe, expect, it } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { exampleDossier, exampleVerification } from './example/index.ts';
import { closeTypesetting } from './index.ts';
import { readExample, sectionsOfExample, typesetExample } from './testing.ts';

afterAll(closeTypesetting);

describe('what is left out', () => {
  it('leaves citations whose excerpts are not printed to their source', async () => {
    const without = sectionsOfExample('profile', (section) =>
      section.id === 'excerpts' ? null : section,
    );
    const text = (await readExample({ changes: { sections: without } })).pages.join(' ');
    expect(text).toMatch(/Nationality\s*Spanish\s*\[S1\] \[S2\] \[S5\]/);
    expect(text).not.toMatch(/Santángel Prats \[1\]/);
    const bare = without.filter(({ id }) => id !== 'sources');
    expect((await readExample({ changes: { sections: bare } })).pages.join(' ')).toMatch(/\[S1\]/);
  });

  it('sets a dossier with nothing in it, and says that there are no gaps', async () => {
    const read = await readExample({
      changes: {
        caseReference: null,
        author: { name: '', organization: null },
        sections: [{ id: 'gaps', title: null, gaps: [] }],
        excerpts: [],
        sources: [],
      },
    });
    expect(read.outline).toEqual(['Gaps']);
    expect(read.pages.join(' ')).toContain('No gaps are recorded');
  });

  it('prints references without their words when there are no quotations', async () => {
    const excerpts = exampleDossier().model.excerpts.map((excerpt) => ({
      ...excerpt,
      quotation: null,
    }));
    const text = (await readExample({ changes: { excerpts } })).pages.join(' ');
    expect(text).toContain('Hoja registral de Náutica Boreal, S.A., p. 3');
    expect(text).not.toContain('don Aurelio');
  });
});

describe('typesetting', () => {
  it('gives the same bytes for the same model, in a warm thread and in a new one', async () => {
    const asked = { language: 'es', verification: exampleVerification } as const;
    const first = await typesetExample(asked);
    await typesetExample({ kind: 'case' });
    const warm = await typesetExample(asked);
    await closeTypesetting();
    const fresh = await typesetExample(asked);
    expect(Buffer.compare(warm, first)).toBe(0);
    expect(Buffer.compare(fresh, first)).toBe(0);
  });

  it('prints a box for what no font has, and says what it was', async () => {
    const read = await readExample({ changes: { title: '张伟 \u202E\u0000 Prats \uD800' } });
    expect(read.pages[0]).toContain('□□ Prats');
    expect(read.pages.at(-1)).toContain('U+4F1F, U+5F20');
  });

  it('fails on a citation of an excerpt that is not there', async () => {
    const sections = sectionsOfExample('profile', (section) =>
      section.id === 'identity'
        ? {
            ...section,
            names: section.names.map((name) => ({
              ...name,
              citations: [{ excerpt: 99, stance: 'supports', credibility: '2' }],
            })),
          }
        : section,
    );
    await expect(typesetExample({ changes: { sections } })).rejects.toMatchObject({
      code: 'dossier.failed',
      details: { reason: expect.stringContaining('excerpt-99') },
    });
  });

  it('refuses a date that is none', async () => {
    await expect(typesetExample({ changes: { asOf: 'soon' } })).rejects.toMatchObject({
      code: 'dossier.failed',
    });
  });

  it('sets two thousand excerpts', async () => {
    const { model } = exampleDossier();
    const excerpts = Array.from({ length: 2000 }, (_, index) => ({
      ...exampleExcerpt(model.excerpts),
      number: index + 1,
      quotation: `Berth ${index + 1} is taken.`,
      uses: [],
    }));
    const sections = model.sections.filter(({ id }) => id === 'excerpts' || id === 'sources');
    const pdf = await typesetExample({ changes: { excerpts, sections } });
    expect(pdf.byteLength).toBeGreaterThan(1_000_000);
  });

  it('ends at once when cancelled, and whatever else was waiting is still done', async () => {
    const control = new AbortController();
    const cancelled = typesetExample({ signal: control.signal });
    const other = typesetExample({ kind: 'register' });
    control.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await other).byteLength).toBeGreaterThan(1000);
    await expect(typesetExample({ signal: control.signal })).rejects.toBeInstanceOf(CaseError);
  });
});

it('lets a preview give way to the next', async () => {
  const control = new AbortController();
  const overtaken = [
    typesetExample({ preview: true, signal: control.signal }),
    typesetExample({ preview: true, kind: 'case', signal: control.signal }),
  ];
  const last = typesetExample({ preview: true, kind: 'register' });
  control.abort();
  for (const each of overtaken) await expect(each).rejects.toMatchObject({ code: 'job.cancelled' });
  expect((await last).byteLength).toBeGreaterThan(1000);
  await expect(typesetExample({ preview: true, changes: { asOf: 'soon' } })).rejects.toMatchObject({
    code: 'dossier.failed',
  });
});

function exampleExcerpt<Kept>(excerpts: readonly Kept[]): Kept {
  const [first] = excerpts;
  if (first === undefined) throw new Error('the example has no excerpts');
  return first;
}
