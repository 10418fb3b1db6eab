import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { resourcePath } from '../../resources.ts';
import { exampleModel, MARKUP } from './example.ts';
import { closeTypesetting, typesetDossier } from './index.ts';
import { readBack, type ReadBack } from './read-back.ts';

afterAll(closeTypesetting);

describe('a dossier in English', () => {
  let read: ReadBack;
  beforeAll(async () => {
    read = await readBack(await typesetDossier(exampleModel('en')));
  });

  it('says on each page which page of how many it is, and its marking twice', () => {
    expect(read.pages.length).toBeGreaterThan(2);
    for (const [index, page] of read.pages.entries()) {
      expect(page).toContain(`page ${index + 1} of ${read.pages.length}`);
      expect(page.split('TLP:AMBER+STRICT').length - 1).toBeGreaterThanOrEqual(2);
      expect(page).toContain('HC-2026/014');
    }
  });

  it('prints each name with the numbers of the excerpts it rests on', () => {
    const first = read.pages[0] ?? '';
    expect(first).toMatch(/Primary name\s*Aurelio Santángel Prats\s*\[1\]/);
    expect(first).toMatch(/Alias\s*El Práctico\s*\[2\]\s*against\s*\[3\]/);
    expect(first).toMatch(/Former name\s*Aurelio Prats Vidal\s*unsourced/);
    expect(first).toContain('Аурелио Сантанхель');
  });

  it('links each citation to its excerpt, and leads nowhere outside', () => {
    expect(read.links.inside).toBeGreaterThan(30);
    expect(read.links.outside).toBe(0);
  });

  it('quotes the excerpts in their context, with place and grade', () => {
    const text = read.pages.join(' ');
    expect(text).toMatch(/“don Aurelio .* junio de 2019” y declara/);
    expect(text).toMatch(/Source 1, Hoja registral de Náutica Boreal, S\.A\., p\. 3/);
    expect(text).toMatch(/§ 12, TLP:AMBER\+STRICT/);
    expect(text).toMatch(/D4\s*contradicts: Alias: El Práctico/);
  });

  it('gives the register whole hashes and addresses', () => {
    const text = read.pages.join('').replaceAll(' ', '');
    const model = exampleModel('en');
    for (const source of model.sources) {
      expect(text).toContain(source.sha256);
      expect(text).toContain(source.url ?? '');
    }
    expect(text).toContain(model.caseRevision.hash);
  });

  it('shows signs that mean something to the typesetter as they are', () => {
    const plain = read.pages.join('').replaceAll(' ', '');
    expect(plain).toContain(MARKUP.replaceAll(' ', ''));
  });

  it('puts the chronology in order of date', () => {
    expect(read.pages.join(' ')).toMatch(/Born in Avilés.*Takes the chair.*Speaks at the fishers/);
  });

  it('is tagged, outlined, dated, titled and says its language', () => {
    expect(read.marked).toBe(true);
    expect([...read.roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'Link']),
    );
    expect(read.title).toBe('Aurelio Santángel Prats – Dossier – HC-2026/014');
    expect(read.language).toMatch(/^en/);
    expect(read.created).toContain('20260314');
    expect(read.xmp).toMatch(/pdfaid:part[^\d]*2/);
    expect(read.outline.map((title) => title.replace(/^\d+\s+/, ''))).toEqual([
      'Summary',
      'Identity and aliases',
      'Particulars',
      'Identifiers',
      'Places and addresses',
      'Roles and organizations',
      'Family and associates',
      'Events and other links',
      'Chronology',
      'Where the sources disagree',
      'Gaps',
      'Numbered excerpts',
      'Source register',
      'Key and verification',
    ]);
  });

  it('carries its fonts with it, and only ours', () => {
    expect(read.fonts.size).toBeGreaterThan(4);
    for (const [name, embedded] of read.fonts) {
      expect(name).toMatch(/^Legajo(Serif|Sans|Mono|Arabic|Emoji)-/);
      expect(embedded).toBe(true);
    }
  });
});

