import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('a source and an entity are read side by side, and the keys go to the half worked in', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, inspector, t } = await start({ file });
  await sources.read(report.title);
  const first = page.getByRole('main');
  const second = page.getByRole('region', { name: t('app.workBeside'), exact: true });
  await page.keyboard.press('Alt+s');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await expect(second).toHaveAttribute('data-active', 'true');
  await expectAccessible(page);

  // A list has its place in the first half; the record that is opened from it too.
  await shell.go('entities');
  await expect(first.getByRole('grid')).toBeVisible();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await first.getByRole('link', { name: report.person }).click();
  await expect(first.getByRole('heading', { name: report.person }).first()).toBeVisible();
  await expect(first).toHaveAttribute('data-active', 'true');

  // Over to the source by key: its inspector takes the panel, and its keys work.
  await page.keyboard.press('F6');
  await expect(second).toHaveAttribute('data-active', 'true');
  await expect(inspector.panel).toContainText(report.post);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(second.getByRole('searchbox').or(second.getByRole('textbox')).last()).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+s');
  await expect(second).toHaveCount(0);
  await expect(first.getByRole('heading', { name: report.person }).first()).toBeVisible();
});

test('both halves stay through a reload', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, sources, t } = await start({ file });
  await sources.read(report.title);
  await page.getByRole('button', { name: t('command.beside') }).click();
  const second = page.getByRole('region', { name: t('app.workBeside'), exact: true });
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await page.reload();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await page.getByRole('button', { name: t('command.closeHalf') }).click();
  await expect(second).toHaveCount(0);
});

test('a tab is dragged to the place of the second half, and moved back by a key', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, entities, t } = await start({ file });
  await sources.read(report.title);
  await shell.go('entities');
  await entities.open(report.person);
  const first = page.getByRole('main');
  const second = page.getByRole('region', { name: t('app.workBeside'), exact: true });

  const tab = await shell.tab(report.title).boundingBox();
  if (tab === null) throw new Error('there is no tab to drag');
  await page.mouse.move(tab.x + tab.width / 2, tab.y + tab.height / 2);
  await page.mouse.down();
  await page.mouse.move(tab.x + tab.width / 2 + 12, tab.y + tab.height / 2 + 6);
  const place = page.locator('[data-half="beside"][data-over]');
  await expect(place).toBeVisible();
  await place.hover();
  await expect(place).toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await expect(second).toHaveAttribute('data-active', 'true');
  await expect(second.getByRole('textbox')).toBeFocused();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(report.person);
  await expect(page.locator('[data-over]')).toHaveCount(0);

  // The one worked in goes over, and what was there takes its place.
  await page.keyboard.press('Alt+Shift+s');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(report.person);
  await expect(first).toHaveAttribute('data-active', 'true');
  await expect(first.getByRole('textbox')).toBeFocused();
});
