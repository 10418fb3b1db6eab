import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKUP } from './example/facts.ts';
import { exampleDossier, exampleVerification } from './example/index.ts';
import { closeTypesetting } from './index.ts';
import type { ReadBack } from './read-back.ts';
import { readExample } from './testing.ts';

afterAll(closeTypesetting);

describe('the profile of a person', () => {
  let read: ReadBack;
  let text: string;
  beforeAll(async () => {
    read = await readExample({ verification: exampleVerification });
    text = read.pages.join(' ');
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
    expect(text).toMatch(/Primary name\s*Aurelio Santángel Prats\s*\[1\]/);
    expect(text).toMatch(/Alias\s*El Práctico\s*\[2\]\s*against\s*\[3\]/);
    expect(text).toMatch(/Former name\s*Aurelio Prats Vidal\s*unsourced/);
    expect(text).toContain('Аурелио Сантанхель');
  });

  it('says how many sources stand for themselves where a source repeats another', () => {
    expect(text).toMatch(/Nationality\s*Spanish\s*\[1\] \[2\] \[5\]\s*3 citations, 2 independent/);
    expect(text).toMatch(/Derives from\s*Source 2\s*, Who holds the northern quay\?/);
  });

  it('links each citation to its excerpt, and leads nowhere outside', () => {
    expect(read.links.inside).toBeGreaterThan(30);
    expect(read.links.outside).toEqual([]);
  });

  it('says how likely a finding is in one sentence, and how sure the analyst is in another', () => {
    expect(text).toContain('This is very likely (80–95 %). ');
    expect(text).toContain('Confidence in this judgement is moderate.');
    const sure = text.split(/(?<=[.;:]) /).filter((sentence) => sentence.includes('judgement is'));
    expect(sure.length).toBeGreaterThan(1);
    expect(sure.join(' ')).not.toMatch(/likely|%/);
  });

  it('sets what the analyst wrote, with its citations', () => {
    expect(text).toMatch(/at the head of Náutica Boreal \[1\]\[2\]; a third source/);
    expect(text).toMatch(/What the berth books show 1\. Every berth is signed for by him\./);
    expect(text).toMatch(/– twice in pencil;/);
  });

  it('says of each version of a disputed point by whom it is told, how graded and where', () => {
    expect(text).toMatch(
      /Registro de la costa norte Hoja registral de Náutica Boreal, S\.A\. A1 \[1\]/,
    );
    expect(text).toMatch(
      /Ines Calloway, The Tidewater Review Who holds the northern quay\? B2 \[2\]/,
    );
    expect(text).toMatch(/Tomás Santángel Prats Minutes of the fishers’ assembly D4 \[3\]/);
    expect(text).toMatch(/F6 against \[4\]/);
    expect(text).toContain('Assessment The register is the better witness;');
  });

  it('quotes the excerpts in their context, with place and grade', () => {
    expect(text).toMatch(/“don Aurelio .* junio de 2019” y declara/);
    expect(text).toMatch(/Source 1, Hoja registral de Náutica Boreal, S\.A\., p\. 3/);
    expect(text).toMatch(/§ 12, TLP:AMBER\+STRICT/);
    expect(text).toMatch(/D4\s*contradicts: Alias: El Práctico/);
  });

  it('gives the register whole hashes, addresses and who had a source in hand', () => {
    const joined = text.replaceAll(' ', '');
    const { model } = exampleDossier();
    for (const source of model.sources) {
      expect(joined).toContain(source.sha256);
      expect(joined).toContain(source.url ?? '');
    }
    expect(joined).toContain(model.caseRevision.hash);
    expect(text).toContain('2026-01-07 10:12 UTC taken into the case, by Marta Ibáñez Roca');
  });

  it('shows photographs with caption, credit, source and marking of their own', () => {
    expect(text).toMatch(
      /At the counter of the coast registry.* Credit: Coastal Registry Desk\. Source 1/,
    );
    expect(text).toMatch(
      /Photograph 2 of Aurelio Santángel Prats, without a caption \(TLP:AMBER\+STRICT\)/,
    );
  });

  it('says of each picture what it shows, for those who cannot see it', () => {
    expect(read.figures).toHaveLength(6);
    expect(read.figures.every((alt) => alt.length > 10)).toBe(true);
    expect(read.figures).toContain('Gijón and Avilés, on the northern coast.');
    expect(text).toContain('Links beyond forty are not drawn: 3.');
  });

  it('says of itself of which state of which case it is, and who signed it', () => {
    const joined = text.replaceAll(' ', '');
    expect(joined).toContain(exampleVerification.contentHash);
    expect(joined).toContain(exampleVerification.signature);
    expect(joined).toContain(exampleVerification.code);
    expect(text).toMatch(/Signed by Marta Ibáñez Roca/);
    expect(read.keywords).toMatch(
      /HC-2026\/014, legajo:content=c0ffee11, legajo:signature=QUJD\+\/==$/,
    );
  });

  it('shows signs that mean something to the typesetter as they are', () => {
    expect(text.replaceAll(' ', '')).toContain(MARKUP.replaceAll(' ', ''));
  });

  it('puts the chronology in order of date', () => {
    expect(text).toMatch(/Born in Avilés.*takes the chair.*Speaks at the fishers/);
  });

  it('is tagged, outlined, dated, titled and says its language', () => {
    expect(read.marked).toBe(true);
    expect([...read.roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'Link', 'Figure', 'L', 'Quote']),
    );
    expect(read.title).toBe('Aurelio Santángel Prats – Dossier – HC-2026/014');
    expect(read.language).toMatch(/^en/);
    expect(read.created).toContain('20260314');
    expect(read.xmp).toMatch(/pdfaid:part[^\d]*2/);
    expect(read.outline).toEqual(
      expect.arrayContaining([
        'Summary',
        'What else ties him to the port',
        'Who chairs it',
        'Signs',
      ]),
    );
  });

  it('carries its fonts with it, and only ours', () => {
    expect(read.fonts.size).toBeGreaterThan(4);
    for (const [name, embedded] of read.fonts) {
      expect(name).toMatch(/^Legajo(Serif|Sans|Mono|Arabic|Emoji)-/);
      expect(embedded).toBe(true);
    }
  });
});

