import { describe, expect, test } from 'vitest';
import { getExcerpt, listExcerpts } from '../annotations/index.ts';
import { addSource, spanOf, testCase } from '../testing/index.ts';
import {
  addAttribute,
  addEvidence,
  addLink,
  addName,
  createEntity,
  getEntity,
  listEntities,
  mentionEntity,
  removeEntity,
  removeName,
  updateEvidence,
  updateLink,
  updateName,
} from './index.ts';

const paragraphs = [
  'Inés Ñúñez, known as La Garza, led the Northern Union.',
  'She was born in 1980.',
];
const basis = { stance: 'supports', credibility: '2' } as const;
const undated = { since: '', until: '' };
const all = { filter: '', offset: 0, limit: 100, sort: 'name' } as const;
const made = (store: ReturnType<typeof testCase>, name = 'Inés Ñúñez') =>
  createEntity(store, { kind: 'person', name, aliases: [] });

describe('an entity made out of a passage', () => {
  test('is mentioned there, and its name rests on it', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const span = spanOf(source, paragraphs, 'Inés Ñúñez');
    const { entity = '', excerpt } = mentionEntity(store, span, {
      kind: 'person',
      name: 'Inés Ñúñez',
    });
    const found = getEntity(store, entity);
    expect(found).toMatchObject({
      name: 'Inés Ñúñez',
      schema: 'Person',
      names: [{ kind: 'primary', sources: 1, evidence: [{ excerpt, quotation: 'Inés Ñúñez' }] }],
      mentions: [{ excerpt, quotation: 'Inés Ñúñez', place: { paragraph: 1 } }],
    });
    expect(getExcerpt(store, excerpt)).toMatchObject({
      mentions: [{ entity }],
      evidence: [{ factKind: 'name', entity: { id: entity }, value: 'Inés Ñúñez' }],
    });
    expect(listExcerpts(store, { entity, offset: 0, limit: 10 }).total).toBe(1);
  });

  test('comes to be in one gesture', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const before = store.all('SELECT 1 FROM change_set').length;
    mentionEntity(store, spanOf(source, paragraphs, 'Northern Union'), {
      kind: 'organization',
      name: 'Northern Union',
    });
    expect(store.all('SELECT 1 FROM change_set')).toHaveLength(before + 1);
  });
});

describe('names', () => {
  test('an alias rests on its passage', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const entity = made(store);
    addName(store, {
      entity: { entity },
      kind: 'alias',
      value: 'La Garza',
      passage: spanOf(source, paragraphs, 'La Garza'),
      ...basis,
    });
    expect(getEntity(store, entity).names).toMatchObject([
      { kind: 'primary', evidence: [] },
      {
        kind: 'alias',
        value: 'La Garza',
        sources: 1,
        evidence: [{ credibility: '2', reliability: 'B' }],
      },
    ]);
  });

  test('a new primary name makes the old one a variant', () => {
    const store = testCase();
    const entity = made(store);
    addName(store, { entity: { entity }, kind: 'primary', value: 'Inés Núñez Paz', ...basis });
    expect(getEntity(store, entity).names).toMatchObject([
      { kind: 'primary', value: 'Inés Núñez Paz' },
      { kind: 'variant', value: 'Inés Ñúñez' },
    ]);
  });

  test('the primary one stays: it can be neither removed nor demoted', () => {
    const store = testCase();
    const entity = made(store);
    const id = getEntity(store, entity).names[0]?.id ?? '';
    const refused = expect.objectContaining({ code: 'name.lastPrimary' });
    expect(() => removeName(store, id)).toThrow(refused);
    expect(() => updateName(store, id, { kind: 'alias' })).toThrow(refused);
  });
});

