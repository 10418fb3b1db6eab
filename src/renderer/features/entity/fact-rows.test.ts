import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { Entity } from '#contract/entity.ts';
import type { Ontology } from '#contract/ontology.ts';
import { boundsWords, datesWords, factRows } from './fact-rows.ts';

const i18n = i18next.createInstance();
await i18n.init({
  lng: 'en',
  resources: {
    en: {
      translation: { entity: { sinceDate: 'since {{date}}', untilDate: 'until {{date}}' } },
    },
  },
});
const { t } = i18n;

const label = { en: 'x', es: 'x', pt: 'x' };
const kind = { label, schemata: ['X'], default: 'X' };
const property = { kinds: ['person' as const], type: 'text', label, ftm: null };
const ontology: Ontology = {
  version: 1,
  kinds: { person: kind, organization: kind, location: kind, event: kind, object: kind },
  properties: [
    { ...property, key: 'birth', multiple: false, group: 'identity' },
    { ...property, key: 'phone', multiple: true, group: 'identifier' },
  ],
  linkTypes: [
    {
      key: 'Lead',
      from: ['person'],
      to: ['organization'],
      ftm: 'Directorship',
      group: 'role',
      label,
      reverse: label,
    },
  ],
};

const none = { text: '', earliest: null, latest: null };
const fact = { evidence: [], sources: 0, disputed: false, member: 'e1', assessment: null };
const entity: Entity = {
  id: 'e',
  kind: 'person',
  schema: 'Person',
  name: 'Ana',
  handling: 'AMBER',
  summary: '',
  names: [
    { ...fact, id: 'n2', kind: 'alias', value: 'La Ana' },
    { ...fact, id: 'n1', kind: 'primary', value: 'Ana' },
  ],
  attributes: [
    { ...fact, id: 'a1', property: 'phone', value: '1', since: none, until: none },
    { ...fact, id: 'a2', property: 'birth', value: '1983', since: none, until: none },
    { ...fact, id: 'a3', property: 'birth', value: '1984', since: none, until: none },
    { ...fact, id: 'a4', property: 'phone', value: '2', since: none, until: none },
  ],
  links: [
    {
      ...fact,
      id: 'l1',
      type: 'Lead',
      role: 'chief',
      direction: 'out',
      other: { id: 'o', kind: 'organization', name: 'Club' },
      since: none,
      until: none,
    },
  ],
  internalLinks: [],
  members: [],
  resolutions: [],
  mentions: [],
  notes: [],
  createdAt: '2024-01-01T00:00:00Z',
};

test('names lead, the primary one first; attributes and links follow in their groups', () => {
  const groups = factRows(entity, ontology, t, 'en');
  expect(groups.map(({ group, rows }) => [group, rows.map(({ id }) => id)])).toEqual([
    ['names', ['n1', 'n2']],
    ['identity', ['a2', 'a3']],
    ['identifier', ['a1', 'a4']],
    ['role', ['l1']],
  ]);
});

test('values of a property that has but one are rivals, those of others are not', () => {
  const rows = factRows(entity, ontology, t, 'en').flatMap((group) => group.rows);
  const rivals = (id: string) => rows.find((row) => row.id === id)?.rivals.map((one) => one.id);
  expect(rivals('a2')).toEqual(['a3']);
  expect(rivals('a1')).toEqual([]);
});

test('dates are shown as they were written, and their bounds in days', () => {
  const since = { text: '2015', earliest: '2015-01-01', latest: '2015-12-31' };
  const until = { text: '2023-09', earliest: '2023-09-01', latest: '2023-09-30' };
  expect(datesWords({ since, until }, t)).toBe('2015 – 2023-09');
  expect(datesWords({ since, until: since }, t)).toBe('2015');
  expect(datesWords({ since, until: none }, t)).toBe('since 2015');
  expect(datesWords({ since: none, until }, t)).toBe('until 2023-09');
  expect(datesWords({ since: none, until: none }, t)).toBe('');
  expect(boundsWords({ since, until })).toBe('2015-01-01 – 2023-09-30');
  expect(boundsWords({ since, until: none })).toBe('2015-01-01 – 2015-12-31');
  expect(boundsWords({ since: none, until })).toBe('2023-09-01 – 2023-09-30');
});
