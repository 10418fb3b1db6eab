import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { dropFolder, dropsIn, nameOfDrop } from './drops.ts';

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
