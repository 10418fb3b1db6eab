import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourcePage, SourceText } from '#contract/source.ts';
import { testFolder, writePdf } from '#engine/testing/index.ts';
import { legajo, type Run } from './testing.ts';

/** A case with a document of several sorts in a folder, one of them in a folder within. */
async function started() {
  const folder = testFolder();
  const run = (...words: string[]): Promise<Run> => legajo(folder, ...words, '--json');
  mkdirSync(join(folder, 'papers', 'within'), { recursive: true });
  writeFileSync(join(folder, 'papers', 'note.txt'), 'Ana was here.\r\n');
  writeFileSync(join(folder, 'papers', 'crew.csv'), 'name;post\nAna;master\n');
  const odd = Uint8Array.from({ length: 4096 }, (_, at) => (at * 197 + 7) % 256);
  writeFileSync(join(folder, 'papers', 'within', 'odd.bin'), odd);
  await run('new', 'one.casefile', '--title', 'One');
  return { folder, run };
}

test('a folder is taken in when it is asked for, with what is said of its documents', async () => {
  const { folder, run } = await started();
  const refused = await run('import', 'one.casefile', 'papers');
  expect(refused.code).toBe(1);
  expect(refused.json()).toMatchObject({
    failed: 1,
    items: [{ error: { code: 'file.isFolder' } }],
  });

  const words = ['--recursive', '--set', 'publisher=The harbour', '--set', 'reliability=B'];
  const taken = await run('import', 'one.casefile', 'papers', ...words, '--received-from', 'Ana');
  expect(taken.code).toBe(0);
  expect(taken.json()).toMatchObject({ imported: 3, failed: 0 });
  const all = SourcePage.parse((await run('sources', 'one.casefile', '--sort', 'title')).json());
  expect(
    all.items.map(({ title, kind, publisher, reliability }) => [
      title,
      kind,
      publisher,
      reliability,
    ]),
  ).toEqual([
    ['crew', 'table', 'The harbour', 'B'],
    ['note', 'text', 'The harbour', 'B'],
    ['odd', 'other', 'The harbour', 'B'],
  ]);
  const few = await run(
    'sources',
    'one.casefile',
    '--kind',
    'table',
    '--kind',
    'other',
    '--without-text',
  );
  expect(SourcePage.parse(few.json()).items.map(({ title }) => title)).toEqual(['odd']);

  // Text to the letter, and the original to the byte.
  const id = (title: string) => all.items.find((one) => one.title === title)?.id ?? '';
  expect((await legajo(folder, 'text', 'one.casefile', id('note'))).out).toBe('Ana was here.\n');
  const table = SourceText.parse((await run('text', 'one.casefile', id('crew'))).json());
  expect(table.text).toContain('name: Ana');
  expect((await run('original', 'one.casefile', id('note'), 'out.txt')).code).toBe(0);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('Ana was here.\r\n');
});

test('what is encrypted is taken in with one of the passwords of a file', async () => {
  const { folder, run } = await started();
  writeFileSync(join(folder, 'locked.pdf'), writePdf({ pages: [['Ana']], encrypted: true }));
  const without = await run('import', 'one.casefile', 'locked.pdf');
  expect(without.code).toBe(1);
  expect(without.json()).toMatchObject({ items: [{ error: { code: 'source.passwordNeeded' } }] });
  writeFileSync(join(folder, 'passwords.txt'), 'not this one\n');
  const wrong = await run(
    'import',
    'one.casefile',
    'locked.pdf',
    '--password-file',
    'passwords.txt',
  );
  expect(wrong.json()).toMatchObject({ items: [{ error: { code: 'source.passwordNeeded' } }] });
  const missing = await run('import', 'one.casefile', 'locked.pdf', '--password-file', 'none.txt');
  expect(missing.code).toBe(1);
  expect(missing.err).toContain('file.notFound');
});

test('what is wrongly asked is told before anything is done', async () => {
  const { run } = await started();
  const asked = [
    ['import', 'one.casefile', 'papers', '--set', 'colour=red'],
    ['import', 'one.casefile', 'papers', '--ocr-language', 'eng+klingon'],
    ['sources', 'one.casefile', '--kind', 'poem'],
  ];
  for (const words of asked) expect((await run(...words)).code).toBe(2);
  expect(SourcePage.parse((await run('sources', 'one.casefile')).json()).total).toBe(0);
});
