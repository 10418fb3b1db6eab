import { expect, test } from 'vitest';
import type { SearchHit } from '#contract/search.ts';
import { hitRoute } from './hit-route.ts';

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: 'entity',
  id: 'x',
  title: '',
  entityKind: null,
  context: { text: '', marks: [] },
  source: null,
  start: null,
  end: null,
  place: null,
  ...more,
});

test('a hit in a text leads to its words', () => {
  expect(hitRoute(hit({ kind: 'text', id: 's', source: 's', start: 4, end: 9 }))).toEqual({
    screen: 'source',
    id: 's',
    at: { start: 4, end: 9 },
  });
});

test('a passage leads to itself in its source, an entity to its page, a tag to its passages', () => {
  expect(hitRoute(hit({ kind: 'excerpt', id: 'e', source: 's', start: 1, end: 2 }))).toEqual({
    screen: 'source',
    id: 's',
    excerpt: 'e',
  });
  expect(hitRoute(hit({ kind: 'entity', id: 'p' }))).toEqual({ screen: 'entity', id: 'p' });
  expect(hitRoute(hit({ kind: 'tag', id: 't' }))).toEqual({ screen: 'tags', id: 't' });
});

test('a note leads to what it was written on', () => {
  expect(hitRoute(hit({ kind: 'note', id: 'p', entityKind: 'person' }))).toEqual({
    screen: 'entity',
    id: 'p',
  });
  expect(hitRoute(hit({ kind: 'note', id: 'case' }))).toEqual({ screen: 'notes' });
  expect(hitRoute(hit({ kind: 'note', id: 's', source: 's' }))).toEqual({
    screen: 'source',
    id: 's',
  });
  expect(hitRoute(hit({ kind: 'note', id: 'e', source: 's' }))).toEqual({
    screen: 'source',
    id: 's',
    excerpt: 'e',
  });
});
