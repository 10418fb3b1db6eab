import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../testing/index.ts';
import { ViewFile } from './view.ts';

test('how the workbench was left outlives the program, and what is not said stays as it was', () => {
  const folder = testFolder();
  expect(new ViewFile(folder).keep({ navigatorWidth: 300 })).toBe(true);
  expect(new ViewFile(folder).keep({ tint: 'kind', navigatorWidth: 300 })).toBe(true);
  expect(new ViewFile(folder).keep({ tint: 'kind' })).toBe(false);
  expect(new ViewFile(folder).view).toMatchObject({
    navigatorWidth: 300,
    inspectorWidth: 320,
    tint: 'kind',
  });
});

test('the places of sources are added to those there are, and the ones left longest ago go first', () => {
  const file = new ViewFile(testFolder());
  const place = { top: 4, caret: 7 };
  file.keep({ places: { first: place, second: place } });
  file.keep({ places: { first: { top: 5, caret: 8 } } });
  expect(Object.entries(file.view.places)).toEqual([
    ['second', place],
    ['first', { top: 5, caret: 8 }],
  ]);
  file.keep({
    places: Object.fromEntries(Array.from({ length: 1999 }, (_, at) => [`later ${at}`, place])),
  });
  expect(Object.keys(file.view.places)).toHaveLength(2000);
  expect(Object.keys(file.view.places)[0]).toBe('first');
});

test('a file that cannot be read counts as never changed, and is written anew', () => {
  const folder = testFolder();
  const file = new ViewFile(folder);
  for (const text of ['{', '[]', '"x"', '{"navigatorWidth":"wide"}']) {
    writeFileSync(join(folder, 'view.json'), text);
    expect(file.view).toMatchObject({ navigatorWidth: 248, places: {} });
  }
  expect(file.keep({ inspectorOpen: false })).toBe(true);
  expect(file.view).toMatchObject({ inspectorOpen: false });
});
