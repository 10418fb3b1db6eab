import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

test('how a document was received is said with its import, and its custody is kept from there', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  const { sources, page, words } = await start({ file });
  await sources.dropDocuments([new Documents(folder).report()]);
  await sources.importPanel.getByText(words.t('import.custody'), { exact: true }).click();
  await sources.importPanel.getByLabel(words.t('custody.receivedFrom')).fill('Court of Claro');
  await sources.importPanel.getByLabel(words.t('custody.receivedOn')).fill('2021-03-05');
  await sources.start(1).click();
  await sources.importFinished();
  await sources.dismissImport();
  await sources.row(report.title).click();
  const log = sources.panel.getByRole('region', { name: words.t('custody.title') });
  await expect(log).toContainText(words.t('custody.from', { party: 'Court of Claro' }));
  await log.getByRole('button', { name: words.t('custody.add') }).click();
  const form = log.getByRole('form', { name: words.t('custody.add') });
  await form.getByLabel(words.t('custody.act')).selectOption('handedOver');
  await form.getByLabel(words.t('custody.partyTo')).fill('Desk of El Faro');
  await form.getByLabel(words.t('custody.happened')).fill('2021-04');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(log.getByRole('listitem')).toHaveCount(2);
  const entry = log.getByRole('listitem').filter({ hasText: 'Desk of El Faro' });
  await entry.getByRole('button', { name: words.t('custody.change') }).click();
  const change = log.getByRole('form', { name: words.t('custody.change') });
  await change.getByLabel(words.t('custody.purpose')).fill('Publication');
  await page.keyboard.press('Enter');
  await expect(entry).toContainText('Publication');
});

test('what comes into a watched folder is offered, imported, and offered no more', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'earlier.txt'), `${report.last}\n`);
  await legajo(folder, 'new', file, '--title', 'Harbour');
  const { sources, page, words, workbench } = await start({ file });
  await expect(sources.choose).toBeVisible();
  await page.getByRole('button', { name: words.t('import.more') }).click();
  const watch = page.getByRole('menuitem', { name: words.t('watching.watch') });
  await workbench.chooseFolder(() => watch.click(), inbox);
  await expect(
    page.getByText(words.t('watching.state.watching', { folder: 'inbox' }), { exact: true }),
  ).toBeVisible();
  writeFileSync(join(inbox, 'new.txt'), `${report.opening}\n`);
  await expect(
    page.getByText(words.t('watching.found', { count: 1, folder: 'inbox' })),
  ).toBeVisible();
  await page.getByRole('button', { name: words.t('watching.import'), exact: true }).click();
  await sources.start(1).click();
  await sources.importFinished();
  await sources.expectFate('new.txt', 'imported');
  await expect(
    page.getByText(words.t('watching.found', { count: 1, folder: 'inbox' })),
  ).toBeHidden();
  await sources.dismissImport();
  await expect(sources.row('new')).toBeVisible();
  await expect(sources.row('earlier')).toHaveCount(0);
});

test('a long custody log shows its latest entries, and the earlier ones when they are asked for', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  const first = join(folder, 'first.txt');
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  writeFileSync(first, 'The same words.\n');
  for (let at = 0; at < 60; at += 1) writeFileSync(join(copies, `${at}.txt`), 'The same words.\n');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  await legajo(folder, 'import', file, first);
  await legajo(folder, 'import', file, copies, '--recursive');
  const { sources, words } = await start({ file });
  await sources.row('first').click();
  const log = sources.panel.getByRole('region', { name: words.t('custody.title') });
  const earlier = log.getByRole('button', { name: words.t('custody.earlier', { count: 10 }) });
  await expect(log.getByRole('listitem')).toHaveCount(50);
  await earlier.click();
  await expect(log.getByRole('listitem')).toHaveCount(60);
  await expect(earlier).toBeHidden();
});
