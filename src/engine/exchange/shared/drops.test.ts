import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { dropFolder, dropsIn, nameOfDrop, removeOldDrafts } from './drops.ts';

test('what lies in a shared folder and is no package is passed over, whatever it is', () => {
  const shared = testFolder();
  expect(dropsIn(shared, 'case')).toEqual([]);
  const folder = dropFolder(shared, 'case', 'replica');
  const [first, second, third] = [1, 2, 3].map((number) => nameOfDrop(number, 'a'.repeat(64)));
  writeFileSync(join(folder, first ?? ''), 'all of it');
  writeFileSync(join(folder, `${first} (Ana’s conflicted copy)`), 'another');
  writeFileSync(join(shared, 'case', 'read me'), 'of no replica');
  mkdirSync(join(folder, third ?? ''));
  // A link to itself, as some programs leave behind, is neither there nor not there.
  symlinkSync(second ?? '', join(folder, second ?? ''));
  expect(dropsIn(shared, 'case')).toEqual([
    expect.objectContaining({ name: `replica/${first}`, replica: 'replica', number: 1 }),
  ]);
});

test('what a program left half-written goes when it is a day old, and nothing else', () => {
  const folder = testFolder();
  const [old, fresh] = ['0', '1'].map((n) => `.01890000-0000-7000-8000-00000000000${n}.part`);
  for (const file of [old, fresh, 'mine.part', nameOfDrop(1, 'a'.repeat(64))]) {
    writeFileSync(join(folder, file ?? ''), 'x');
    if (file !== fresh) utimesSync(join(folder, file ?? ''), 0, 0);
  }
  removeOldDrafts(folder);
  expect(new Set(readdirSync(folder))).toEqual(
    new Set([fresh, 'mine.part', nameOfDrop(1, 'a'.repeat(64))]),
  );
});
