import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DossierContent } from '#contract/dossier.ts';
import type { Judgement } from '#contract/vocabulary.ts';
import { getExcerpt, listExcerpts } from '../annotations/index.ts';
import { buildDossier } from '../dossier/index.ts';
import { addNote } from '../notes/index.ts';
import { search } from '../search/index.ts';
import { contentHash, undo, type CaseStore } from '../store/index.ts';
import { addSource, spanOf, testActor, testCase } from '../testing/index.ts';
import {
  addAttribute,
  addLink,
  addName,
  assess,
  createEntity,
  getEntity,
  judge,
  listEntities,
  listResolutions,
  mentionEntity,
  removeEntity,
  removeResolution,
  split,
  unassess,
  unmentionEntity,
  updateEntity,
  updateName,
} from './index.ts';

const paragraphs = [
  'Gerso Lima came ashore in May.',
  'Gerson Lima, called El Flaco, met Gerso Lima’s brother.',
  'Born in 1980, says the register; born in 1981, says he.',
];
const basis = { stance: 'supports', credibility: '2' } as const;
const undated = { since: '', until: '' };
const profileOf = (store: CaseStore, subject: string) =>
  buildDossier(store, DossierContent.parse({ subjects: [subject] }), testActor()).model;
const all = { filter: '', offset: 0, limit: 100, sort: 'name' } as const;
const person = (store: CaseStore, name: string, aliases: string[] = []) =>
  createEntity(store, { kind: 'person', name, aliases });
const born = (store: CaseStore, entity: string, value: string) =>
  addAttribute(store, { entity, property: 'birthDate', value, ...undated, ...basis }).fact;
const same = (store: CaseStore, first: string, second: string, reason = 'the same tattoo') =>
  judge(store, { first, second, judgement: 'same', reason });
const listed = (store: CaseStore) => listEntities(store, all).items.map(({ name }) => name);

/** Two entities of one person, each with names, a birth date, a link and mentions of its own. */
function twoOfOne() {
  const store = testCase();
  const source = addSource(store, paragraphs);
  const older = person(store, 'Gerso Lima', ['El Largo']);
  const younger = person(store, 'Gerson Lima', ['El Flaco']);
  const port = createEntity(store, { kind: 'location', name: 'Old Port', aliases: [] });
  for (const [entity, words] of [
    [older, 'Gerso Lima came'],
    [younger, 'Gerson Lima'],
  ] as const) {
    mentionEntity(store, spanOf(source, paragraphs, words), { entity });
    addLink(store, {
      from: { entity },
      to: { entity: port },
      type: 'Associate',
      role: '',
      ...undated,
      ...basis,
      passage: spanOf(source, paragraphs, words),
    });
  }
  born(store, older, '1980');
  born(store, younger, '1981');
  return { store, source, older, younger, port };
}

