import { expect, test } from 'vitest';
import { bodyOf, combinedOf, type Combined } from './saved-combination.ts';

const combined: Combined = {
  parts: [
    { joint: 'and', term: { kind: 'tag', id: 't', below: true } },
    { joint: 'not', term: { kind: 'entity', id: 'e', title: 'Marta', entityKind: 'person' } },
    { joint: 'or', term: { kind: 'source', id: 's', title: 'Report' } },
  ],
  scope: 'near',
  distance: 120,
};

test('a combination is read as it was kept', () => {
  expect(combinedOf(bodyOf(combined))).toEqual(combined);
});

test('what is no combination, or one of a later version, is not guessed at', () => {
  for (const body of [
    '',
    '{',
    '{}',
    bodyOf({ ...combined, parts: [] }),
    '{"parts":[{"joint":"xor"}]}',
  ])
    expect(combinedOf(body)).toBeNull();
});