describe('the other kinds', () => {
  it('a group has its structure, people and places', async () => {
    const read = await readExample({ kind: 'group' });
    expect(read.outline).toEqual(
      expect.arrayContaining(['Structure and ownership', 'People', 'Places and addresses']),
    );
    expect(read.pages[0]).toContain('GROUP DOSSIER · ORGANIZATION');
  });

  it('a case report has each subject as a part, and says whose the dates and disputes are', async () => {
    const read = await readExample({ kind: 'case' });
    const at = read.outline.indexOf('Subjects');
    expect(read.outline.slice(at, at + 3)).toEqual([
      'Subjects',
      'Aurelio Santángel Prats',
      'Identity and aliases',
    ]);
    expect(read.outline).toContain('Náutica Boreal, S.A.');
    const text = read.pages.join(' ');
    expect(text).toMatch(/1 June 2019\s*Náutica Boreal, S\.A\.\s*Aurelio Santángel Prats takes/);
    expect(text).toContain('Náutica Boreal, S.A.: Who chairs it');
    expect(read.roles).toContain('H3');
  });

  it('a register alone has its sources and no excerpts', async () => {
    const read = await readExample({ kind: 'register' });
    expect(read.outline.slice(0, 2)).toEqual(['Source register', 'Key and verification']);
    expect(read.pages.join(' ')).not.toContain('don Aurelio');
  });

  it('a book of excerpts quotes a passage under its first tag, and names it under the others', async () => {
    const read = await readExample({ kind: 'excerpts' });
    const text = read.pages.join(' ');
    expect(text.split('the man dockers call')).toHaveLength(2);
    expect(text).toMatch(/\[2\] Quoted under “Office”, p\. 1\./);
    expect(text).toMatch(/Office 3 passages/);
    expect(text).toContain('Who held what, and when.');
  });
});

describe('what is said on the first page', () => {
  it('counts what was withheld, and names it not', async () => {
    const withheld = {
      above: 'AMBER',
      facts: 3,
      passages: 1,
      sources: 0,
      entities: 2,
      photographs: 0,
      texts: 0,
    } as const;
    expect((await readExample({ changes: { withheld } })).pages[0]).toContain(
      'TLP:AMBER is not printed and not named: 2 subjects or linked records, 3 facts and 1 passage.',
    );
    const none = { ...withheld, facts: 0, passages: 0, entities: 0 };
    expect((await readExample({ changes: { withheld: none } })).pages[0]).toContain(
      'nothing was withheld',
    );
  });

  it('prints a notice', async () => {
    const notice = 'This is an invented case.';
    expect((await readExample({ changes: { notice } })).pages[0]).toContain(notice);
  });
});

describe('languages', () => {
  it('speaks Spanish in a Spanish dossier', async () => {
    const read = await readExample({ language: 'es' });
    expect(read.language).toMatch(/^es/);
    const text = read.pages.join(' ');
    expect(text).toContain(`página 1 de ${read.pages.length}`);
    expect(text).toContain('sin fuente');
    expect(text).toMatch(/en contra\s*\[3\]/);
    expect(text).toContain('14 de marzo de 2026');
    expect(text).toMatch(/«don Aurelio .* junio de 2019»/);
    expect(text).toContain('3 citas, 2 independientes');
    expect(text).not.toMatch(/unsourced|Evidence|Source 1|citations/);
  });

  it('speaks Portuguese in a Portuguese dossier', async () => {
    const read = await readExample({ language: 'pt', kind: 'case' });
    expect(read.language).toMatch(/^pt/);
    const text = read.pages.join(' ');
    expect(text).toContain(`página 2 de ${read.pages.length}`);
    expect(text).toContain('Isto é muito provável (80–95 %).');
    expect(text).not.toMatch(/unsourced|Evidence|sin fuente|citas/);
  });
});
