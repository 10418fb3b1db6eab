import { describe, expect, it } from 'vitest';
import { DossierKind, DossierLanguage } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { DossierModel } from '../../model.ts';
import { exampleDossier, exampleVerification } from '../../typeset/example/index.ts';
import { printedDossier, wordsOfPhrase, type PrintedBlock } from './index.ts';

function wordsOf(blocks: readonly PrintedBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [wordsOfPhrase(block.text)];
      case 'list':
        return block.items.flatMap(wordsOf);
      case 'quote':
        return wordsOf(block.blocks);
      case 'table':
        return block.rows.map((row) => row.map(wordsOfPhrase).join(' | '));
      case 'particulars':
        return block.pairs.map(({ label, value }) => `${label}: ${wordsOfPhrase(value)}`);
      case 'picture':
        return block.caption === null ? [] : [wordsOfPhrase(block.caption)];
      case 'entry':
        return [
          `${block.mark} ${block.passage?.paragraphs.join(' ¶ ') ?? ''}`,
          ...wordsOf(block.blocks),
        ];
    }
  });
}

function section(id: string, model: DossierModel = exampleDossier().model): string[] {
  const found = printedDossier(model, exampleVerification).sections.find(
    (one) => one.id === `section-${id}`,
  );
  return found === undefined ? [] : wordsOf(found.blocks);
}

describe('a dossier in words', () => {
  it('marks what nothing supports, and what something speaks against', () => {
    expect(section('identity')).toEqual([
      'Primary name | Aurelio Santángel Prats | [1]',
      'Alias | El Práctico | [2] against [3]',
      'Transliteration | Аурелио Сантанхель | [4]',
      'Variant | أوريليو سانتانخيل | [4]',
      'Former name | Aurelio Prats Vidal | unsourced',
    ]);
  });

  it('says how many citations are independent where not all of them are', () => {
    const [birth, nationality] = section('particulars');
    expect(birth).toBe('Birth date | 2 May 1971 |  | [1] against [3]');
    expect(nationality).toContain('[1] [2] [5] 3 citations, 2 independent');
  });

  it('says how likely something is and how sure the analyst is in two sentences', () => {
    expect(section('assessment').slice(0, 4)).toEqual([
      'Finding 1',
      'He decides who may moor at the northern quay, whatever the board says [1].',
      'Likelihood: This is very likely (80–95 %).',
      'Confidence: Confidence in this judgement is moderate.',
    ]);
  });

  it('lays out a disagreement with value, by whom, grade and passage', () => {
    expect(section('disagreements')).toEqual([
      'Who chairs it',
      'Aurelio Santángel Prats 3 citations, 2 independent | Registro de la costa norte Hoja registral de Náutica Boreal, S.A. | A1 | [1]',
      'Aurelio Santángel Prats | Ines Calloway, The Tidewater Review Who holds the northern quay? | B2 | [2]',
      'Aurelio Santángel Prats | Coast Courier The quay, once more | C2 | [5]',
      'Tomás Santángel Prats | Minutes of the fishers’ assembly | D4 | [3]',
      'Not so | السفن المسجلة | F6 | against [4]',
      'Assessment: The register is the better witness; the newspaper may have taken one brother for the other.',
    ]);
  });

  it('puts the chronology in order and shows a doubted date as doubted', () => {
    const lines = section('chronology');
    expect(lines[0]).toContain('date not certain');
    expect(lines.map((line) => line.split(' | ')[0])).toEqual([
      'about 1971 (doubted) date not certain',
      '1 June 2019',
      '9 May 2024',
    ]);
  });

  it('says in the register what a source rests on, and who had it in hand', () => {
    const register = section('sources');
    expect(register).toContain(
      'Derives from: Source 2, Who holds the northern quay? Not an independent source: it repeats, or was made from, another.',
    );
    expect(register).toContain(
      'Custody: 2026-01-07 10:12 UTC: taken into the case, by Marta Ibáñez Roca 2026-02-02 08:00 UTC: taken in with another case file',
    );
    expect(register).toContain(`SHA-256: ${'0123456789abcdef'.repeat(4)}`);
  });

  it('counts what was withheld and names none of it', () => {
    const { model } = exampleDossier();
    const notices = (withheld: Partial<DossierModel['withheld']>) =>
      printedDossier(
        {
          ...model,
          withheld: {
            above: 'AMBER',
            facts: 0,
            passages: 0,
            sources: 0,
            entities: 0,
            photographs: 0,
            texts: 0,
            ...withheld,
          },
        },
        null,
      ).notices.map(wordsOfPhrase);
    expect(notices({ facts: 2, sources: 1, entities: 1 })).toEqual([
      'Withheld: What is marked more strictly than TLP:AMBER is not printed and not named: 1 subject or linked record, 2 facts and 1 source.',
    ]);
    expect(notices({})).toEqual([
      'Withheld: Nothing of what would be printed here is marked more strictly than TLP:AMBER; nothing was withheld.',
    ]);
  });

  it('numbers sections as they are printed, and calls them as the author does', () => {
    const { sections } = printedDossier(exampleDossier().model, null);
    expect(sections.map(({ number }) => number)).toEqual(sections.map((_, at) => at + 1));
    expect(sections.map(({ title }) => title)).toContain('What else ties him to the port');
  });

  it('gives one grade in a note, or each with what it is for', () => {
    const { notes } = printedDossier(exampleDossier().model, null);
    const about = (number: number) => wordsOfPhrase(notes.get(number)?.about ?? []);
    expect(about(2)).toBe('Source 2, Who holds the northern quay?, § 12, TLP:AMBER+STRICT. B3.');
    expect(about(1)).toBe(
      'Source 1, Hoja registral de Náutica Boreal, S.A., p. 3. A1 supports: Primary name: Aurelio Santángel Prats; A1 supports: Birth date: 2 May 1971; A2 supports: Owned by: Boreal Holdings.',
    );
  });

  it('prints no words of a source in a dossier without quotations', () => {
    const { model } = exampleDossier();
    const excerpts = model.excerpts.map((excerpt) => ({
      ...excerpt,
      quotation: null,
      prefix: '',
      suffix: '',
    }));
    const printed = printedDossier({ ...model, excerpts }, null);
    expect([...printed.notes.values()].every(({ passage }) => passage === null)).toBe(true);
    expect(section('excerpts', { ...model, excerpts }).join(' ')).not.toContain('dockers');
  });

  it('fails when a citation leads nowhere', () => {
    const { model } = exampleDossier();
    expect(() => printedDossier({ ...model, excerpts: model.excerpts.slice(1) }, null)).toThrow(
      CaseError,
    );
  });

  it.each(DossierLanguage.options)('has words for every kind of dossier in %s', (language) => {
    for (const kind of DossierKind.options) {
      const { model } = exampleDossier(kind, language);
      const printed = printedDossier(model, exampleVerification);
      const words = JSON.stringify(printed.sections.map(({ blocks }) => wordsOf(blocks)));
      expect(words).not.toMatch(/\{\w+\}|undefined/);
      expect(printed.language).toMatch(new RegExp(`^${language}-[A-Z]{2}$`));
    }
  });
});
