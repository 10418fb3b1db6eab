import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

test('import-records says what would come in, takes it in once, and says how columns are to be read', async () => {
  const folder = testFolder();
  const run = (...words: string[]) => legajo(folder, ...words);
  await run('new', 'one.casefile', '--title', 'One');
  writeFileSync(
    join(folder, 'people.csv'),
    'Who,Known as,Boss of\nRosa Lind,La Rubia; Rosie,Harbour Crew\nBo Oort,,\n',
  );
  const map = [
    '--map',
    'who=name',
    '--map',
    '2=name:alias[;]',
    '--map',
    'Boss of=link:Directorship',
  ];
  const dry = await run(
    'import-records',
    'one.casefile',
    'people.csv',
    ...map,
    '--dry-run',
    '--json',
  );
  expect(dry.json()).toMatchObject({ format: 'csv', itemCount: 3, table: { rows: 2 } });
  const text = await run('import-records', 'one.casefile', 'people.csv', ...map, '--dry-run');
  expect(text.out).toContain('entity, new');
  expect((await run('entities', 'one.casefile', '--json')).json()).toMatchObject({ total: 0 });

  const first = await run('import-records', 'one.casefile', 'people.csv', ...map, '--json');
  expect(first.json()).toMatchObject({ changed: 0, same: 0, candidateCount: 0 });
  const found = await run('entities', 'one.casefile', '--json');
  expect(found.json()).toMatchObject({ total: 3 });
  const again = await run('import-records', 'one.casefile', 'people.csv', ...map, '--json');
  expect(again.json()).toMatchObject({ made: [], changed: 0 });

  const unmapped = await run('import-records', 'one.casefile', 'people.csv', '--json');
  expect(unmapped.code).toBe(1);
  expect(unmapped.err).toContain('foreign.noNames');
  const wrong = await run('import-records', 'one.casefile', 'people.csv', '--map', 'Who=nothing');
  expect(wrong.code).toBe(2);
});
