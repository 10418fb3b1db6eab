import { expect, test } from 'vitest';
import type { Ontology } from '#contract/ontology.ts';
import {
  groupedBy,
  linkLabel,
  linkReadings,
  propertiesOf,
  propertyLabel,
} from './ontology-words.ts';

const label = (en: string, es = en): { en: string; es: string; pt: string } => ({ en, es, pt: es });
const kind = { label: label('x'), schemata: ['X'], default: 'X' };
const ontology: Ontology = {
  version: 1,
  kinds: { person: kind, organization: kind, location: kind, event: kind, object: kind },
  properties: [
    {
      key: 'birth',
      kinds: ['person'],
      type: 'date',
      multiple: false,
      label: label('birth', 'nacimiento'),
      ftm: null,
      group: 'identity',
    },
    {
      key: 'phone',
      kinds: ['person', 'organization'],
      type: 'phone',
      multiple: true,
      label: label('phone'),
      ftm: null,
      group: 'identifier',
    },
  ],
  linkTypes: [
    {
      key: 'Lead',
      from: ['person'],
      to: ['organization'],
      ftm: 'Directorship',
      label: label('leads', 'dirige'),
      reverse: label('is led by', 'es dirigida por'),
      group: 'role',
    },
    {
      key: 'Kin',
      from: ['person'],
      to: ['person'],
      ftm: 'Family',
      label: label('is a relative of'),
      reverse: label('is a relative of'),
      group: 'family',
    },
  ],
};

test('a link reads from either end, in the language asked for', () => {
  expect(linkLabel(ontology, 'Lead', 'out', 'en')).toBe('leads');
  expect(linkLabel(ontology, 'Lead', 'in', 'es')).toBe('es dirigida por');
  expect(linkLabel(ontology, 'Strange', 'in', 'es')).toBe('Strange');
  expect(propertyLabel(ontology, 'birth', 'es')).toBe('nacimiento');
  expect(propertyLabel(undefined, 'birth', 'es')).toBe('birth');
});

test('only readings that fit both kinds are offered, and a symmetrical one but once', () => {
  const readings = (
    ...kinds: Parameters<typeof linkReadings> extends [unknown, ...infer R] ? R : never
  ) => linkReadings(ontology, ...kinds).map(({ label }) => label);
  expect(readings('person', 'organization', 'en')).toEqual(['leads']);
  expect(readings('organization', 'person', 'en')).toEqual(['is led by']);
  expect(readings('person', 'person', 'en')).toEqual(['is a relative of']);
  expect(readings('person', null, 'en')).toEqual(['leads', 'is a relative of']);
  expect(readings('location', null, 'en')).toEqual([]);
});

test('a kind has the properties that name it', () => {
  expect(propertiesOf(ontology, 'organization').map(({ key }) => key)).toEqual(['phone']);
});

test('facts stand in the groups and the order of the ontology, unknown ones last', () => {
  const grouped = groupedBy(
    [{ p: 'odd' }, { p: 'phone' }, { p: 'birth' }, { p: 'phone' }],
    ontology.properties,
    ({ p }) => p,
  );
  expect(grouped.map(({ group, items }) => [group, items.map(({ p }) => p)])).toEqual([
    ['identity', ['birth']],
    ['identifier', ['phone', 'phone']],
    ['other', ['odd']],
  ]);
});

test('a reading says what may stand at either end', () => {
  const [leads] = linkReadings(ontology, 'person', null, 'en');
  expect([leads?.first, leads?.second]).toEqual([['person'], ['organization']]);
  const [led] = linkReadings(ontology, 'organization', null, 'en');
  expect([led?.first, led?.second]).toEqual([['organization'], ['person']]);
});
