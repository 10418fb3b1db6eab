import { readFileSync } from 'node:fs';
import { Language } from '#contract/vocabulary.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const isPlain = (file: string): boolean => readFileSync(file).includes('SQLite format 3');

test('a passphrase is set, changed and removed while the case is open', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, shell, lock, words, t } = await start({ file });
  await shell.go('settings');
  await lock.button('passphrase.set').click();
  await expect(lock.field('passphrase.label')).toBeFocused();
  await lock.field('passphrase.label').fill('barca');
  await expect(lock.form).toContainText(t('passphrase.level.veryWeak'));
  await lock.done('passphrase.setDone').click();
  await expect(lock.form).toContainText(t('passphrase.differs'));
  await expect(lock.form).toContainText(t('passphrase.keepIt'));
  expect(isPlain(file)).toBe(true);
  await expectAccessible(page);
  // A weak one is told to be weak, and taken all the same.
  await lock.field('passphrase.again').fill('barca');
  await lock.kept.check();
  await lock.done('passphrase.setDone').click();
  await expect(shell.status).toContainText(t('status.encrypted'));
  expect(isPlain(file)).toBe(false);

  await lock.button('passphrase.change').click();
  await lock.field('passphrase.current').fill('barco');
  await lock.field('passphrase.new').fill('cinco barcas y un faro apagado');
  await expect(lock.form).toContainText(t('passphrase.level.strong'));
  await lock.field('passphrase.again').fill('cinco barcas y un faro apagado');
  await lock.kept.check();
  await lock.done('passphrase.changeDone').click();
  await expect(lock.form).toContainText(words.error('case.passphraseWrong'));
  await lock.field('passphrase.current').fill('barca');
  await lock.done('passphrase.changeDone').click();
  await expect(lock.form).toBeHidden();

  await lock.lock();
  await lock.unlock('cinco barcas y un faro apagado');
  await expect(lock.screen).toBeHidden();
  await lock.button('passphrase.remove').click();
  await lock.field('passphrase.current').fill('cinco barcas y un faro apagado');
  await lock.done('passphrase.removeDone').click();
  await expect(shell.status).toContainText(t('status.notEncrypted'));
  expect(isPlain(file)).toBe(true);
});

for (const language of Language.options) {
  test(`who works here is asked once, and its key is shown (${language})`, async ({
    start,
    folder,
  }) => {
    const file = await caseWithReport(folder);
    const { page, shell, t } = await start({ file, language, firstTime: true });
    const panel = page.getByRole('dialog', { name: t('who.title'), exact: true });
    const name = panel.getByLabel(t('settings.name'), { exact: true });
    await expect(name).toBeFocused();
    await expect(name).not.toHaveValue('');
    await expectAccessible(page);
    await page.keyboard.type('Ana Ruiz');
    await page.keyboard.press('Tab');
    await page.keyboard.type('AR');
    await page.keyboard.press('Enter');
    await expect(panel).toBeHidden();
    await expect(shell.status).toContainText('AR');
    await shell.go('settings');
    await expect(page.getByText(/^([A-Z2-7]{4} ){12}[A-Z2-7]{4}$/)).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await shell.showsCase('Harbour');
    await expect(page.getByLabel(t('settings.initials'), { exact: true })).toHaveValue('AR');
    await expect(panel).toBeHidden();
  });
}
