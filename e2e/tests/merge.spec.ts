import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import { PackageInspection } from '#contract/package.ts';
import { legajo } from '../material/command-line.ts';
import { altered } from '../material/packages.ts';
import { caseOfTwoTeams } from '../material/two-teams.ts';
import { twoTeams } from '../material/two-teams-names.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';
import { TakingIn } from '../pages/taking-in.ts';

test('a colleague’s work is seen before it is merged, one record is left out, and one undo takes it back', async ({
  start,
  folder,
}) => {
  const { file, pack } = await caseOfTwoTeams(folder);
  const { page, shell, exchange, workbench, words, entities, t } = await start({ file });
  const taking = new TakingIn(workbench, words, exchange);
  await shell.go('exchange');
  await taking.choose(pack);
  await expect(taking.signature).toContainText(t('exchange.takeInSignature.unknown'));
  await expect(taking.signature).toContainText(twoTeams.them);
  const { signature } = PackageInspection.parse(await legajo(folder, 'inspect', pack));
  await expect(taking.signature).toContainText(groupedFingerprint(signature.fingerprint ?? ''));
  await expect(page.getByRole('main')).toContainText('Request 118');
  await taking.button('exchange.takeInSignature.add').click();
  await expect(taking.signature).toContainText(
    t('exchange.takeInSignature.notCompared', { name: twoTeams.them }),
  );
  await expectAccessible(page);

  await taking.button('exchange.takeInStep.merge').click();
  await expect(taking.records).toBeVisible();
  const newcomer = taking.records.getByRole('row').filter({ hasText: twoTeams.newcomer });
  await expect(newcomer.first()).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectAccessible(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  // What is found by its words is left out, and with it what hangs on it.
  await page.getByRole('textbox', { name: t('merge.find') }).fill(twoTeams.newcomer);
  await page.getByRole('combobox', { name: t('merge.kind') }).selectOption('entity');
  await expect(taking.records.getByRole('row')).toHaveCount(2);
  await taking.take(twoTeams.newcomer).uncheck();
  await expect(page.getByRole('main')).toContainText(t('merge.leftOut', { count: 1 }));
  const merge = page.getByRole('main').getByRole('button', {
    name: t('merge.upTo', { count: 2, number: '' }).replace(/\s*records$/, ''),
  });
  await merge.click();
  await expect(taking.button('merge.decideConflicts')).toBeVisible();
  await expect(taking.said.first()).toContainText(
    t('merge.outcome.conflicts', { count: 4, number: '4' }),
  );
  await expectAccessible(page);

  await shell.go('entities');
  await expect(entities.table).toContainText('Iriarte, Marta');
  await expect(entities.table).not.toContainText(twoTeams.newcomer);
  await shell.go('exchange');
  await exchange.show('takeIn');
  await taking.button('merge.undo').click();
  await expect(page.getByRole('main')).toContainText(t('merge.undone'));
  await shell.go('entities');
  await expect(entities.table).not.toContainText('Iriarte, Marta');
});

test('an encrypted package is merged by keys alone, in Spanish, and brings nothing the second time', async ({
  start,
  folder,
}) => {
  const { file, sealed, pack } = await caseOfTwoTeams(folder);
  const { page, exchange, workbench, words, t, shell } = await start({ file, language: 'es' });
  const taking = new TakingIn(workbench, words, exchange);
  await expect(shell.work).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await taking.choose(sealed, { keys: true });
  const passphrase = page.getByRole('textbox', { name: t('passphrase.label') });
  await expect(passphrase).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(passphrase).toHaveAttribute('aria-invalid', 'true', { timeout: 90_000 });
  await passphrase.press('ControlOrMeta+a');
  await page.keyboard.type(twoTeams.passphrase);
  await page.keyboard.press('Enter');
  // Trying a passphrase is made to take time, and memory, each time that a package is opened with it.
  const merging = taking.button('exchange.takeInStep.merge');
  await expect(merging).toBeVisible({ timeout: 90_000 });
  await merging.press('Enter');
  await expect(taking.records.getByRole('row').nth(1)).toBeVisible({ timeout: 90_000 });
  await taking.records.focus();
  await page.keyboard.press('ArrowDown');
  await expect(taking.button('merge.leaveOut')).toBeEnabled();
  await page.keyboard.press('x');
  await expect(page.getByRole('main')).toContainText(t('merge.leftOut', { count: 1 }));
  await page.keyboard.press('x');
  await expect(page.getByRole('main')).not.toContainText(t('merge.leftOut', { count: 1 }));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(taking.button('merge.decideConflicts')).toBeVisible({ timeout: 90_000 });
  await expectAccessible(page);
  await taking.button('exchange.takeInStep.other').press('Enter');

  await taking.choose(pack, { keys: true });
  await taking.button('exchange.takeInStep.merge').press('Enter');
  const nothing = t('merge.nothing', { count: 0 }).replace('0', String.raw`\d+`);
  await expect(page.getByText(new RegExp(nothing))).toBeVisible();
  await expect(page.getByText(t('merge.backupFirst'))).toBeHidden();
});

test('a package that was changed by one byte is refused in words, and nothing is taken in', async ({
  start,
  folder,
}) => {
  const { file, pack } = await caseOfTwoTeams(folder);
  const bad = altered(pack, join(folder, 'altered.casepack'));
  const { page, shell, exchange, workbench, words, entities } = await start({ file });
  const taking = new TakingIn(workbench, words, exchange);
  // Dropped anywhere on the window, it is taken for what it is.
  await expect(shell.work).toBeVisible();
  await workbench.dropFiles(shell.work, [bad]);
  await expect(page).toHaveURL(/#\/exchange\/take-in$/);
  // Where the byte lies decides when it shows: at once, or when all of it is read.
  const merge = taking.button('exchange.takeInStep.merge');
  await expect(taking.alert.or(merge).first()).toBeVisible();
  if (await merge.isVisible()) await merge.click();
  await expect(taking.alert).toBeVisible();
  await expect(taking.records).toBeHidden();
  await expectAccessible(page);
  await shell.go('entities');
  await expect(entities.table).toBeVisible();
  await expect(entities.table).not.toContainText(twoTeams.newcomer);
});

test('a table of another program is taken in as its columns say, and undone', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'tables.casefile');
  await legajo(folder, 'new', file, '--title', 'Tables');
  const table = join(folder, 'people.csv');
  writeFileSync(
    table,
    'Name,Birth date,Colour\nRosa Lind,1980-02-01,red\nJan Oort,1975,blue\n',
    'utf8',
  );
  const { page, shell, exchange, workbench, words, entities, t } = await start({ file });
  const taking = new TakingIn(workbench, words, exchange);
  await shell.go('exchange');
  await taking.choose(table);
  await expect(taking.items).toContainText('Rosa Lind');
  const colour = page.getByRole('combobox', {
    name: t('foreign.table.roleOf', { name: 'Colour' }),
  });
  await expect(colour).toBeVisible();
  await colour.selectOption('note');
  await expect(page.getByRole('table', { name: t('foreign.totals') })).toContainText(
    t('foreign.kind.note'),
  );
  await expectAccessible(page);
  await expect(taking.button('foreign.takeIn')).toBeEnabled();
  await taking.button('foreign.takeIn').click();
  await expect(page.getByRole('main')).toContainText(t('foreign.done'));
  await expectAccessible(page);
  await taking.button('merge.undo').click();
  await expect(page.getByRole('main')).toContainText(t('merge.undone'));
  await shell.go('entities');
  await expect(page.getByRole('main')).not.toContainText('Rosa Lind');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(entities.table).toContainText('Rosa Lind');
});
