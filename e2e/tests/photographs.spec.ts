import type { Locator } from '@playwright/test';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { writePortrait } from '../material/pictures.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

/** Waits until a picture is drawn, and not only on its way. */
async function drawn(image: Locator): Promise<void> {
  await expect
    .poll(() =>
      image.evaluate((one) =>
        one instanceof HTMLImageElement && one.complete ? one.naturalWidth : 0,
      ),
    )
    .toBeGreaterThan(0);
}

test('photographs are added, described, put in order, looked at and taken away', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const first = writePortrait(folder, 'first.png', { wall: [150, 170, 190], coat: [40, 60, 90] });
  const second = writePortrait(folder, 'second.png', { wall: [190, 170, 140], coat: [90, 40, 40] });
  const { page, workbench, shell, entities, reader, words } = await start({ file });
  const main = shell.work;
  await shell.go('entities');
  await expect(entities.row(report.person)).toBeVisible();
  await entities.open(report.person);

  const group = main.getByRole('region', { name: new RegExp(`^${words.t('photo.many')}`) });
  await expect(group.getByText(words.t('photo.teach'))).toBeVisible();
  await workbench.chooseFiles(
    () => group.getByRole('button', { name: words.t('photo.add'), exact: true }).click(),
    [first, second],
  );
  const photos = group.getByRole('listitem');
  await expect(photos).toHaveCount(2);
  await drawn(photos.nth(0).getByRole('img'));
  await drawn(photos.nth(1).getByRole('img'));

  await photos
    .nth(1)
    .getByRole('button', { name: words.t('photo.editNamed', { photo: 'second.png' }) })
    .click();
  const form = main.getByRole('form', { name: words.t('photo.edit'), exact: true });
  await form.getByRole('textbox', { name: words.t('photo.caption') }).fill('At the north quay');
  await form.getByRole('textbox', { name: words.t('photo.credit') }).fill('Harbour office');
  const source = form.getByRole('combobox', { name: words.t('photo.source') });
  await source.click();
  await source.fill('harbour');
  await page.getByRole('option', { name: report.title, exact: true }).click();
  await form.getByRole('combobox', { name: words.t('handling.label') }).selectOption('RED');
  await expectAccessible(page);
  await form.getByRole('button', { name: words.t('common.save') }).click();
  await expect(form).toBeHidden();
  await expect(photos.nth(1)).toContainText('At the north quay');
  await expect(photos.nth(1)).toContainText('TLP:RED');

  await photos
    .nth(1)
    .getByRole('button', { name: words.t('photo.earlier', { photo: 'At the north quay' }) })
    .click();
  await expect(photos.nth(0)).toContainText('At the north quay');
  const portrait = main
    .getByRole('button', { name: words.t('photo.enlarge', { photo: 'At the north quay' }) })
    .first();
  await drawn(portrait.getByRole('img'));
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page);
  }

  await portrait.click();
  const view = page.getByRole('dialog', { name: words.t('photo.place', { at: 1, count: 2 }) });
  await drawn(view.locator('img'));
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  const other = page.getByRole('dialog', { name: words.t('photo.place', { at: 2, count: 2 }) });
  await drawn(other.locator('img'));
  await page.keyboard.press('Escape');
  await expect(other).toBeHidden();

  // The same picture is told of and not added again.
  await workbench.dropFiles(main, [first]);
  await expect(
    page.getByText(words.error('photo.there', { path: 'first.png', file: 'first.png' })),
  ).toBeVisible();
  await expect(photos).toHaveCount(2);

  await photos
    .nth(1)
    .getByRole('button', { name: words.t('photo.editNamed', { photo: 'first.png' }) })
    .click();
  await form.getByRole('button', { name: words.t('common.remove'), exact: true }).click();
  await form.getByRole('button', { name: words.t('photo.removeQuestion'), exact: true }).click();
  await expect(photos).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(photos).toHaveCount(2);
  await photos.nth(0).getByRole('button', { name: report.title, exact: true }).click();
  await reader.shows(report.title);
});
