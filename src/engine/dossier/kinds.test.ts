import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DossierContent, sectionsOf } from '#contract/dossier.ts';
import { citationOf } from '#shared/citation.ts';
import { createTag, tagPassage } from '../annotations/index.ts';
import { addLink, createEntity, judge, updateEntity } from '../entities/index.ts';
import { addFinding } from '../findings/index.ts';
import { closing, testFolder } from '../testing/index.ts';
import { buildDossier, outlineDossier } from './index.ts';
import type { DossierModel } from './model.ts';
import { analyst, harbourCase, type HarbourCase } from './testing/harbour-case.ts';
import { citationsIn, linesOf } from './testing/lines.ts';

let harbour: HarbourCase;

beforeEach(() => {
  harbour = harbourCase(join(testFolder(), 'harbour.casefile'), { summary: 'Invented.' });
  closing(harbour.store);
});

type Asked = z.input<typeof DossierContent>;
const contentOf = (asked: Asked) => DossierContent.parse(asked);
const built = (asked: Asked): DossierModel =>
  buildDossier(harbour.store, contentOf(asked), analyst).model;
const outlined = (asked: Asked) => outlineDossier(harbour.store, contentOf(asked));
const ids = ({ sections }: Pick<DossierModel, 'sections'>) => sections.map(({ id }) => id);
const refused = (asked: Asked) => {
  expect(() => built(asked)).toThrow(expect.objectContaining({ code: expect.any(String) }));
  try {
    built(asked);
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : undefined;
  }
  return undefined;
};
const firstExcerpt = () =>
  harbour.store.one<{ id: string }>('SELECT id FROM excerpt ORDER BY id')?.id ?? '';

describe('a group', () => {
  test('has its people with their roles, its structure and its places', () => {
    const { store, company, quay } = harbour;
    const holding = createEntity(store, {
      kind: 'organization',
      name: 'Boreal Holding',
      aliases: [],
    });
    const owner = createEntity(store, { kind: 'person', name: 'Old Owner', aliases: [] });
    const link = (from: string, to: string, type: string) =>
      addLink(store, {
        from: { entity: from },
        to: { entity: to },
        type,
        role: '',
        since: '',
        until: '',
        stance: 'supports',
        credibility: '6',
      });
    link(holding, company, 'Ownership');
    link(owner, company, 'Ownership');
    link(company, quay, 'BasedIn');
    const model = built({ kind: 'group', subjects: [company] });
    const others = (id: 'structure' | 'members' | 'places') =>
      linesOf(model, id).links.map(({ typeLabel, otherName }) => `${typeLabel}: ${otherName}`);
    expect(model.title).toBe('Boreal Shipping');
    expect(others('structure').toSorted()).toEqual([
      'Is owned by: Boreal Holding',
      'Is owned by: Old Owner',
    ]);
    expect(others('members')).toEqual([
      'Is led by: Aurelio Santángel',
      'Represents: Aurelio Santángel',
    ]);
    expect(others('places')).toEqual(['Is based in: Old Quay']);
  });

  test('is an organization', () => {
    expect(refused({ kind: 'group', subjects: [harbour.captain] })).toBe(
      'dossier.notAnOrganization',
    );
  });
});