describe('two entities that were found to be one', () => {
  test('are one row with all the names, and one entity with all that is known of them', () => {
    const { store, older, younger, port } = twoOfOne();
    same(store, younger, older);
    expect(listed(store)).toEqual(['Gerso Lima', 'Old Port']);
    expect(listEntities(store, { ...all, kind: 'person' }).items).toMatchObject([
      {
        id: older,
        aliases: ['El Flaco', 'El Largo', 'Gerson Lima'],
        members: 2,
        facts: 8,
        passages: 2,
        conflicts: 1,
      },
    ]);
    expect(listEntities(store, { ...all, filter: 'flaco' }).items).toMatchObject([{ id: older }]);
    const entity = getEntity(store, younger);
    expect(entity).toEqual(getEntity(store, older));
    expect(entity).toMatchObject({
      id: older,
      name: 'Gerso Lima',
      members: [
        { id: older, name: 'Gerso Lima' },
        { id: younger, name: 'Gerson Lima' },
      ],
      resolutions: [{ judgement: 'same', reason: 'the same tattoo', by: testActor() }],
      links: [{ other: { name: 'Old Port' } }, { other: { name: 'Old Port' } }],
    });
    expect(entity.names.map(({ kind, value, member }) => [kind, value, member])).toEqual([
      ['primary', 'Gerso Lima', older],
      ['variant', 'Gerson Lima', younger],
      ['alias', 'El Flaco', younger],
      ['alias', 'El Largo', older],
    ]);
    expect(entity.mentions.map(({ quotation }) => quotation)).toEqual([
      'Gerso Lima came',
      'Gerson Lima',
    ]);
    expect(getEntity(store, port).links).toMatchObject([
      { other: { id: older, name: 'Gerso Lima' } },
      { other: { id: older, name: 'Gerso Lima' } },
    ]);
  });

  test('are one in passages, in search and in a dossier', () => {
    const { store, older, younger, source } = twoOfOne();
    mentionEntity(store, spanOf(source, paragraphs, 'Gerson Lima'), { entity: older });
    same(store, older, younger);
    const found = listExcerpts(store, { entity: younger, offset: 0, limit: 10 });
    expect(found.total).toBe(2);
    for (const excerpt of found.items) {
      expect(excerpt.mentions).toMatchObject([{ entity: older, name: 'Gerso Lima' }]);
      expect(excerpt.evidence).toMatchObject([{ entity: { id: older, name: 'Gerso Lima' } }]);
    }
    const hits = search(store, { query: 'gers*', kinds: ['entity'], offset: 0, limit: 10 });
    expect(hits.counts.entity).toBe(1);
    expect(hits.hits).toMatchObject([{ id: older, title: 'Gerso Lima' }]);
    const dossier = profileOf(store, younger);
    expect(dossier.subjects).toMatchObject([{ id: older, primaryName: 'Gerso Lima' }]);
    const partOf = (id: string) => dossier.sections.find((section) => section.id === id);
    expect(partOf('identity')).toMatchObject({ names: [{}, {}, {}, {}] });
    expect(partOf('disagreements')).toMatchObject({
      disagreements: [{ sides: [{}, {}], assessment: null }],
    });
  });

  test('are taken off a passage together', () => {
    const { store, older, younger, source } = twoOfOne();
    const { excerpt } = mentionEntity(store, spanOf(source, paragraphs, 'Gerson Lima'), {
      entity: older,
    });
    same(store, older, younger);
    unmentionEntity(store, getExcerpt(store, excerpt).mentions[0]?.id ?? '');
    expect(getExcerpt(store, excerpt).mentions).toEqual([]);
  });

  test('are handled as strictly as the strictest of them, in a dossier too', () => {
    const { store, older, younger, port } = twoOfOne();
    updateEntity(store, younger, { handling: 'RED' });
    same(store, older, younger);
    expect(getEntity(store, older).handling).toBe('RED');
    expect(listEntities(store, { ...all, kind: 'person' }).items).toMatchObject([
      { handling: 'RED' },
    ]);
    expect(profileOf(store, port).marking).toBe('RED');
    updateEntity(store, older, { handling: 'GREEN' });
    expect(getEntity(store, younger).handling).toBe('GREEN');
  });

  test('have no link to themselves: an old one is told apart, a new one refused', () => {
    const { store, older, younger } = twoOfOne();
    const link = {
      from: { entity: older },
      to: { entity: younger },
      type: 'Associate',
      role: 'brother',
      ...undated,
      ...basis,
    };
    addLink(store, link);
    same(store, older, younger);
    expect(getEntity(store, older).links).toHaveLength(2);
    expect(getEntity(store, older).internalLinks).toMatchObject([{ role: 'brother' }]);
    expect(() => addLink(store, { ...link, role: 'cousin' })).toThrow(
      expect.objectContaining({ code: 'link.toItself' }),
    );
  });

  test('go together when they are removed, and come back together', () => {
    const { store, older, younger } = twoOfOne();
    addNote(store, { table: 'entity', id: younger }, 'tall');
    same(store, older, younger);
    const before = contentHash(store);
    removeEntity(store, older);
    expect(listed(store)).toEqual(['Old Port']);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    expect(listed(store)).toEqual(['Gerso Lima', 'Old Port']);
    expect(getEntity(store, older).notes).toMatchObject([{ body: 'tall' }]);
  });
});

