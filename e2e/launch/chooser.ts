import { type Locator, type Page, expect } from '@playwright/test';
import { dirname, basename, relative, sep } from 'node:path';

/** The file chooser that the workbench draws itself in the browser host. */
function chooser(page: Page): Locator {
  return page.getByRole('dialog').filter({ has: page.locator('#file-list') });
}

/** Chooses files of one folder, which lies in or below `root`, the folder the chooser is confined to. */
export async function chooseInPage(
  page: Page,
  root: string,
  paths: readonly string[],
): Promise<void> {
  const dialog = chooser(page);
  const folders = new Set(paths.map(dirname));
  const [folder] = folders;
  if (folder === undefined || folders.size > 1)
    throw new Error('the chooser takes the files of one folder at a time');
  // Where the chooser was left may come up only after the way has begun: then it begins again.
  await expect(async () => {
    await walkTo(dialog, root, folder);
    for (const path of paths) {
      await expect(entry(dialog, basename(path))).toBeVisible({ timeout: 5000 });
    }
  }).toPass({ timeout: 60_000 });
  for (const path of paths) await entry(dialog, basename(path)).click();
  await takeButton(dialog).click();
  // One that asks where to save may follow at once.
  await expect(dialog.filter({ hasNot: page.locator('form') })).toBeHidden();
}

/** Answers where to save, and, when the chooser asks, that a file of that name may be replaced. */
export async function placeInPage(page: Page, root: string, path: string): Promise<void> {
  const dialog = chooser(page);
  await walkTo(dialog, root, dirname(path));
  const name = dialog.locator('form').getByRole('textbox');
  // When it gets the focus it selects the name without its ending, which would leave the ending standing.
  await name.focus();
  await name.fill(basename(path));
  await takeButton(dialog).click();
  const asksToReplace = dialog.locator('form').getByRole('alert');
  await expect
    .poll(async () => (await dialog.isHidden()) || (await asksToReplace.isVisible()))
    .toBe(true);
  if (await dialog.isVisible()) await takeButton(dialog).click();
  await expect(dialog).toBeHidden();
}

/** Takes a folder in or below `root`. */
export async function takeFolderInPage(page: Page, root: string, path: string): Promise<void> {
  const dialog = chooser(page);
  await walkTo(dialog, root, path);
  const way = dialog.getByRole('navigation').getByRole('button').last();
  await expect(way).toContainText(basename(path));
  await takeButton(dialog).click();
  await expect(dialog).toBeHidden();
}

/** The chooser opens where it was left, so the way begins at its root. */
async function walkTo(dialog: Locator, root: string, folder: string): Promise<void> {
  await expect(dialog).toBeVisible();
  await dialog.getByRole('navigation').getByRole('button').first().click();
  const names = relative(root, folder)
    .split(sep)
    .filter((name) => name !== '');
  for (const name of names) await entry(dialog, name).click();
}

function entry(dialog: Locator, name: string): Locator {
  return dialog.getByRole('option').filter({ has: dialog.page().getByText(name, { exact: true }) });
}

/** The button that takes what was chosen is the last one, in every language. */
function takeButton(dialog: Locator): Locator {
  return dialog.getByRole('button').last();
}