describe('facts', () => {
  test('two values of a property that can have one are in dispute', () => {
    const store = testCase();
    const entity = made(store);
    addAttribute(store, { entity, property: 'birthDate', value: '1980', ...undated, ...basis });
    addAttribute(store, { entity, property: 'birthDate', value: '1981', ...undated, ...basis });
    addAttribute(store, { entity, property: 'nationality', value: 'Spain', ...undated, ...basis });
    addAttribute(store, { entity, property: 'nationality', value: 'Cuba', ...undated, ...basis });
    const disputed = getEntity(store, entity).attributes.map(({ property, disputed: is }) => [
      property,
      is,
    ]);
    expect(disputed).toEqual([
      ['birthDate', true],
      ['birthDate', true],
      ['nationality', false],
      ['nationality', false],
    ]);
    expect(listEntities(store, all).items).toMatchObject([{ id: entity, conflicts: 1 }]);
  });

  test('the same fact said twice is one fact with two passages', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const entity = made(store);
    const fact = { entity, property: 'birthDate', value: '1980', ...undated, ...basis };
    addAttribute(store, { ...fact, passage: spanOf(source, paragraphs, 'born in 1980') });
    addAttribute(store, { ...fact, passage: spanOf(source, paragraphs, '1980') });
    const { attributes } = getEntity(store, entity);
    expect(attributes).toHaveLength(1);
    expect(attributes[0]).toMatchObject({ sources: 1, disputed: false });
    expect(attributes[0]?.evidence).toHaveLength(2);
  });

  test('evidence against a fact puts it in dispute, and can be changed', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const entity = made(store);
    const { fact } = addAttribute(store, {
      entity,
      property: 'position',
      value: 'Head',
      ...undated,
      ...basis,
    });
    const id = addEvidence(store, {
      fact: { kind: 'attribute', id: fact },
      passage: spanOf(source, paragraphs, 'led the Northern Union'),
      stance: 'contradicts',
      credibility: '3',
    });
    expect(getEntity(store, entity).attributes).toMatchObject([{ disputed: true, sources: 0 }]);
    updateEvidence(store, id, { stance: 'supports' });
    expect(getEntity(store, entity).attributes).toMatchObject([{ disputed: false, sources: 1 }]);
  });

  test('a link is seen from both its ends, with its dates as written and their bounds', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const from = made(store);
    const { fact, other = '' } = addLink(store, {
      from: { entity: from },
      to: { kind: 'organization', name: 'Northern Union' },
      type: 'Directorship',
      role: 'head',
      since: '2010~',
      until: '',
      passage: spanOf(source, paragraphs, 'led the Northern Union'),
      ...basis,
    });
    const since = { text: '2010~', earliest: '2010-01-01', latest: '2010-12-31' };
    expect(getEntity(store, from).links).toMatchObject([
      {
        id: fact,
        direction: 'out',
        other: { name: 'Northern Union' },
        role: 'head',
        since,
        sources: 1,
      },
    ]);
    expect(getEntity(store, other).links).toMatchObject([
      { id: fact, direction: 'in', other: { name: 'Inés Ñúñez' }, since },
    ]);
    updateLink(store, fact, { until: '2015' });
    expect(getEntity(store, from).links[0]).toMatchObject({
      since,
      until: { latest: '2015-12-31' },
    });
  });

  test('a date that is none changes nothing', () => {
    const store = testCase();
    const entity = made(store);
    const before = store.all('SELECT 1 FROM change_set').length;
    expect(() =>
      addLink(store, {
        from: { entity },
        to: { kind: 'organization', name: 'Northern Union' },
        type: 'Membership',
        role: '',
        since: 'last year',
        until: '',
        ...basis,
      }),
    ).toThrow(expect.objectContaining({ code: 'edtf.invalid', details: { text: 'last year' } }));
    expect(listEntities(store, all).total).toBe(1);
    expect(store.all('SELECT 1 FROM change_set')).toHaveLength(before);
  });

  test('a link cannot lead back to where it comes from', () => {
    const store = testCase();
    const entity = made(store);
    const link = {
      from: { entity },
      to: { entity },
      type: 'Associate',
      role: '',
      ...undated,
      ...basis,
    };
    expect(() => addLink(store, link)).toThrow(expect.objectContaining({ code: 'link.toItself' }));
  });
});

describe('the list of entities', () => {
  test('is filtered by parts of any name, accents and case ignored', () => {
    const store = testCase();
    const entity = made(store);
    addName(store, { entity: { entity }, kind: 'alias', value: 'La Garza', ...basis });
    createEntity(store, { kind: 'organization', name: 'Unión del Norte', aliases: [] });
    const found = (filter: string) =>
      listEntities(store, { ...all, filter }).items.map((item) => item.name);
    expect(found('nunez')).toEqual(['Inés Ñúñez']);
    expect(found('ARZA')).toEqual(['Inés Ñúñez']);
    expect(found('un')).toEqual(['Unión del Norte']);
    expect(found('garza union')).toEqual([]);
    expect(found('"')).toEqual([]);
    expect(listEntities(store, { ...all, kind: 'organization' }).items).toHaveLength(1);
  });

  test('loses an entity that was removed, while its passages stay', () => {
    const store = testCase();
    const source = addSource(store, paragraphs);
    const { entity = '', excerpt } = mentionEntity(store, spanOf(source, paragraphs, 'La Garza'), {
      kind: 'person',
      name: 'La Garza',
    });
    removeEntity(store, entity);
    expect(listEntities(store, all).total).toBe(0);
    expect(getExcerpt(store, excerpt)).toMatchObject({ mentions: [], evidence: [] });
    expect(() => getEntity(store, entity)).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });
});
