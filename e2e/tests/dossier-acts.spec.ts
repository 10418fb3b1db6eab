import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('each of several subjects gets a dossier of its own', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const out = join(folder, 'dossiers');
  mkdirSync(out);
  const { page, workbench, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  await dossiers.button(words.t('dossier.run.open')).click();
  const dialog = page.getByRole('dialog', { name: words.t('dossier.run.title'), exact: true });
  await dialog
    .getByRole('button', { name: words.t('dossier.run.all.organization'), exact: true })
    .click();
  const begin = dialog.getByRole('button', { name: words.t('dossier.run.begin', { count: 2 }) });
  await expect(begin).toBeEnabled();
  await expectAccessible(page);
  await workbench.chooseFolder(() => begin.click(), out);
  await expect(dialog.getByText(words.t('dossier.run.made', { count: 2 }))).toBeVisible();
  const made = readdirSync(out);
  expect(made).toHaveLength(2);
  for (const name of made)
    expect(readFileSync(join(out, name)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('our template is copied to be changed, and one that is broken tells its file and line', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const own = join(folder, 'own');
  mkdirSync(own);
  const { page, workbench, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  await dossiers.openLook();
  const copy = dossiers.button(words.t('dossier.templateCopy'));
  await workbench.chooseFolder(() => copy.click(), own);
  await expect(dossiers.button(words.t('dossier.templateTakeOurs'))).toBeVisible();
  await dossiers.settled();
  await dossiers.shows(report.person);

  const main = join(own, 'dossier.typ');
  const lines = readFileSync(main, 'utf8').split('\n').length;
  appendFileSync(main, '\n#unheard-of()\n');
  await dossiers.part('gaps').click();
  const alert = page.getByRole('alert').filter({ hasText: 'dossier.typ' });
  await expect(alert.first()).toContainText(String(lines + 1));
  await dossiers.button(words.t('dossier.templateTakeOurs')).click();
  await expect(alert).toHaveCount(0);
  await dossiers.shows(report.person);
});

test('a dossier is checked: unaltered as it was saved, and altered once a byte is another', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const pdf = join(folder, 'dossier.pdf');
  const { page, workbench, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  await dossiers.saveAs(pdf);
  const check = dossiers.button(words.t('dossier.verify.open'));
  const dialog = page.getByRole('dialog', { name: words.t('dossier.verify.title'), exact: true });
  await workbench.chooseFiles(() => check.click(), [pdf]);
  await expect(dialog.getByText(words.t('dossier.verify.file.unaltered'))).toBeVisible();
  await expect(dialog.getByText(words.t('dossier.verify.compared.same'))).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const bytes = readFileSync(pdf);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(pdf, bytes);
  await workbench.chooseFiles(() => check.click(), [pdf]);
  await expect(dialog.getByText(words.t('dossier.verify.file.altered'))).toBeVisible();
});
