import { expect, test } from 'vitest';
import { peopleOf, personTitle } from './people.ts';

const [one, other] = ['A'.repeat(52), 'B'.repeat(52)];
const ana = { name: 'Ana Ruiz', initials: 'AR', organization: 'Unit 3' };
const luis = { name: 'Luis', initials: '', organization: '' };

test('a name with one key, or none, is one person', () => {
  expect(peopleOf([ana, { ...ana, key: one }, luis]).map(({ label }) => label)).toEqual([
    'Ana Ruiz',
    'Luis',
  ]);
});

test('two of one name can be chosen together and apart', () => {
  const people = peopleOf([
    { ...ana, key: other },
    { ...ana, key: one },
  ]);
  expect(people.map(({ label, filter }) => [label, filter])).toEqual([
    ['Ana Ruiz', { actor: 'Ana Ruiz' }],
    ['Ana Ruiz · AAAA AAAA', { actor: 'Ana Ruiz', key: one }],
    ['Ana Ruiz · BBBB BBBB', { actor: 'Ana Ruiz', key: other }],
  ]);
  expect(new Set(people.map(({ value }) => value)).size).toBe(3);
});

test('a person is told by name, organization and key', () => {
  const title = (actor: Parameters<typeof personTitle>[0]) =>
    personTitle(actor, (key) => `key ${key}`);
  expect(title({ ...ana, key: 'ABCDEFGH' })).toBe('Ana Ruiz\nUnit 3\nkey ABCD EFGH');
  expect(title(luis)).toBe('Luis');
});