describe('a report on several', () => {
  test('has a part for each of them, and one chronology that says whose each line is', () => {
    const { captain, company } = harbour;
    const model = built({ kind: 'case', subjects: [captain, company] });
    const { subjects } = linesOf(model, 'subjects');
    expect(subjects.map(({ subject }) => subject.primaryName)).toEqual([
      'Aurelio Santángel',
      'Boreal Shipping',
    ]);
    expect(subjects.map(ids)).toEqual([
      ['identity', 'particulars', 'identifiers', 'addresses', 'roles', 'otherLinks'],
      ['identity', 'members'],
    ]);
    const { chronology } = linesOf(model, 'chronology');
    expect(chronology.map(({ subject, text }) => [subject, text])).toContainEqual([
      'Aurelio Santángel',
      'Seizure of the Brisa (aboard)',
    ]);
    // The two are linked, and that is told once.
    expect(chronology.filter(({ text }) => /Leads|led by/.test(text))).toHaveLength(1);
    expect(
      linesOf(model, 'disagreements').disagreements.filter(({ property }) =>
        /Leads|led by/.test(property),
      ),
    ).toHaveLength(1);
    expect(linesOf(model, 'gaps').gaps.every((gap) => /^(Aurelio|Boreal)/.test(gap))).toBe(true);
    const firsts = [...new Set(citationsIn(model.sections).map(({ excerpt }) => excerpt))];
    expect(firsts).toEqual(firsts.map((_, index) => index + 1));
  });

  test('is on all there are when none is named, each cluster once, persons first', () => {
    const { store, captain } = harbour;
    const double = createEntity(store, { kind: 'person', name: 'A. Santangel', aliases: [] });
    judge(store, { first: captain, second: double, judgement: 'same', reason: '' });
    const model = built({ kind: 'case' });
    expect(model.subjects.map(({ primaryName }) => primaryName)).toEqual([
      'Aurelio Santángel',
      'Boreal Shipping',
      'Old Quay',
      'Seizure of the Brisa',
    ]);
    expect(built({ kind: 'case', subjects: [double, captain] }).subjects).toHaveLength(1);
  });

  test('begins with the summary and the findings of the case', () => {
    const { store } = harbour;
    addFinding(store, {
      entity: null,
      body: `They met ${citationOf(firstExcerpt())}.`,
      likelihood: 'likely',
      confidence: 'moderate',
    });
    const model = built({ kind: 'case', subjects: [harbour.quay] });
    expect(ids(model).slice(0, 3)).toEqual(['summary', 'findings', 'subjects']);
    expect(linesOf(model, 'findings').findings).toMatchObject([
      {
        entity: null,
        likelihood: 'likely',
        confidence: 'moderate',
        body: [{ type: 'paragraph', text: [{}, { type: 'citation', excerpt: 1 }, {}] }],
      },
    ]);
    expect(model.notice).toBeNull();
  });
});

describe('the register of sources alone', () => {
  test('has every source, whether anything quotes it or not', () => {
    const model = built({ kind: 'register' });
    expect(ids(model)).toEqual(['summary', 'sources', 'verification']);
    expect(model.sources.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Register of masters'],
      [2, 'Carta sin firma'],
    ]);
    expect(model.excerpts).toEqual([]);
    expect(model.marking).toBe('GREEN');
  });
});

describe('a book of excerpts', () => {
  test('has the passages under their tags, in the order of the tree', () => {
    const { store, register, letter } = harbour;
    const tag = (name: string, parent: string | null = null) =>
      createTag(store, { name, parent, color: '#332288' });
    const people = tag('People');
    const ships = tag('ships', people);
    tag('Empty');
    const above = tag('Above');
    const below = tag('Below', above);
    const passage = (source: string, start: number) => ({ source, start, end: start + 8 });
    tagPassage(store, passage(letter, 3), { tag: people });
    tagPassage(store, passage(register, 3), { tag: people });
    tagPassage(store, passage(register, 3), { tag: ships });
    tagPassage(store, passage(register, 40), { tag: below });
    const model = built({ kind: 'excerpts' });
    expect(
      linesOf(model, 'tagged').tags.map(({ name, depth, excerpts }) => [name, depth, excerpts]),
    ).toEqual([
      ['Above', 0, []],
      ['Below', 1, [1]],
      ['People', 0, [2, 3]],
      ['ships', 1, [2]],
    ]);
    expect(model.excerpts.map(({ tags, sourceNumber }) => [tags, sourceNumber])).toEqual([
      [['Below'], 1],
      [['People', 'ships'], 1],
      [['People'], 2],
    ]);
    const some = linesOf(built({ kind: 'excerpts', tags: [ships, below] }), 'tagged').tags;
    expect(some.map(({ name, depth }) => [name, depth])).toEqual([
      ['Below', 0],
      ['ships', 0],
    ]);
    expect(refused({ kind: 'excerpts', tags: [register] })).toBe('dossier.noSuchTag');
  });

  test('without a passage is none', () => {
    expect(refused({ kind: 'excerpts', sections: [{ id: 'summary', out: true }] })).toBe(
      'dossier.nothingToPrint',
    );
  });
});

