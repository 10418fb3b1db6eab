import { type Locator, type Page, expect } from '@playwright/test';
import { basename } from 'node:path';

/**
 * The file chooser that the workbench draws itself in the browser host. A test's files lie in the folder it opens
 * with, so it needs no walk through folders.
 */
function chooser(page: Page): Locator {
  return page.getByRole('dialog').filter({ has: page.locator('[data-chooser]') });
}

export async function chooseInPage(page: Page, paths: readonly string[]): Promise<void> {
  const dialog = chooser(page);
  await expect(dialog).toBeVisible();
  for (const [index, path] of paths.entries()) {
    await dialog
      .getByRole('option', { name: basename(path) })
      .click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
  }
  await dialog.locator('[data-chooser-accept]').click();
  await expect(dialog).toBeHidden();
}

export async function placeInPage(page: Page, path: string): Promise<void> {
  const dialog = chooser(page);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox').first().fill(basename(path));
  await dialog.locator('[data-chooser-accept]').click();
  await expect(dialog).toBeHidden();
}
