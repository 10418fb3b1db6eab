import { expect, test } from 'vitest';
import { z } from 'zod';
import { DuplicateCandidate } from '#contract/duplicates.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

const Duplicates = z.object({ items: z.array(DuplicateCandidate), total: z.int() });

test('duplicates lists pairs with score and reasons, and a pair that was judged no more', async () => {
  const folder = testFolder();
  const run = (...words: string[]) => legajo(folder, ...words);
  await run('new', 'one.casefile', '--title', 'One');
  for (const name of ['Lucía Bermejo Ruiz', 'Bermejo, Lucia', 'Marco Díaz']) {
    await run('add-entity', 'one.casefile', '--kind', 'person', '--name', name);
  }
  const found = Duplicates.parse((await run('duplicates', 'one.casefile', '--json')).json());
  expect(found).toMatchObject({ total: 1, items: [{ first: { name: 'Lucía Bermejo Ruiz' } }] });
  const text = await run('duplicates', 'one.casefile', '--kind', 'person', '--min-score', '0.6');
  expect(text.out).toContain('Lucía Bermejo Ruiz  |  Bermejo, Lucia');
  expect(text.out).toContain('only one of the names has “Ruiz”');

  const [pair] = found.items;
  const [first, second] = [pair?.first.id ?? '', pair?.second.id ?? ''];
  await run('resolve', 'one.casefile', first, second, '--different', '--reason', 'Two sisters');
  expect((await run('duplicates', 'one.casefile', '--json')).json()).toEqual({
    items: [],
    total: 0,
  });
  expect((await run('duplicates', 'one.casefile', '--min-score', 'x')).code).toBe(2);
});
