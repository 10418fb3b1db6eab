import { beforeEach, expect, test } from 'vitest';
import type { ViewChanges } from '#contract/settings.ts';
import { joined, ViewKeeper } from './view-keeper.ts';

let sent: ViewChanges[];
let waits: (() => void)[];
let notes: Map<string, string>;
let reachable: boolean;

beforeEach(() => {
  sent = [];
  waits = [];
  notes = new Map();
  reachable = true;
});

const keeper = (): ViewKeeper =>
  new ViewKeeper(
    (changes) => {
      if (!reachable) return Promise.reject(new Error('away'));
      sent.push(changes);
      return Promise.resolve();
    },
    (act) => waits.push(act),
    {
      getItem: (key) => notes.get(key) ?? null,
      setItem: (key, value) => notes.set(key, value),
      removeItem: (key) => notes.delete(key),
    },
  );

test('changes of one wait are sent as one, the later counting', () => {
  const view = keeper();
  view.keep({ navigatorWidth: 200, places: { a: { top: 1, caret: 1 } } });
  view.keep({ navigatorWidth: 210, places: { b: { top: 2, caret: 2 } } });
  expect(sent).toEqual([]);
  expect(waits).toHaveLength(1);
  waits[0]?.();
  expect(sent).toEqual([
    { navigatorWidth: 210, places: { a: { top: 1, caret: 1 }, b: { top: 2, caret: 2 } } },
  ]);
  view.keep({ tint: 'tag' });
  expect(waits).toHaveLength(2);
});

test('what could not be sent goes with the next change', async () => {
  const view = keeper();
  reachable = false;
  view.keep({ navigatorWidth: 200, tint: 'tag' });
  waits[0]?.();
  await Promise.resolve();
  reachable = true;
  view.keep({ tint: 'kind' });
  waits[1]?.();
  expect(sent).toEqual([{ navigatorWidth: 200, tint: 'kind' }]);
});

test('a page that goes away leaves what it has not sent to the next one, and what is said after that too', () => {
  const view = keeper();
  view.keep({ inspectorWidth: 400 });
  view.leave();
  view.keep({ places: { a: { top: 3, caret: 4 } } });
  expect(keeper().takeNote()).toEqual({
    inspectorWidth: 400,
    places: { a: { top: 3, caret: 4 } },
  });
  expect(notes.size).toBe(0);
  expect(sent).toContainEqual({ inspectorWidth: 400 });
});

test('a note of another version is thrown away', () => {
  notes.set('legajo.unsentView', '{"tint":"rainbow"}');
  expect(keeper().takeNote()).toEqual({});
  expect(notes.size).toBe(0);
});

test('what was left last stands last among the places', () => {
  const place = { top: 0, caret: 0 };
  const both = joined({ places: { a: place, b: place } }, { places: { a: { top: 1, caret: 1 } } });
  expect(Object.keys(both.places ?? {})).toEqual(['b', 'a']);
});
