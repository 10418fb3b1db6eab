import type { Entity } from '#contract/entity.ts';
import type { Ontology } from '#contract/ontology.ts';
import type { Language } from '#contract/vocabulary.ts';
import { linkLabel, propertyLabel } from '../../entity/ontology-words.ts';

/** How the two sides of a row stand to each other. */
export type Agreement = 'equal' | 'differs' | 'onlyOne';

/** What both sides have on one point. */
export interface Row {
  key: string;
  /** What the point is; empty where the heading above says it. */
  label: string;
  first: readonly string[];
  second: readonly string[];
  agreement: Agreement;
}

/** A value as compared: case and accents set aside. */
export const plain = (value: string): string =>
  value
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The names of both: equal ones beside each other first, then the rest in their order. */
export function nameRows(first: Entity, second: Entity): Row[] {
  const one = namesOf(first);
  const other = namesOf(second);
  const equal = one.filter((name) => other.some((there) => inOrder(there) === inOrder(name)));
  const rows = equal.map((name): Row => {
    const there = other.filter((each) => inOrder(each) === inOrder(name));
    return { key: `= ${name}`, label: '', first: [name], second: there, agreement: 'equal' };
  });
  const restOne = one.filter((name) => !equal.includes(name));
  const restOther = other.filter(
    (name) => !equal.some((there) => inOrder(there) === inOrder(name)),
  );
  for (let at = 0; at < Math.max(restOne.length, restOther.length); at += 1) {
    const here = restOne.slice(at, at + 1);
    const there = restOther.slice(at, at + 1);
    const agreement = here.length > 0 && there.length > 0 ? 'differs' : 'onlyOne';
    rows.push({ key: `${at}`, label: '', first: here, second: there, agreement });
  }
  return rows;
}

/** The words of a name whatever their order. */
const inOrder = (name: string): string => plain(name).split(' ').toSorted().join(' ');

const namesOf = (entity: Entity): string[] => [
  ...new Set([entity.name, ...entity.names.map(({ value }) => value)]),
];

/** The properties that either has, in the ontology's order. */
export function attributeRows(
  first: Entity,
  second: Entity,
  ontology: Ontology | undefined,
  language: Language,
): Row[] {
  const order = ontology?.properties.map(({ key }) => key) ?? [];
  const keys = [
    ...new Set([...first.attributes, ...second.attributes].map(({ property }) => property)),
  ];
  return keys
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((property): Row => {
      const valuesOf = ({ attributes }: Entity): string[] =>
        attributes.filter((each) => each.property === property).map(({ value }) => value);
      const [here, there] = [valuesOf(first), valuesOf(second)];
      return {
        key: property,
        label: propertyLabel(ontology, property, language),
        first: here,
        second: there,
        agreement: agreementOf(here, there),
      };
    });
}

/** What both are linked to: the same entity beside itself, then the rest. */
export function linkRows(
  first: Entity,
  second: Entity,
  ontology: Ontology | undefined,
  language: Language,
): Row[] {
  const links = new Map<string, { label: string; first: string[]; second: string[] }>();
  for (const [side, entity] of [
    ['first', first],
    ['second', second],
  ] as const) {
    for (const { type, direction, other, role } of entity.links) {
      const key = `${type} ${direction} ${other.id}`;
      const row = links.get(key) ?? {
        label: linkLabel(ontology, type, direction, language),
        first: [],
        second: [],
      };
      row[side].push(role === '' ? other.name : `${other.name}, ${role}`);
      links.set(key, row);
    }
  }
  return [...links]
    .map(([key, row]): Row => ({ key, ...row, agreement: agreementOf(row.first, row.second) }))
    .toSorted((a, b) => Number(a.agreement === 'onlyOne') - Number(b.agreement === 'onlyOne'));
}

function agreementOf(first: readonly string[], second: readonly string[]): Agreement {
  if (first.length === 0 || second.length === 0) return 'onlyOne';
  const there = second.map(plain);
  return first.some((value) => there.includes(plain(value))) ? 'equal' : 'differs';
}

/** A piece of a value, and whether the other side has that word too. */
export interface Piece {
  text: string;
  shared: boolean;
}

/** A value word by word, so that the words that only it has can be marked. */
export function wordPieces(value: string, others: readonly string[]): Piece[] {
  const there = new Set(others.flatMap((other) => plain(other).split(' ')));
  return value
    .split(/(\s+)/u)
    .filter((text) => text !== '')
    .map((text) => ({
      text,
      shared:
        plain(text) === '' ||
        plain(text)
          .split(' ')
          .every((word) => there.has(word)),
    }));
}
