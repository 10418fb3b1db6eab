import { join } from 'node:path';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

test('sources are filtered by what they are, and the filter stays until it is cleared', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  const documents = new Documents(folder);
  await legajo(folder, 'new', file, '--title', 'Harbour');
  await legajo(folder, 'import', file, ...documents.ofEveryKind());
  const { sources, shell, page, words } = await start({ file });
  await expect(sources.row(report.title)).toBeVisible();
  await sources.filters.click();
  await page.getByRole('checkbox', { name: words.t('sourceKind.pdf'), exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(sources.row('manifest')).toBeVisible();
  await expect(sources.row(report.title)).toHaveCount(0);
  // Another screen and back: the list is found as it was left.
  await shell.go('tags');
  await shell.go('sources');
  await expect(sources.row('manifest')).toBeVisible();
  await expect(sources.row(report.title)).toHaveCount(0);
  await page.getByRole('button', { name: words.t('sources.clearFilters'), exact: true }).click();
  await expect(sources.row(report.title)).toBeVisible();
});

test('what is set on several sources is one gesture, which one undo takes back', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  await legajo(folder, 'import', file, ...new Documents(folder).many(4, 200));
  const { sources, page, words } = await start({ file });
  await sources.row('log-0000').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const count = 3;
  await expect(
    sources.panel.getByRole('heading', { name: words.t('sources.selected', { count }) }),
  ).toBeVisible();
  await sources.field('retrievedFrom').fill('Port archive');
  await sources.panel.getByLabel(words.t('sources.setReading')).selectOption('read');
  await sources.panel.getByLabel(words.t('source.derivesFrom')).fill('log-0003');
  await page.getByRole('option', { name: 'log-0003', exact: true }).click();
  await page.getByRole('button', { name: words.t('sources.apply', { count }) }).click();
  await expect(sources.panel.getByRole('status')).toHaveText(words.t('sources.applied', { count }));
  const places = async () =>
    SourcePage.parse(await legajo(folder, 'sources', file, '--sort', 'title')).items.map(
      ({ retrievedFrom, reading, derivesFrom }) =>
        `${retrievedFrom} ${reading} ${derivesFrom?.title ?? ''}`,
    );
  const set = 'Port archive read log-0003';
  expect(await places()).toEqual([set, set, set, ' unread ']);
  await sources.row('log-0001').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(places).toEqual(Array.from({ length: 4 }, () => ' unread '));

  // Several are taken away as one, too.
  await sources.row('log-0001').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(
    sources.panel.getByRole('heading', { name: words.t('sources.selected', { count: 2 }) }),
  ).toBeVisible();
  await sources.panel.getByRole('button', { name: words.t('common.remove') }).click();
  await page
    .getByRole('button', { name: words.t('sources.removeManyQuestion', { count: 2 }) })
    .click();
  await expect(sources.row('log-0001')).toHaveCount(0);
  await expect(sources.row('log-0002')).toHaveCount(0);
  await expect(sources.table).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(sources.row('log-0001')).toBeVisible();
  await expect(sources.row('log-0002')).toBeVisible();
});
