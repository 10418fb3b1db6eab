import { describe, expect, test } from 'vitest';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import {
  addAttribute,
  addLink,
  addName,
  createEntity,
  judge,
  updateName,
} from '../entities/index.ts';
import type { CaseStore } from '../store/index.ts';
import { undo } from '../store/index.ts';
import { testCase } from '../testing/index.ts';
import { duplicatesOf } from './index.ts';

function entity(
  store: CaseStore,
  name: string,
  kind: EntityKind = 'person',
  aliases: string[] = [],
): string {
  return createEntity(store, { kind, name, aliases });
}

function attribute(store: CaseStore, id: string, property: string, value: string): void {
  addAttribute(store, {
    entity: id,
    property,
    value,
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
}

async function candidates(
  store: CaseStore,
  changes: { minScore?: number; unsure?: boolean; kind?: EntityKind } = {},
) {
  const duplicates = duplicatesOf(store);
  await duplicates.ready();
  const page = await duplicates.list({
    minScore: 0.5,
    unsure: false,
    offset: 0,
    limit: 100,
    ...changes,
  });
  expect(page.total).toBe(page.items.length);
  return page.items;
}

const pairs = (items: readonly DuplicateCandidate[]): string[] =>
  items.map(({ first, second }) => `${first.name} | ${second.name}`).toSorted();

const codes = (item: DuplicateCandidate | undefined): string[] =>
  (item?.reasons ?? []).map(({ code }) => code);

describe('candidates', () => {
  test('are entities of one kind whose names may be one, the older first, with reasons', async () => {
    const store = testCase();
    entity(store, 'Héctor Guerrero Flores');
    entity(store, 'Guerrero, Hector');
    entity(store, 'Hugo Guerrero Flores');
    entity(store, 'Гектор Герреро', 'organization');
    const found = await candidates(store);
    expect(pairs(found)).toEqual(['Héctor Guerrero Flores | Guerrero, Hector']);
    expect(found[0]?.score).toBeGreaterThan(0.5);
    expect(codes(found[0])).toContain('name.missing');
  });

  test('are found by any of their names, in any script', async () => {
    const store = testCase();
    entity(store, 'La Sombra', 'person', ['Юрий Андропов']);
    entity(store, 'Iouri Andropov');
    entity(store, 'Petróleos de Venezuela, S.A.', 'organization');
    entity(store, 'PDVSA', 'organization');
    expect(pairs(await candidates(store))).toEqual([
      'La Sombra | Iouri Andropov',
      'Petróleos de Venezuela, S.A. | PDVSA',
    ]);
    expect(await candidates(store, { kind: 'organization' })).toHaveLength(1);
  });

  test('are found by an identifier under quite other names', async () => {
    const store = testCase();
    const one = entity(store, 'El Gato');
    const other = entity(store, 'Ramón Ibarra');
    attribute(store, one, 'phone', '+58 412-555 01 02');
    attribute(store, other, 'phone', '0412 5550102');
    const [found] = await candidates(store);
    expect(found).toMatchObject({ first: { id: one }, second: { id: other } });
    expect(codes(found)).toContain('fact.same');
  });

  test('are fewer where dates of birth cannot agree, and surer where they do', async () => {
    const store = testCase();
    const [one, other, third] = ['Ana Paz Ríos', 'Ana Paz', 'Ana Paz Ríos'].map((name) =>
      entity(store, name),
    );
    attribute(store, one ?? '', 'birthDate', '1961-03-02');
    attribute(store, other ?? '', 'birthDate', '1961');
    attribute(store, third ?? '', 'birthDate', '1990-01-01');
    const found = await candidates(store);
    expect(found.map(({ first, second }) => [first.id, second.id])).toEqual([[one, other]]);
    expect(codes(found[0])).toContain('fact.near');
  });

  test('are less sure when the two are linked to each other', async () => {
    const store = testCase();
    const one = entity(store, 'Luis Marte');
    const other = entity(store, 'Luis Marte Soto');
    const [before] = await candidates(store);
    addLink(store, {
      from: { entity: one },
      to: { entity: other },
      type: 'Family',
      role: 'father',
      since: '',
      until: '',
      stance: 'supports',
      credibility: '6',
    });
    const [after] = await candidates(store, { minScore: 0 });
    expect(after?.score ?? 0).toBeLessThan((before?.score ?? 0) / 2);
  });
});

describe('what was judged', () => {
  test('is not asked again; what was left unsure is there when asked for', async () => {
    const store = testCase();
    const [a, b, c, d] = ['Eva Ruiz', 'Eva Ruíz', 'Pedro Sosa', 'P. Sosa'].map((name) =>
      entity(store, name),
    );
    expect(await candidates(store)).toHaveLength(2);
    judge(store, { first: b ?? '', second: a ?? '', judgement: 'different', reason: '' });
    judge(store, { first: c ?? '', second: d ?? '', judgement: 'unsure', reason: '' });
    expect(await candidates(store)).toEqual([]);
    expect(pairs(await candidates(store, { unsure: true }))).toEqual(['Pedro Sosa | P. Sosa']);
    undo(store, 'undo');
    expect(pairs(await candidates(store))).toEqual(['Pedro Sosa | P. Sosa']);
  });

  test('of one member of a cluster is judged of the whole cluster, and its members are no candidates', async () => {
    const store = testCase();
    const [a, b, c] = ['Eva Ruiz', 'Eva Ruíz', 'Ruiz, Eva'].map((name) => entity(store, name));
    expect(await candidates(store)).toHaveLength(3);
    judge(store, { first: a ?? '', second: b ?? '', judgement: 'same', reason: '' });
    expect(await candidates(store)).toMatchObject([{ first: { id: a }, second: { id: c } }]);
    judge(store, { first: b ?? '', second: c ?? '', judgement: 'different', reason: '' });
    expect(await candidates(store)).toEqual([]);
  });
});

test('a changed name makes and unmakes candidates', async () => {
  const store = testCase();
  entity(store, 'Marta Gil');
  const other = entity(store, 'Rosa Pons');
  expect(await candidates(store)).toEqual([]);
  const { fact } = addName(store, {
    entity: { entity: other },
    kind: 'alias',
    value: 'Gil, Marta',
    stance: 'supports',
    credibility: '6',
  });
  expect(await candidates(store)).toHaveLength(1);
  updateName(store, fact, { value: 'Gal, Berta' });
  expect(await candidates(store)).toEqual([]);
});

describe('while a name is typed', () => {
  test.each([
    ['hector gu', 'Héctor Guerrero Flores'],
    ['guerrero', 'Héctor Guerrero Flores'],
    ['Pepe Sosa', 'José Sosa'],
    ['Гагарин Юрий', 'Yuri Gagarin'],
  ])('"%s" offers %s', async (typed, expected) => {
    const store = testCase();
    for (const name of ['Héctor Guerrero Flores', 'José Sosa', 'Yuri Gagarin', 'Carmen Paz'])
      entity(store, name);
    entity(store, 'Guerrero', 'organization');
    const [first] = await duplicatesOf(store).likely({ kind: 'person', name: typed, limit: 3 });
    expect(first).toMatchObject({ name: expected, kind: 'person' });
    expect(first?.reasons.length).toBeGreaterThan(0);
  });

  test('nothing is offered for nothing, nor what is quite another', async () => {
    const store = testCase();
    entity(store, 'Carmen Paz');
    const duplicates = duplicatesOf(store);
    for (const name of ['', ' ', 'x', 'Bruno Díaz', '🙂']) {
      expect(await duplicates.likely({ kind: 'person', name, limit: 3 })).toEqual([]);
    }
  });
});
