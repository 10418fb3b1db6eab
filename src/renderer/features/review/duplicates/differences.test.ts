import { expect, test } from 'vitest';
import type { Entity } from '#contract/entity.ts';
import { attributeRows, linkRows, nameRows, wordPieces } from './differences.ts';

const fact = { member: 'm', evidence: [], sources: 0, disputed: false, assessment: null };
const dated = { text: '', earliest: null, latest: null };

function entity(
  name: string,
  more: { aliases?: string[]; attributes?: [string, string][]; links?: string[] } = {},
): Entity {
  return {
    id: name,
    kind: 'person',
    schema: 'Person',
    name,
    handling: 'AMBER',
    summary: '',
    names: [name, ...(more.aliases ?? [])].map((value) => ({
      ...fact,
      id: value,
      kind: 'alias',
      value,
    })),
    attributes: (more.attributes ?? []).map(([property, value]) => ({
      ...fact,
      id: property + value,
      property,
      value,
      since: dated,
      until: dated,
    })),
    links: (more.links ?? []).map((other) => ({
      ...fact,
      id: other,
      type: 'Family',
      role: '',
      direction: 'out',
      other: { id: other, kind: 'person', name: other },
      since: dated,
      until: dated,
    })),
    internalLinks: [],
    members: [],
    resolutions: [],
    mentions: [],
    notes: [],
    createdAt: '',
  };
}

test('names that are equal but for accents, case and order stand beside each other, before the others', () => {
  const rows = nameRows(
    entity('Ana Ruíz', { aliases: ['La Tía'] }),
    entity('Paca', { aliases: ['RUIZ, ANA'] }),
  );
  expect(rows).toMatchObject([
    { first: ['Ana Ruíz'], second: ['RUIZ, ANA'], agreement: 'equal' },
    { first: ['La Tía'], second: ['Paca'], agreement: 'differs' },
  ]);
});

test('a property is equal when a value of both is, differs when none is, and may be on one side only', () => {
  const first = entity('A', {
    attributes: [
      ['birthDate', '1961'],
      ['phone', '1'],
      ['phone', '2'],
    ],
  });
  const second = entity('B', {
    attributes: [
      ['birthDate', '1962'],
      ['phone', '2'],
      ['email', 'b@b'],
    ],
  });
  const rows = attributeRows(first, second, undefined, 'en');
  expect(Object.fromEntries(rows.map(({ key, agreement }) => [key, agreement]))).toEqual({
    birthDate: 'differs',
    phone: 'equal',
    email: 'onlyOne',
  });
});

test('links to the same entity come first', () => {
  const rows = linkRows(
    entity('A', { links: ['x', 'y'] }),
    entity('B', { links: ['y'] }),
    undefined,
    'en',
  );
  expect(rows.map(({ agreement, first, second }) => [agreement, first, second])).toEqual([
    ['equal', ['y'], ['y']],
    ['onlyOne', ['x'], []],
  ]);
});

test('the words of a value that the other side lacks are told apart', () => {
  expect(wordPieces('Ana Ruíz Paz', ['ana ruiz'])).toEqual([
    { text: 'Ana', shared: true },
    { text: ' ', shared: true },
    { text: 'Ruíz', shared: true },
    { text: ' ', shared: true },
    { text: 'Paz', shared: false },
  ]);
});
