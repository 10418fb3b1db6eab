import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DossierContent, DossierRequest } from '#contract/dossier.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { citationOf } from '#shared/citation.ts';
import { updatePassage } from '../annotations/index.ts';
import { addName, assess, updateEntity } from '../entities/index.ts';
import { readSourceText } from '../sources/index.ts';
import { buildDossier, closeTypesetting, renderDossier } from './index.ts';
import type { Citation, DossierModel } from './model.ts';
import { analyst, harbourCase, type HarbourCase } from './testing/harbour-case.ts';
import { citationsIn, linesOf } from './testing/lines.ts';
import { readBack } from './typeset/read-back.ts';

let folder: string;
let harbour: HarbourCase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-dossier-'));
  harbour = harbourCase(join(folder, 'harbour.casefile'));
});
afterEach(() => {
  harbour.store.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(closeTypesetting);

type Asked = z.input<typeof DossierContent>;

function built(asked: Asked = {}, { store, captain } = harbour): DossierModel {
  const content = DossierContent.parse({ subjects: [captain], ...asked });
  return buildDossier(store, content, analyst).model;
}

const requestOn = (subject: string) => DossierRequest.parse({ subjects: [subject] });

const numbers = (citations: readonly Citation[]) => citations.map(({ excerpt }) => excerpt);

describe('the numbers of a dossier', () => {
  test('count excerpts in the order in which the page first cites them', () => {
    const model = built();
    const firsts = [...new Set(numbers(citationsIn(model.sections)))];
    expect(firsts).toEqual(firsts.map((_, index) => index + 1));
    expect(model.excerpts.map(({ number }) => number)).toEqual(firsts);
  });

  test('count sources in the order in which the excerpts first quote them', () => {
    const model = built();
    expect(model.excerpts.map(({ sourceNumber }) => sourceNumber).slice(0, 2)).toEqual([1, 2]);
    expect(model.sources.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Register of masters'],
      [2, 'Carta sin firma'],
    ]);
  });

  test('give an excerpt one number and every use it is put to', () => {
    const model = built();
    expect(
      linesOf(model, 'identity')
        .names.slice(0, 1)
        .map(({ citations }) => numbers(citations)),
    ).toEqual([[1]]);
    expect(model.excerpts[0]).toMatchObject({
      quotation: 'Aurelio Santángel, called the Pilot',
      uses: [
        { fact: 'Primary name: Aurelio Santángel', stance: 'supports', credibility: '1' },
        { fact: 'Alias: the Pilot', stance: 'supports', credibility: '2' },
      ],
    });
  });

  test('say of a fact that is printed several times once what it is used for', () => {
    for (const { uses } of built().excerpts) {
      expect(new Set(uses.map(({ fact, stance }) => `${fact} ${stance}`)).size).toBe(uses.length);
    }
  });
});

describe('an excerpt in print', () => {
  test('stands in the words around it, whole ones, and where it is found', () => {
    const born = built().excerpts.find(({ quotation }) => quotation === 'born on 2 May 1971');
    expect(born).toMatchObject({
      prefix: 'Register of masters, northern coast. Aurelio Santángel, called the Pilot, was ',
      suffix:
        ' and has been master of the port since June 2019. He leads Boreal Shipping, whose office is on the Old Quay. The Brisa',
      place: 'p. 2 · § 2',
    });
  });

  test('is named by its paragraph where the source has no pages', () => {
    const letter = built().excerpts.find(({ quotation }) => quotation === 'Nació en 1972');
    expect(letter?.place).toBe('§ 2');
    expect(letter?.suffix).toBe(
      ' y nunca dirigió Boreal. La Brisa fue apresada el 5 de marzo de 2021.\n',
    );
  });

  test('stands in the very text of its source, cut between words', () => {
    for (const { quotation, prefix, suffix, sourceNumber } of built().excerpts) {
      const source = sourceNumber === 1 ? harbour.register : harbour.letter;
      const { text } = readSourceText(harbour.store, source);
      const whole = `${prefix}${quotation ?? ''}${suffix}`;
      const at = text.indexOf(whole);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(text.charAt(at - 1)).toMatch(/^\s?$/);
      expect(text.charAt(at + whole.length)).toMatch(/^\s?$/);
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(120);
    }
  });

  test('keeps its place and loses its words when quotations are left out', () => {
    for (const excerpt of built({ quotations: false }).excerpts) {
      expect(excerpt).toMatchObject({ quotation: null, prefix: '', suffix: '' });
      expect(excerpt.place).toContain('§');
    }
  });
});

describe('the lines of a dossier', () => {
  test('put the primary name first, and a fact without evidence among the others', () => {
    expect(
      linesOf(built(), 'identity').names.map(({ kind, value, citations }) => [
        kind,
        value,
        citations.length,
      ]),
    ).toEqual([
      ['primary', 'Aurelio Santángel', 1],
      ['alias', 'el Práctico', 1],
      ['alias', 'the Pilot', 1],
      ['alias', 'the Smith', 0],
    ]);
  });

  test('tell what singles the subject out from its other particulars', () => {
    const model = built();
    expect(
      linesOf(model, 'identifiers').attributes.map(({ property, value }) => [property, value]),
    ).toEqual([['Tax number', '53-118']]);
    expect(
      linesOf(model, 'particulars').attributes.map(({ property, value }) => [property, value]),
    ).toEqual([
      ['Date of birth', '2 May 1971'],
      ['Date of birth', '1972'],
    ]);
  });

  test('name the languages of their sources in their own', () => {
    const named = (language: 'en' | 'es') =>
      built({ language }).sources.map((source) => [source.language, source.languageName]);
    expect(named('en')).toContainEqual(['es', 'Spanish']);
    expect(named('es')).toContainEqual(['es', 'español']);
  });

  test('read links from the side of the subject, in the language of the dossier', () => {
    const model = built({ language: 'es' });
    expect(linesOf(model, 'roles').links).toMatchObject([
      {
        typeLabel: 'Dirige',
        role: 'master of the port',
        otherName: 'Boreal Shipping',
        otherKind: 'organization',
        direction: 'outgoing',
        dates: 'desde junio de 2019',
      },
      { typeLabel: 'Es representada por', role: null, direction: 'incoming', dates: null },
    ]);
    expect(linesOf(model, 'addresses').links).toMatchObject([
      { typeLabel: 'Actúa en', otherName: 'Old Quay', dates: 'hasta alrededor de 2022' },
    ]);
    expect(linesOf(model, 'otherLinks').links).toMatchObject([
      { typeLabel: 'Interviene en', role: 'aboard', dates: '4 de marzo de 2021' },
    ]);
    const ofCompany = built({ subjects: [harbour.company] });
    expect(
      linesOf(ofCompany, 'roles').links.map(({ typeLabel, direction }) => [typeLabel, direction]),
    ).toEqual([
      ['Is led by', 'incoming'],
      ['Represents', 'outgoing'],
    ]);
  });

  test('run in time through everything that is dated, and through each day given for an event', () => {
    const model = built();
    const { chronology } = linesOf(model, 'chronology');
    expect(chronology.map(({ date, text }) => [date, text])).toEqual([
      ['2 May 1971', 'Date of birth'],
      ['1972', 'Date of birth'],
      ['since June 2019', 'Leads: Boreal Shipping (master of the port)'],
      ['4 March 2021', 'Seizure of the Brisa (aboard)'],
      ['5 March 2021', 'Seizure of the Brisa'],
      ['until about 2022', 'Is active in: Old Quay'],
    ]);
    const [first, second] = chronology.slice(3, 5);
    const quoted = (line: typeof first) =>
      line?.citations.map(({ excerpt }) => model.excerpts[excerpt - 1]?.quotation);
    expect(quoted(first)).toEqual(['seized on 4 March 2021', 'with him aboard']);
    expect(quoted(second)).toEqual(['apresada el 5 de marzo de 2021']);
  });
});

describe('the dossier of an event', () => {
  test('tells it on each day that is given for it', () => {
    const { chronology } = linesOf(built({ subjects: [harbour.seizure] }), 'chronology');
    expect(chronology.map(({ date, text }) => [date, text])).toEqual([
      ['4 March 2021', 'Seizure of the Brisa'],
      ['4 March 2021', 'Involves: Aurelio Santángel (aboard)'],
      ['5 March 2021', 'Seizure of the Brisa'],
    ]);
  });
});

describe('where the sources disagree', () => {
  test('each version stands with the passages it rests on', () => {
    const model = built();
    const versions = linesOf(model, 'disagreements').disagreements.map(({ property, sides }) => [
      property,
      ...sides.map(({ value, citations }) => [
        value,
        ...citations.map(({ excerpt }) => model.excerpts[excerpt - 1]?.quotation),
      ]),
    ]);
    expect(versions).toEqual([
      ['Date of birth', ['2 May 1971', 'born on 2 May 1971'], ['1972', 'Nació en 1972']],
      [
        'Leads',
        ['Boreal Shipping (master of the port), since June 2019', 'He leads Boreal Shipping'],
        ['Not so', 'nunca dirigió Boreal'],
      ],
      [
        'Seizure of the Brisa, date',
        ['4 March 2021', 'seized on 4 March 2021'],
        ['5 March 2021', 'apresada el 5 de marzo de 2021'],
      ],
    ]);
  });

  test('what is preferred is told with why, which may cite passages', () => {
    const { store, captain } = harbour;
    const born = linesOf(built(), 'particulars').attributes.find(({ value }) => value === '1972');
    const cited = built().excerpts.find(({ quotation }) => quotation === 'born on 2 May 1971');
    assess(store, {
      entity: captain,
      fact: { kind: 'attribute', id: born?.id ?? '' },
      body: `Not ${citationOf(cited?.id ?? '')}.`,
    });
    const [point] = linesOf(built(), 'disagreements').disagreements;
    expect(point?.assessment).toBe(`Preferred: 1972. Not [${cited?.number}].`);
  });

  test('spellings of one name stand against one another', () => {
    const passage = { source: harbour.letter, start: 0, end: 39 };
    addName(harbour.store, {
      entity: { entity: harbour.captain },
      kind: 'primary',
      value: 'Aurelio Santángel',
      passage,
      stance: 'contradicts',
      credibility: '3',
    });
    addName(harbour.store, {
      entity: { entity: harbour.captain },
      kind: 'variant',
      value: 'Aurelio Santangelo',
      passage,
      stance: 'supports',
      credibility: '3',
    });
    const [point] = linesOf(built({ language: 'es' }), 'disagreements').disagreements;
    expect(point?.property).toBe('Grafía del nombre');
    expect(
      point?.sides.map(({ value, citations }) => [value, citations.map(({ stance }) => stance)]),
    ).toEqual([
      ['Aurelio Santángel', ['supports', 'contradicts']],
      ['Aurelio Santangelo', ['supports']],
    ]);
  });
});

describe('the gaps', () => {
  test('name what rests on nothing, on what cannot be judged, on one source', () => {
    expect(linesOf(built(), 'gaps').gaps).toEqual([
      '2 lines rest on no passage: alias “the Smith”; is represented by “Boreal Shipping”.',
      '2 lines rest only on what could not be judged (reliability F or credibility 6): alias “el Práctico”; date of birth “1972”.',
      '4 key lines rest on a single independent source: primary name “Aurelio Santángel”; date of birth “2 May 1971”, “1972”; leads “Boreal Shipping”.',
      'One link has no dates: is represented by “Boreal Shipping”.',
    ]);
  });

  test('say in Spanish what is not recorded', () => {
    expect(
      linesOf(built({ subjects: [harbour.company], language: 'es' }), 'gaps').gaps.slice(0, 4),
    ).toEqual([
      '2 líneas no se apoyan en ningún pasaje: nombre principal «Boreal Shipping»; representa a «Aurelio Santángel».',
      'No consta la fecha de fundación.',
      'No consta ningún documento, número ni otro identificador.',
      'No consta ninguna dirección ni lugar.',
    ]);
  });
});

describe('the marking', () => {
  test.each<[Handling | undefined, Handling]>([
    [undefined, 'GREEN'],
    ['CLEAR', 'GREEN'],
    ['AMBER+STRICT', 'AMBER+STRICT'],
  ])('asked to be %s is %s: never laxer than what is quoted', (handling, printed) => {
    expect(built(handling === undefined ? {} : { handling }).marking).toBe(printed);
  });

  test('is never laxer than an entity that is named', () => {
    updateEntity(harbour.store, harbour.quay, { handling: 'RED' });
    expect(built().marking).toBe('RED');
  });

  test('is never laxer than a passage that is quoted, and a lax passage loosens nothing', () => {
    const cited = harbour.store.one<{ id: string; source: string }>(
      'SELECT x.id, x.source_id AS source FROM evidence v JOIN excerpt x ON x.id = v.excerpt_id ORDER BY v.id',
    );
    const passage = { excerpt: cited?.id ?? '' };
    updatePassage(harbour.store, passage, { handling: 'CLEAR' });
    expect(built().marking).toBe('GREEN');
    // One that is not quoted does not matter.
    const elsewhere = { source: cited?.source ?? '', start: 0, end: 1 };
    updatePassage(harbour.store, elsewhere, { handling: 'RED' });
    expect(built().marking).toBe('GREEN');
    updatePassage(harbour.store, passage, { handling: 'AMBER+STRICT' });
    expect(built().marking).toBe('AMBER+STRICT');
  });
});

describe('a dossier', () => {
  test('says which state of the case it prints, by whom, and is the same each time', () => {
    const model = built();
    const last = harbour.store.one<{ n: number; hash: string }>(
      'SELECT max(id) AS n, hash FROM change_set',
    );
    expect(model.caseRevision).toEqual({ position: last?.n, hash: last?.hash });
    expect(model.author).toEqual({ name: 'Ana Ruiz', organization: 'Mesa norte' });
    expect(model.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(built()).toEqual(model);
  });

  test('bears the summary of its case as its notice', () => {
    expect(built().notice).toBeNull();
    const other = harbourCase(join(folder, 'other.casefile'), {
      language: 'es',
      summary: 'Caso inventado.',
    });
    try {
      const model = built({}, other);
      expect([model.notice, model.language]).toEqual(['Caso inventado.', 'es']);
    } finally {
      other.store.close();
    }
  });

  test('is refused on what is no entity', async () => {
    await expect(
      renderDossier(harbour.store, requestOn(harbour.register), { author: analyst, signer: null }),
    ).rejects.toMatchObject({ code: 'dossier.notASubject' });
  });

  test('is not begun when it was cancelled before', async () => {
    await expect(
      renderDossier(harbour.store, requestOn(harbour.captain), {
        author: analyst,
        signer: null,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  test('is a PDF that another program reads, the same bytes each time', async () => {
    const request = requestOn(harbour.captain);
    const render = () => renderDossier(harbour.store, request, { author: analyst, signer: null });
    const { bytes: pdf, mediaType } = await render();
    expect(mediaType).toBe('application/pdf');
    expect(Buffer.from((await render()).bytes).equals(pdf)).toBe(true);
    const { pages } = await readBack(pdf);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`page ${index + 1} of ${pages.length}`);
      expect(page).toContain('TLP:GREEN');
    }
    const text = pages.join(' ');
    expect(text).toMatch(/Primary name\s*Aurelio Santángel\s*\[1\]/);
    expect(text).toMatch(/the Smith\s*unsourced/);
    expect(text).toContain('2012 (uncertain)');
    for (const { sha256 } of built().sources) {
      expect(text.replaceAll(' ', '')).toContain(sha256);
    }
  });
});