describe('typesetting', () => {
  it('speaks Spanish in a Spanish dossier', async () => {
    const read = await readBack(await typesetDossier(exampleModel('es')));
    expect(read.language).toMatch(/^es/);
    const text = read.pages.join(' ');
    expect(text).toContain(`página 1 de ${read.pages.length}`);
    expect(text).toContain('sin fuente');
    expect(text).toMatch(/en contra\s*\[3\]/);
    expect(text).toContain('14 de marzo de 2026');
    expect(text).toMatch(/«don Aurelio .* junio de 2019»/);
    expect(text).not.toMatch(/unsourced|Evidence|Source 1/);
  });

  it('gives the same bytes for the same model, in a warm thread and in a new one', async () => {
    const first = await typesetDossier(exampleModel('es'));
    await typesetDossier(exampleModel('en'));
    const warm = await typesetDossier(exampleModel('es'));
    await closeTypesetting();
    const fresh = await typesetDossier(exampleModel('es'));
    expect(Buffer.compare(warm, first)).toBe(0);
    expect(Buffer.compare(fresh, first)).toBe(0);
  });

  it('writes PDF/UA-1 when asked', async () => {
    const read = await readBack(await typesetDossier(exampleModel('en'), { standard: 'ua-1' }));
    expect(read.xmp).toMatch(/pdfuaid:part[^\d]*1/);
    expect(read.marked).toBe(true);
  });

  it('leaves out sections with nothing in them, and says that there are no gaps', async () => {
    const example = exampleModel('en');
    const read = await readBack(
      await typesetDossier({
        ...example,
        caseReference: null,
        author: { name: 'M. I.', organization: null },
        subject: { ...example.subject, summary: null },
        names: [],
        identifiers: [],
        attributes: [],
        addresses: [],
        roles: [],
        family: [],
        otherLinks: [],
        chronology: [],
        disagreements: [],
        gaps: [],
        excerpts: [],
        sources: [],
      }),
    );
    expect(read.outline.map((title) => title.replace(/^\d+\s+/, ''))).toEqual([
      'Gaps',
      'Key and verification',
    ]);
    expect(read.pages.join(' ')).toContain('No gaps are recorded');
  });

  it('prints the notice on the first page', async () => {
    const notice = 'This is an invented case.';
    const read = await readBack(await typesetDossier({ ...exampleModel('en'), notice }));
    expect(read.pages[0]).toContain(notice);
  });

  it('prints references without their words when there are no quotations', async () => {
    const example = exampleModel('en');
    const excerpts = example.excerpts.map((excerpt) => ({ ...excerpt, quotation: null }));
    const text = (await readBack(await typesetDossier({ ...example, excerpts }))).pages.join(' ');
    expect(text).toContain('Hoja registral de Náutica Boreal, S.A., p. 3');
    expect(text).not.toContain('don Aurelio');
  });

  it('prints a box for what no font has, and says what it was', async () => {
    const example = exampleModel('en');
    const subject = { ...example.subject, primaryName: '张伟 \u202E\u0000 Prats \uD800' };
    const read = await readBack(await typesetDossier({ ...example, subject }));
    expect(read.pages[0]).toContain('□□ Prats');
    expect(read.pages.at(-1)).toContain('U+4F1F, U+5F20');
  });

  it('fails on a citation of an excerpt that is not there', async () => {
    const example = exampleModel('en');
    const names = [
      ...example.names,
      {
        kind: 'alias',
        value: 'X',
        citations: [{ excerpt: 99, stance: 'supports', credibility: '2' }],
      },
    ] as const;
    await expect(typesetDossier({ ...example, names })).rejects.toMatchObject({
      code: 'dossier.failed',
      details: { reason: expect.stringContaining('excerpt-99') },
    });
  });

  it('refuses a date that is none', async () => {
    await expect(typesetDossier({ ...exampleModel('en'), asOf: 'soon' })).rejects.toMatchObject({
      code: 'dossier.failed',
    });
  });
});

describe('a template of one’s own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legajo-template-'));
    await cp(resourcePath('dossier'), folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read again each time, and its faults are reported with their line', async () => {
    const template = join(folder, 'profile.typ');
    await writeFile(template, '= Short\n#sys.inputs.model.len()\n');
    const model = exampleModel('en');
    const options = { templateFolder: folder, standard: 'a-2b' } as const;
    const first = await readBack(await typesetDossier(model, options));
    expect(first.pages).toHaveLength(1);
    await writeFile(template, '= Short\n\n#let a = 1 + "one"\n');
    await expect(typesetDossier(model, options)).rejects.toMatchObject({
      code: 'dossier.failed',
      details: { file: 'profile.typ', line: 3, reason: expect.stringContaining('line 3') },
    });
    await writeFile(template, '= Short\n#import "@preview/chart:0.1.0": *\n');
    await expect(typesetDossier(model, options)).rejects.toMatchObject({
      code: 'dossier.failed',
      details: { file: 'profile.typ', line: 2 },
    });
  });
});

describe('cancelling', () => {
  it('ends the work at once, and whatever else was waiting is still done', async () => {
    const control = new AbortController();
    const cancelled = typesetDossier(exampleModel('en'), { signal: control.signal });
    const other = typesetDossier(exampleModel('es'));
    control.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await other).byteLength).toBeGreaterThan(1000);
    await expect(
      typesetDossier(exampleModel('en'), { signal: control.signal }),
    ).rejects.toBeInstanceOf(CaseError);
  });
});