describe('a judgement', () => {
  test('of a pair is replaced when the pair is judged again, either way round', () => {
    const { store, older, younger } = twoOfOne();
    const id = same(store, older, younger);
    const again = judge(store, {
      first: younger,
      second: older,
      judgement: 'unsure',
      reason: 'two passports',
    });
    expect(again).toBe(id);
    expect(listResolutions(store, { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      items: [{ judgement: 'unsure', reason: 'two passports', contradicted: false }],
    });
    expect(listed(store)).toEqual(['Gerso Lima', 'Gerson Lima', 'Old Port']);
  });

  test('of an entity and itself, or one that is not there, is refused', () => {
    const { store, older } = twoOfOne();
    expect(() => same(store, older, older)).toThrow(
      expect.objectContaining({ code: 'resolution.ofItself' }),
    );
    expect(() => same(store, older, 'nobody')).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });

  test('that contradicts others is shown, and joins or splits nothing', () => {
    const { store, older, younger } = twoOfOne();
    const third = person(store, 'G. Lima');
    same(store, older, third);
    same(store, third, younger);
    judge(store, { first: older, second: younger, judgement: 'different', reason: 'ages' });
    expect(getEntity(store, older).members).toHaveLength(3);
    expect(
      getEntity(store, older).resolutions.map(({ judgement, contradicted }) => [
        judgement,
        contradicted,
      ]),
    ).toEqual([
      ['different', true],
      ['same', false],
      ['same', false],
    ]);
  });

  test('taken back leaves every fact where it was', () => {
    const { store, older, younger } = twoOfOne();
    const before = contentHash(store);
    const views = () => [getEntity(store, older), getEntity(store, younger), listed(store)];
    const seen = views();
    const id = same(store, older, younger);
    expect(views()).not.toEqual(seen);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    expect(views()).toEqual(seen);
    undo(store, 'redo');
    expect(getEntity(store, younger).id).toBe(older);
    removeResolution(store, id);
    expect(contentHash(store)).toBe(before);
    expect(views()).toEqual(seen);
  });

  test('is gone with one of its entities, and the others are split', () => {
    const { store, older, younger, port } = twoOfOne();
    const third = person(store, 'G. Lima');
    same(store, older, younger);
    same(store, younger, third);
    store.gesture('entity.remove', (writer) => writer.remove('entity', younger));
    expect(listed(store)).toEqual(['G. Lima', 'Gerso Lima', 'Old Port']);
    expect(store.all('SELECT * FROM cluster')).toEqual([]);
    expect(getEntity(store, port).links).toHaveLength(1);
  });
});

describe('splitting one off', () => {
  test('leaves the others together, also those that were joined through it alone', () => {
    const { store, older, younger } = twoOfOne();
    const third = person(store, 'G. Lima');
    same(store, older, younger, 'tattoo');
    same(store, older, third, 'voice');
    split(store, older, 'he was in prison then');
    expect(getEntity(store, older).members).toHaveLength(1);
    expect(getEntity(store, third)).toMatchObject({
      id: younger,
      members: [{ id: younger }, { id: third }],
    });
    expect(getEntity(store, older).resolutions).toMatchObject([
      { judgement: 'different', reason: 'he was in prison then', contradicted: false },
      { judgement: 'different', reason: 'he was in prison then', contradicted: false },
    ]);
    undo(store, 'undo');
    expect(getEntity(store, third)).toMatchObject({ id: older, members: [{}, {}, {}] });
  });

  test('is refused for what stands alone', () => {
    const { store, older } = twoOfOne();
    expect(() => split(store, older, '')).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });
});

describe('an assessment', () => {
  test('prefers one value to its rivals, which stay, in a dossier too', () => {
    const { store, older, younger } = twoOfOne();
    same(store, older, younger);
    const facts = getEntity(store, older).attributes;
    const preferred = facts.find(({ value }) => value === '1981')?.id ?? '';
    const rival = facts.find(({ value }) => value === '1980')?.id ?? '';
    const on = (id: string, body: string) =>
      assess(store, { entity: older, fact: { kind: 'attribute', id }, body });
    on(rival, 'The register is older.');
    const id = on(preferred, 'He says so himself.');
    expect(getEntity(store, older).attributes).toMatchObject([
      { value: '1980', disputed: true, assessment: null },
      {
        value: '1981',
        disputed: true,
        assessment: { id, body: 'He says so himself.', by: testActor() },
      },
    ]);
    const { sections } = profileOf(store, older);
    expect(sections.find(({ id: part }) => part === 'disagreements')).toMatchObject({
      disagreements: [{ assessment: 'Preferred: 1981. He says so himself.' }],
    });
    unassess(store, id);
    expect(getEntity(store, older).attributes.map(({ assessment }) => assessment)).toEqual([
      null,
      null,
    ]);
  });

  test('of a name makes it the one that is shown, everywhere, until another is made primary', () => {
    const { store, older, younger, port } = twoOfOne();
    same(store, older, younger);
    const name = (value: string) =>
      getEntity(store, older).names.find((one) => one.value === value)?.id ?? '';
    assess(store, {
      entity: older,
      fact: { kind: 'name', id: name('El Flaco') },
      body: 'All call him that.',
    });
    expect(listed(store)).toEqual(['El Flaco', 'Old Port']);
    expect(getEntity(store, younger).names[0]).toMatchObject({
      kind: 'primary',
      value: 'El Flaco',
    });
    expect(getEntity(store, port).links).toMatchObject([
      { other: { name: 'El Flaco' } },
      { other: { name: 'El Flaco' } },
    ]);
    updateName(store, name('Gerson Lima'), { kind: 'primary' });
    expect(listed(store)).toEqual(['Gerson Lima', 'Old Port']);
    addName(store, { entity: { entity: older }, kind: 'primary', value: 'Gerso Paz', ...basis });
    expect(listed(store)).toEqual(['Gerso Paz', 'Old Port']);
  });

  test('of a fact of someone else is refused', () => {
    const { store, older, younger } = twoOfOne();
    const id = getEntity(store, younger).attributes[0]?.id ?? '';
    expect(() =>
      assess(store, { entity: older, fact: { kind: 'attribute', id }, body: 'x' }),
    ).toThrow(expect.objectContaining({ code: 'record.notFound' }));
  });
});

test('the clusters are the connected components of the pairs judged the same, whatever was done', () => {
  const size = 7;
  const step = fc.oneof(
    fc.record({
      act: fc.constant('judge' as const),
      pair: fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1))
        .filter(([first, second]) => first !== second),
      judgement: fc.constantFrom<Judgement>('same', 'same', 'different', 'unsure'),
    }),
    fc.record({ act: fc.constant('remove' as const), nth: fc.nat(20) }),
    fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
    fc.record({ act: fc.constant('split' as const), of: fc.nat(size - 1) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const store = testCase();
      const people = Array.from({ length: size }, (_, index) => person(store, `P${index}`));
      const idOf = (index: number) => people[index] ?? '';
      // After each split: who is together of those it left behind, and who should be.
      const left: string[][] = [];
      const kept: string[][] = [];
      for (const one of steps) {
        if (one.act === 'judge') {
          const [first, second] = one.pair;
          const judged = { first: idOf(first), second: idOf(second), judgement: one.judgement };
          judge(store, { ...judged, reason: '' });
        } else if (one.act === 'split') {
          const id = idOf(one.of);
          const together = store.one('SELECT 1 FROM cluster WHERE entity_id = ?', id);
          if (together === undefined) continue;
          const rest = getEntity(store, id).members.map((member) => member.id);
          split(store, id, '');
          const others = rest.filter((other) => other !== id);
          for (const member of others) {
            left.push(getEntity(store, member).members.map((other) => other.id));
            kept.push(others);
          }
        } else if (one.act === 'remove') {
          const { items } = listResolutions(store, { offset: one.nth, limit: 1 });
          if (items[0] !== undefined) removeResolution(store, items[0].id);
        } else if (store.one('SELECT 1 FROM resolution') !== undefined || one.act === 'redo') {
          // Not so far back that a person is unmade.
          undo(store, one.act);
        }
        expect(clusters(store)).toEqual(components(store));
        expect(left).toEqual(kept);
      }
      store.close();
    }),
    { numRuns: 20 },
  );
});

/** Each entity with the oldest of its cluster, as the file has it. */
function clusters(store: CaseStore): Map<string, string> {
  return new Map(
    store
      .all<{ entity: string; head: string }>(
        'SELECT entity_id AS entity, id AS head FROM shown_entity ORDER BY entity_id',
      )
      .map(({ entity, head }) => [entity, head]),
  );
}

/** The same by the judgements alone: the least id spreads over each pair until nothing changes. */
function components(store: CaseStore): Map<string, string> {
  const heads = new Map(
    store.all<{ id: string }>('SELECT id FROM entity ORDER BY id').map(({ id }) => [id, id]),
  );
  const pairs = store.all<{ first: string; second: string }>(
    `SELECT first_id AS first, second_id AS second FROM resolution WHERE judgement = 'same'`,
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const { first, second } of pairs) {
      const [one = '', other = ''] = [heads.get(first), heads.get(second)];
      if (one === other) continue;
      heads.set(first, one < other ? one : other);
      heads.set(second, one < other ? one : other);
      changed = true;
    }
  }
  return heads;
}
