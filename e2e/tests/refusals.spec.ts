import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CaseInfo } from '#contract/case.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages, caseWithReport } from '../material/harbour-case.ts';
import { altered, climbing, truncated } from '../material/packages.ts';
import { expect, test } from '../pages/test.ts';

test('what is not a case file is refused in words and left as it is', async ({ start, folder }) => {
  const file = join(folder, 'letter.casefile');
  writeFileSync(file, 'Dear all,\n');
  const { page, welcome, words } = await start();
  await welcome.openFile(file);
  const sentence = words.error('case.notACaseFile', { path: file });
  await expect(page.getByRole('alert')).toContainText(sentence);
  expect(readFileSync(file, 'utf8')).toBe('Dear all,\n');
});

test('a file of a newer version is refused and left as it is', async ({ start, folder }) => {
  const file = join(folder, 'newer.casefile');
  await legajo(folder, 'new', file, '--title', 'Newer');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 9999');
  database.close();
  const before = readFileSync(file);
  const { page, words } = await start({ file, language: 'es' });
  const sentence = words.error('case.newerVersion', { path: file });
  await expect(page.getByRole('alert')).toContainText(sentence);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file cut short is said to be damaged', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  writeFileSync(file, readFileSync(file).subarray(0, 20_000));
  const { page, welcome, words } = await start();
  await welcome.openFile(file);
  const sentence = words.error('case.damaged', { path: file });
  await expect(page.getByRole('alert')).toContainText(sentence);
});

test('a second opening of a file is for reading only, says where it is held, and offers nothing to write', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const first = await start({ file });
  await first.shell.showsCase('Harbour');
  const { shell, sources, reader, words } = await start({ file });
  await shell.showsCase('Harbour');
  await expect(shell.banner).toContainText(words.t('banner.readOnly'));
  await expect(sources.row(report.title)).toBeVisible();
  await expect(sources.choose).toHaveCount(0);
  await sources.row(report.title).click();
  await expect(sources.field('publisher')).not.toBeEditable();
  await sources.read(report.title);
  await reader.shows(report.title);
  await reader.selectWithMouse(report.denial);
  await expect(reader.tools).toHaveCount(0);
  // The first one works on.
  await first.sources.row(report.title).click();
  await first.sources.field('publisher').fill('El Faro');
  await first.page.keyboard.press('Enter');
  await expect(first.sources.row(report.title)).toContainText('El Faro');
});

test('a case file that vanished under the open case is said to be gone, and comes back', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, sources, words } = await start({ file });
  await sources.row(report.title).click();
  renameSync(file, `${file}.away`);
  await sources.field('publisher').fill('El Faro');
  await page.keyboard.press('Enter');
  await expect(sources.panel).toContainText(words.error('case.vanished', { path: file }));
  await expect(sources.field('publisher')).toHaveValue('El Faro');
  renameSync(`${file}.away`, file);
  await sources.field('publisher').press('Enter');
  await expect(sources.row(report.title)).toContainText('El Faro');
});

test('a recent case that is no longer there says so', async ({ start, folder }) => {
  const file = join(folder, 'gone.casefile');
  const first = await start();
  await first.welcome.makeCase('Gone', file);
  await first.shell.showsCase('Gone');
  await first.workbench.close();
  renameSync(file, join(folder, 'elsewhere.casefile'));
  const { welcome, words } = await start();
  await expect(welcome.recentCase('Gone')).toBeDisabled();
  await expect(welcome.recentCase('Gone')).toContainText(words.t('welcome.missing'));
});

for (const [what, spoil, code] of [
  ['cut off before its end', truncated, 'package.damaged'],
  ['altered by one byte', altered, 'package.damaged'],
  ['that climbs out of its folder', climbing, 'package.unsafePath'],
] as const) {
  test(`a package ${what} is refused, and the open case stays as it was`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfPassages(folder);
    await legajo(folder, 'export', file, join(folder, 'whole.casepack'));
    const bad = spoil(join(folder, 'whole.casepack'), join(folder, 'bad.casepack'));
    const before = CaseInfo.parse(await legajo(folder, 'info', file));
    const { page, shell, exchange, words } = await start({ file });
    await shell.go('exchange');
    await exchange.takeIn(bad, join(folder, 'new.casefile'));
    const sentence = words.error(code, { path: bad });
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await shell.showsCase('Harbour');
    expect(CaseInfo.parse(await legajo(folder, 'info', file)).revision).toEqual(before.revision);
  });
}
