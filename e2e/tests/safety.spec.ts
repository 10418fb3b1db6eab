import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseInfo } from '#contract/case.ts';
import { legajo } from '../material/command-line.ts';
import { caseOfPassages, caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('a case is backed up, changed, and restored as it was beside the case as it is', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const restored = join(folder, 'restored.casefile');
  const { page, shell, workbench, t } = await start({ file });
  await shell.go('settings');
  const backups = page.getByRole('region', { name: t('safety.backups'), exact: true });
  await backups.getByRole('button', { name: t('safety.backUpNow') }).click();
  await expect(backups.getByRole('status')).not.toHaveText(t('safety.none'));
  await expectAccessible(page);
  const title = page.getByLabel(t('newCase.name'), { exact: true });
  await title.fill('Harbour, renamed');
  await page.keyboard.press('Tab');
  await shell.showsCase('Harbour, renamed');
  await workbench.page
    .getByRole('button', { name: /1/ })
    .filter({ hasText: /backup/ })
    .click();
  const list = backups.getByRole('listitem');
  await expect(list).not.toHaveCount(0);
  await workbench.chooseSavePath(() => list.last().getByRole('button').first().click(), restored);
  await shell.showsCase('Harbour');
  const info = async (path: string) => CaseInfo.parse(await legajo(folder, 'info', path)).title;
  expect(await info(file)).toBe('Harbour, renamed');
  expect(await info(restored)).toBe('Harbour');
});

test('a backup is restored from the welcome screen, in Spanish', async ({ start, folder }) => {
  const file = await caseWithReport(folder);
  const first = await start({ file, language: 'es' });
  await first.shell.go('settings');
  const { t } = first;
  await first.page.getByRole('button', { name: t('safety.backUpNow') }).click();
  await expect(first.page.getByText(t('safety.none'))).toBeHidden();
  await first.workbench.close();
  const second = await start({ language: 'es' });
  await second.page.getByRole('button', { name: t('safety.restoreCommand') }).click();
  const dialog = second.page.getByRole('dialog', { name: t('safety.restoreTitle') });
  await dialog.getByLabel(t('safety.filter')).fill('harb');
  await expectAccessible(second.page);
  const restored = join(folder, 'de-vuelta.casefile');
  await second.workbench.chooseSavePath(
    () => dialog.getByRole('listitem').first().getByRole('button').click(),
    restored,
  );
  await second.shell.showsCase('Harbour');
});

test('a case is checked, and said to be as it was written', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, shell, t } = await start({ file });
  await shell.go('settings');
  await page.getByRole('button', { name: t('safety.checkNow') }).click();
  await expect(page.getByText(t('safety.sound'))).toBeVisible();
  await expectAccessible(page);
});

test('a damaged file is offered for repair, and what was lost is told', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
  const damaged = readFileSync(file);
  const out = join(folder, 'repaired.casefile');
  const { page, shell, welcome, workbench, t } = await start();
  await welcome.openFile(file);
  await expect(page.getByRole('alert')).toBeVisible();
  await page
    .getByRole('button', { name: t('safety.repairCommand') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('safety.repairTitle') });
  await expect(dialog.getByText(file)).toBeVisible();
  await workbench.chooseSavePath(
    () => dialog.getByRole('button', { name: t('safety.repair'), exact: true }).click(),
    out,
  );
  await expect(dialog.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('safety.openRepaired') }).click();
  await shell.showsCase('Harbour');
  expect(readFileSync(file).equals(damaged)).toBe(true);
});
