import { expect, test } from 'vitest';
import type { SuggestionSpan } from '#contract/suggestion.ts';
import { isSameSpans, leftSpans } from './left-spans.ts';

const span = (key: string, group: string): SuggestionSpan => ({
  key,
  group,
  sort: 'name',
  start: 0,
  end: 1,
  kind: 'person',
});
const spans = [span('a', 'rosa'), span('b', 'rosa'), span('c', 'acme')];
const keysOf = (list: readonly SuggestionSpan[]) => list.map(({ key }) => key);

test('what was judged is off the list that does not know of it', () => {
  const one = { group: 'rosa', keys: ['a'], source: 's', answered: null };
  expect(keysOf(leftSpans(spans, [one], 's', 4))).toEqual(['b', 'c']);
  const all = { group: 'rosa', keys: null, source: null, answered: 5 };
  expect(keysOf(leftSpans(spans, [all], 's', 4))).toEqual(['c']);
});

test('it is the same list where nothing of it was judged, or where it knows', () => {
  const elsewhere = { group: 'rosa', keys: null, source: 'other', answered: null };
  const unknown = { group: 'x', keys: ['x'], source: 's', answered: null };
  const heeded = { group: 'rosa', keys: ['a'], source: 's', answered: 3 };
  expect(leftSpans(spans, [elsewhere, unknown, heeded], 's', 4)).toBe(spans);
});

test('lists are the same that have the same suggestions of the same kinds in the same groups', () => {
  expect(
    isSameSpans(
      spans,
      spans.map((one) => ({ ...one })),
    ),
  ).toBe(true);
  expect(isSameSpans(spans, spans.slice(1))).toBe(false);
  expect(isSameSpans(spans, [...spans.slice(0, 2), span('c', 'other')])).toBe(false);
});
