import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRoute, home, parseRoute, type Route } from './route.ts';

test('a place is written as a path a person can read', () => {
  expect(formatRoute({ screen: 'sources' })).toBe('/sources');
  expect(formatRoute({ screen: 'source', id: 'a1', at: { start: 12, end: 40 } })).toBe(
    '/source/a1/at/12-40',
  );
  expect(formatRoute({ screen: 'source', id: 'a1', excerpt: 'e2' })).toBe('/source/a1/excerpt/e2');
  expect(formatRoute({ screen: 'search', query: 'Río / seco?' })).toBe(
    '/search/R%C3%ADo%20%2F%20seco%3F',
  );
});

test('what was written is read again, whatever the ids and queries are', () => {
  const id = fc.string({ minLength: 1 }).filter((text) => text.isWellFormed());
  const route = fc.oneof(
    fc.constantFrom<Route>({ screen: 'sources' }, { screen: 'settings' }, { screen: 'search' }),
    id.map<Route>((text) => ({ screen: 'entity', id: text })),
    id.map<Route>((text) => ({ screen: 'search', query: text })),
    fc.tuple(id, id).map<Route>(([one, two]) => ({ screen: 'source', id: one, excerpt: two })),
    fc.tuple(id, id).map<Route>(([one, two]) => ({ screen: 'entity', id: one, fact: two })),
    fc.tuple(id, fc.nat(), fc.integer({ min: 1, max: 1e6 })).map<Route>(([one, start, length]) => ({
      screen: 'source',
      id: one,
      at: { start, end: start + length },
    })),
  );
  fc.assert(
    fc.property(route, (each) => {
      expect(parseRoute(formatRoute(each))).toEqual(each);
    }),
  );
});

test('a path nobody wrote leads home', () => {
  for (const path of ['', '/', '#/', '/nowhere', '/source', '/entity/', '/source/%E0%A4%A']) {
    expect(parseRoute(path).screen === home.screen || parseRoute(path).id !== undefined).toBe(true);
  }
  expect(parseRoute('/nowhere/at/all')).toEqual(home);
});

test('a span that is none is left out, and the record is still shown', () => {
  expect(parseRoute('/source/a/at/9-3')).toEqual({ screen: 'source', id: 'a' });
  expect(parseRoute('/source/a/at/x-y')).toEqual({ screen: 'source', id: 'a' });
});
