import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourcePage } from '#contract/source.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

const words = 'Íñigo Núñez signed at noon.\n\nThe van was seen by two people near the pier.\n';

test('a source is read again, its passages go along, and what has no place is listed', async () => {
  const folder = testFolder();
  const run = (...args: string[]) => legajo(folder, ...args, '--json');
  writeFileSync(join(folder, 'note.txt'), words);
  await run('new', 'one.casefile', '--title', 'One');
  await run('import', 'one.casefile', 'note.txt');
  const { items } = SourcePage.parse((await run('sources', 'one.casefile')).json());
  const source = items[0]?.id ?? '';
  const again = (...options: string[]) => run('read-again', 'one.casefile', source, ...options);
  expect((await again('--encoding', 'windows-1252')).json()).toMatchObject({
    changed: 1,
    failed: 0,
  });
  const add = (quote: string) =>
    run('excerpt', 'one.casefile', '--source', source, '--quote', quote, '--tag', 'x');
  await add('seen by two people');
  // It begins within a letter of the name.
  await add('ºÃ±ez');
  expect((await again('--encoding', 'utf-8')).json()).toMatchObject({
    changed: 1,
    items: [{ source, outcome: 'changed', warnings: ['passagesCarried 1', 'passagesOrphaned 1'] }],
  });
  expect((await run('orphans', 'one.casefile', '--source', source)).json()).toMatchObject({
    total: 1,
    items: [{ quotation: 'ºÃ±ez', source: { id: source } }],
  });
  const failed = await again('--encoding', 'nothing');
  expect(failed.code).toBe(1);
  expect(failed.json()).toMatchObject({ items: [{ error: { code: 'source.encodingUnknown' } }] });
  expect((await again('--ocr-language', 'xxx')).code).toBe(2);
});
