import { join } from 'node:path';
import { legajo } from '../material/command-line.ts';
import { expect, test } from '../pages/test.ts';

const passphrase = 'cinco barcas y un faro';

test('a case is made with the mouse, encrypted, and opens only with its passphrase', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'harbour.casefile');
  const first = await start();
  await first.welcome.makeCase('Harbour', file, passphrase);
  await first.shell.showsCase('Harbour');
  await expect(first.shell.status).toContainText(first.t('status.encrypted'));
  await first.workbench.close();

  const { welcome, shell, words, t } = await start();
  await expect(welcome.recentCase('Harbour')).toBeVisible();
  await expect(
    welcome.recentCase('Harbour').getByRole('img', { name: t('status.encrypted') }),
  ).toBeVisible();
  await welcome.recentCase('Harbour').click();
  await welcome.answerPassphrase('six boats and a lighthouse');
  await expect(welcome.passphraseForm).toContainText(words.error('case.passphraseWrong'));
  await welcome.answerPassphrase(passphrase);
  await shell.showsCase('Harbour');
});

test('a case is made with the keyboard alone', async ({ start, folder }) => {
  const { page, welcome, shell, workbench, t } = await start();
  await expect(welcome.choice('newCase')).toBeVisible();
  await page.keyboard.press('n');
  await expect(welcome.field('newCase.name')).toBeFocused();
  await page.keyboard.type('Sin ratón');
  await page.keyboard.press('Tab');
  await expect(welcome.field('newCase.reference')).toBeFocused();
  await page.keyboard.type('R-7');
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await expect(
    welcome.newCaseForm.getByRole('radio', { name: t('newCase.encrypt') }),
  ).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(welcome.newCaseForm.getByRole('radio', { name: t('newCase.open') })).toBeChecked();
  await workbench.chooseSavePath(
    () => page.keyboard.press('Enter'),
    join(folder, 'sin-raton.casefile'),
  );
  await shell.showsCase('Sin ratón');
  await expect(shell.status).toContainText(t('status.notEncrypted'));
});

test('a case without a title or with two passphrases is not made, and nothing typed is lost', async ({
  start,
}) => {
  const { welcome, t } = await start();
  await welcome.choice('newCase').click();
  const form = welcome.newCaseForm;
  await welcome.passphrase(form, 'passphrase.label').fill('one');
  await welcome.passphrase(form, 'passphrase.again').fill('two');
  await welcome.create.click();
  await expect(form.getByText(t('newCase.noName'))).toBeVisible();
  await expect(welcome.field('newCase.name')).toBeFocused();
  await expect(form.getByText(t('passphrase.differs'))).toBeVisible();
  await expect(welcome.passphrase(form, 'passphrase.label')).toHaveValue('one');
});

test('the sample case is made and shows what it holds', async ({ start, folder }) => {
  const { welcome, shell, sources } = await start();
  const file = join(folder, 'sample.casefile');
  await welcome.openSample(file);
  await expect(sources.table).toBeVisible();
  await expect(sources.row('Tocorón: the first ten days')).toBeVisible();
  await shell.go('entities');
  expect(await legajo(folder, 'info', file)).toMatchObject({ counts: { sources: 5 } });
});

test('the file the program was started with is open at once, and stays closed once it was closed', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'given.casefile');
  await legajo(folder, 'new', file, '--title', 'Given');
  const { page, shell, welcome, t } = await start({ file });
  await shell.showsCase('Given');
  await expect(page).toHaveTitle(/Given/);
  await shell.command(t('command.closeCase'));
  await expect(welcome.recentCase('Given')).toBeVisible();
  await page.reload();
  await expect(welcome.recentCase('Given')).toBeVisible();
});

test('a recent case opens with one key, and is taken off the list', async ({ start, folder }) => {
  const file = join(folder, 'recent.casefile');
  const first = await start();
  await first.welcome.makeCase('Recent', file);
  await first.shell.showsCase('Recent');
  await first.shell.command(first.t('command.closeCase'));
  await expect(first.welcome.recentCase('Recent')).toBeVisible();
  await first.page.keyboard.press('1');
  await first.shell.showsCase('Recent');
  await first.shell.command(first.t('command.closeCase'));
  await first.welcome.recent
    .getByRole('button', { name: first.t('welcome.forgetNamed', { title: 'Recent' }) })
    .click();
  await expect(first.welcome.recent).toContainText(first.t('welcome.noRecent'));
  expect(await legajo(folder, 'info', file)).toMatchObject({ title: 'Recent' });
});

test('the language chosen on the first screen is kept', async ({ start }) => {
  const first = await start();
  await first.page.getByText('Español', { exact: true }).click();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'es');
  await first.workbench.close();
  const second = await start();
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'es');
});