describe('a profile', () => {
  test('is about one subject that the case has', () => {
    const { captain, company, register } = harbour;
    expect(refused({})).toBe('dossier.oneSubject');
    expect(refused({ subjects: [captain, company] })).toBe('dossier.oneSubject');
    expect(refused({ subjects: [register] })).toBe('dossier.notASubject');
  });

  test('has its parts in the order wanted, under the names given; those that are out cite nothing', () => {
    const { captain: subject } = harbour;
    const model = built({
      subjects: [subject],
      sections: [
        { id: 'roles', title: 'What he runs' },
        { id: 'identity' },
        { id: 'particulars', out: true },
        { id: 'chronology', out: true },
        { id: 'disagreements', out: true },
      ],
    });
    expect(ids(model).slice(0, 2)).toEqual(['roles', 'identity']);
    expect(ids(model)).not.toContain('particulars');
    expect(linesOf(model, 'roles').title).toBe('What he runs');
    expect(linesOf(model, 'identity').title).toBeNull();
    expect(linesOf(model, 'roles').links[0]?.citations[0]?.excerpt).toBe(1);
    const said = model.excerpts.map(({ quotation }) => quotation);
    expect(said).not.toContain('Nació en 1972');
  });

  test('does not print a fact that was left out, wherever it would stand', () => {
    const { captain } = harbour;
    // Another passage may well have the same words beside it.
    const asked: Asked = { subjects: [captain], quotations: false };
    const whole = built(asked);
    const born = linesOf(whole, 'particulars').attributes.find(({ value }) => value === '1972');
    const model = built({ ...asked, leftOut: [born?.id ?? ''] });
    expect(JSON.stringify(model)).not.toContain('1972');
    expect(JSON.stringify(whole)).toContain('1972');
    expect(linesOf(model, 'gaps').gaps.join()).not.toContain('No date of birth');
  });

  test('has the analyst’s summary and assessment with their citations, and says what is gone', () => {
    const { store, captain } = harbour;
    updateEntity(store, captain, {
      summary: `He runs the port ${citationOf(firstExcerpt())}, ${citationOf('gone')}.`,
    });
    addFinding(store, {
      entity: captain,
      body: 'He will stay.',
      likelihood: null,
      confidence: null,
    });
    const model = built({ subjects: [captain] });
    expect(linesOf(model, 'summary').body).toEqual([
      {
        type: 'paragraph',
        text: [
          { type: 'text', text: 'He runs the port ' },
          { type: 'citation', excerpt: 1 },
          { type: 'text', text: ', [passage no longer in the case].' },
        ],
      },
    ]);
    expect(linesOf(model, 'assessment').findings).toMatchObject([{ entity: captain }]);
  });

  test('that has nothing in it is refused', () => {
    const sections = sectionsOf.profile.map((id) => ({ id, out: true }));
    expect(refused({ subjects: [harbour.captain], sections })).toBe('dossier.nothingToPrint');
  });
});

describe('the outline of a dossier', () => {
  test('has each part in its order, with what can be left out of it, left out or not', () => {
    const { store, captain } = harbour;
    const finding = addFinding(store, {
      entity: captain,
      body: `**Mind** this ${citationOf(firstExcerpt())}`,
      likelihood: null,
      confidence: null,
    });
    const alias =
      store.one<{ id: string }>(`SELECT id FROM name WHERE value = 'the Pilot'`)?.id ?? '';
    const outline = outlined({
      subjects: [captain],
      leftOut: [alias],
      sections: [{ id: 'gaps' }, { id: 'roles', out: true, title: 'Offices' }],
    });
    expect(outline).toMatchObject({ title: 'Aurelio Santángel', marking: 'GREEN', sources: 2 });
    expect(outline.sections.map(({ id }) => id).toSorted()).toEqual(
      [...sectionsOf.profile].toSorted(),
    );
    expect(outline.sections.slice(0, 2)).toMatchObject([
      { id: 'gaps', title: 'Gaps', out: false, empty: false },
      { id: 'roles', title: 'Offices', out: true, empty: false, items: [{}, {}] },
    ]);
    const part = (id: string) => outline.sections.find((section) => section.id === id);
    expect(part('identity')?.items).toContainEqual({
      id: alias,
      text: 'Alias: the Pilot',
      subject: '',
      citations: 1,
      independent: 1,
      out: true,
    });
    expect(part('photographs')).toMatchObject({ empty: true, items: [] });
    expect(part('assessment')?.items).toMatchObject([
      { id: finding, text: 'Mind this', citations: 1, out: false },
    ]);
  });

  test('says whose each fact is in a report on several, and counts what would be printed', () => {
    const asked = { kind: 'case', language: 'es' } as const;
    const outline = outlined(asked);
    const model = built(asked);
    expect(outline.subjects.map(({ name }) => name)).toEqual(
      model.subjects.map(({ primaryName }) => primaryName),
    );
    expect([outline.excerpts, outline.sources]).toEqual([
      model.excerpts.length,
      model.sources.length,
    ]);
    const items = outline.sections.find(({ id }) => id === 'subjects')?.items ?? [];
    expect(new Set(items.map(({ subject }) => subject))).toEqual(
      new Set(outline.subjects.map(({ name }) => name)),
    );
    const out = outline.sections.filter(({ empty }) => !empty).map(({ id }) => id);
    expect(out).toEqual(ids(model));
  });
});
