import type { Page } from '@playwright/test';
import { encryptedCase, passphrase } from '../material/encrypted-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

/** All that the page holds, its title and address included. */
async function everythingOn(page: Page): Promise<string> {
  const [content, title] = [await page.content(), await page.title()];
  return [content, title, page.url()].join('\n');
}

test('a locked case leaves the page, and comes back as it was, with what was typed', async ({
  start,
  folder,
}) => {
  const file = await encryptedCase(folder);
  const { page, shell, welcome, sources, reader, search, entities, lock, words, t } = await start({
    file,
  });
  await welcome.answerPassphrase(passphrase);
  await shell.showsCase('Harbour');
  await sources.row('long').dblclick();
  await reader.shows('long');
  const scrolled = (): Promise<number> =>
    page.locator('.cm-scroller').evaluate(({ scrollTop }) => scrollTop);
  await reader.text.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(200);
  const before = await scrolled();
  const address = page.url();
  await lock.lock();
  await expect(lock.passphrase).toBeFocused();
  const locked = await everythingOn(page);
  for (const word of ['Harbour', 'harbour', 'watchman', 'long']) {
    expect(locked, word).not.toContain(word);
  }
  await expectAccessible(page);
  await lock.unlock('no');
  await expect(lock.screen).toContainText(words.error('case.passphraseWrong'));
  await lock.unlock(passphrase);
  await expect(lock.screen).toBeHidden();
  await shell.showsCase('Harbour');
  await expect(page).toHaveTitle(/Harbour/);
  expect(page.url()).toBe(address);
  await expect.poll(scrolled).toBe(before);
  await expect(shell.tab('long')).toHaveAttribute('aria-current', 'page');
  await expect(shell.navigator).toBeVisible();

  await shell.go('search');
  await search.field.fill('watchman');
  await expect(page).toHaveURL(/watchman/);
  const query = page.url();
  await lock.lock();
  expect(await everythingOn(page)).not.toContain('watchman');
  await lock.unlock(passphrase);
  await expect(lock.screen).toBeHidden();
  expect(page.url()).toBe(query);

  await shell.go('entities');
  await entities.table.getByRole('row').first().waitFor();
  await page.getByRole('button', { name: t('command.newEntity'), exact: true }).click();
  const form = page.getByRole('dialog', { name: t('command.newEntity') });
  const name = form.getByRole('textbox', { name: t('common.name') });
  await name.fill('The night watch');
  await lock.lock();
  expect(await everythingOn(page)).not.toContain('night watch');
  // No key reaches what is hidden.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await lock.unlock(passphrase);
  await expect(lock.screen).toBeHidden();
  await expect(shell.palette).toBeHidden();
  await expect(name).toHaveValue('The night watch');
  await expect(name).toBeFocused();
  await form.getByRole('button', { name: t('common.create'), exact: true }).click();
  await entities.shows('The night watch');
});

test('a locked case that is reloaded is asked for again; one that is closed is gone', async ({
  start,
  folder,
}) => {
  const file = await encryptedCase(folder);
  const { page, shell, welcome, lock, t } = await start({ file });
  await welcome.answerPassphrase(passphrase);
  await shell.showsCase('Harbour');
  await lock.lock();
  await page.reload();
  await welcome.answerPassphrase(passphrase);
  await shell.showsCase('Harbour');
  await lock.lock();
  await lock.screen.getByRole('button', { name: t('lock.close'), exact: true }).click();
  await expect(welcome.choice('openCase')).toBeVisible();
  await expect(lock.screen).toBeHidden();
});

test('a case is locked by itself when nobody is there', async ({ start, folder }) => {
  const file = await encryptedCase(folder);
  const { page, shell, welcome, lock, t } = await start({ file });
  await page.clock.install();
  await welcome.answerPassphrase(passphrase);
  await shell.showsCase('Harbour');
  await page.clock.runFor('14:00');
  await page.keyboard.press('Shift');
  await page.clock.runFor('14:00');
  await expect(lock.screen).toBeHidden();
  await page.clock.runFor('02:00');
  await expect(lock.screen).toContainText(t('lock.idle'));
});
