import { expect, test } from 'vitest';
import { filesOf } from './dropped-files.ts';

const file = (name: string) => ({
  name,
  isDirectory: false,
  file: (give: (file: File) => void) => give(new File([], name)),
});

/** A folder that gives two of its entries at a time. */
const folder = (name: string, within: readonly { name: string; isDirectory: boolean }[]) => ({
  name,
  isDirectory: true,
  createReader: () => {
    let given = 0;
    return {
      readEntries: (give: (entries: { name: string; isDirectory: boolean }[]) => void) => {
        give(within.slice(given, given + 2));
        given += 2;
      },
    };
  },
});

test('a folder gives all files in it, and in folders within it', async () => {
  const inner = folder('inner', [file('d.txt')]);
  const dropped = [file('a.txt'), folder('papers', [file('b.txt'), inner, file('c.txt')])];
  expect((await filesOf(dropped)).map(({ name }) => name)).toEqual([
    'a.txt',
    'b.txt',
    'd.txt',
    'c.txt',
  ]);
});

test('what systems leave in folders is passed over, and taken where it was dropped itself', async () => {
  const litter = ['.DS_Store', 'Thumbs.db', '~$letter.docx'].map(file);
  const dropped = [file('.profile'), folder('papers', [...litter, file('letter.docx')])];
  expect((await filesOf(dropped)).map(({ name }) => name)).toEqual(['.profile', 'letter.docx']);
});
