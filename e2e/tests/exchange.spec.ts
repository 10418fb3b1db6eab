import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { legajo } from '../material/command-line.ts';
import { contentOf } from '../material/harbour-case.ts';
import { expect, test } from '../pages/test.ts';

test('a case handed over as a package is, opened elsewhere, the same to the last field', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'sample.casefile');
  const pack = join(folder, 'sample.casepack');
  const copy = join(folder, 'copy.casefile');
  await legajo(folder, 'sample', file);
  // That it was handed over is written down in it afterwards.
  const handed = await contentOf(folder, file);
  const { shell, exchange, sources, page } = await start({ file });
  await shell.go('exchange');
  await exchange.handOver(pack);
  await exchange.takeIn(pack, copy);
  await expect(shell.status).toContainText('copy.casefile');
  await shell.go('sources');
  await expect(sources.table).toBeVisible();
  await page.reload();
  await expect(shell.status).toContainText('copy.casefile');
  expect(await contentOf(folder, copy)).toEqual(handed);
});

test('a package is opened from the first screen', async ({ start, folder }) => {
  const file = join(folder, 'one.casefile');
  const pack = join(folder, 'one.casepack');
  await legajo(folder, 'new', file, '--title', 'One');
  await legajo(folder, 'export', file, pack);
  const { welcome, shell } = await start();
  await welcome.openPackage(pack, join(folder, 'two.casefile'));
  await shell.showsCase('One');
  expect(readdirSync(folder).filter((name) => name.endsWith('.casefile'))).toHaveLength(2);
});
