import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseInfo } from '#contract/case.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import { SourcePage, type Source } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

async function sourcesOf(folder: string, file: string): Promise<Source[]> {
  return SourcePage.parse(await legajo(folder, 'sources', file)).items;
}

async function newCase(folder: string): Promise<string> {
  const file = join(folder, 'case.casefile');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  return file;
}

test('documents of every kind are chosen and imported, and each says what became of it', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const paths = new Documents(folder).ofEveryKind();
  const { sources, page, words } = await start({ file });
  await expect(page.getByText(words.t('sources.empty'))).toBeVisible();
  await sources.chooseDocuments(paths);
  await sources.start(paths.length).click();
  await sources.importFinished();
  for (const path of paths) await sources.expectFate(path.split('/').at(-1) ?? '', 'imported');
  await sources.dismissImport();
  await expect(sources.row('Quay notes')).toBeVisible();
  await expect(sources.row(report.title)).toBeVisible();
  const rows = await sourcesOf(folder, file);
  expect(rows.map(({ encoding }) => encoding?.toLowerCase() ?? null)).toEqual(
    expect.arrayContaining(['utf-16le', 'windows-1252', 'utf-8']),
  );
});

test('dropped documents that cannot be imported say why, and the others are there', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const documents = new Documents(folder);
  const unfit = documents.unfit();
  const unread = documents.unread();
  const whole = documents.report();
  const { sources, words } = await start({ file });
  await sources.dropDocuments([whole, ...Object.values(unfit), ...Object.values(unread)]);
  await sources.start(6).click();
  await sources.importFinished();
  await sources.expectFate(report.file, 'imported');
  const why = [
    ['empty.txt', 'source.empty'],
    ['locked.pdf', 'source.passwordNeeded'],
    ['truncated.pdf', 'source.truncated'],
  ] as const;
  for (const [name, code] of why) {
    await sources.expectFate(name, 'failed', words.error(code, { file: name }));
  }
  for (const path of Object.values(unread)) {
    const name = path.split('/').at(-1) ?? '';
    await sources.expectFate(name, 'imported', extractionWarningText('noText', 'en'));
  }
  // What is there byte for byte is not taken twice.
  await sources.dropDocuments([whole]);
  await sources.start(1).click();
  await sources.importFinished();
  await sources.expectFate(report.file, 'duplicate');
  expect(await sourcesOf(folder, file)).toHaveLength(3);
});

test('what is in an archive becomes sources; what is protected asks for its password and is tried again', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const documents = new Documents(folder);
  const password = 'olmo';
  const { sources, page, words, workbench } = await start({ file });
  await sources.dropDocuments([documents.archive(), documents.locked(password)]);
  await sources.start(2).click();
  await sources.importFinished();
  await sources.expectFate('bundle.zip', 'imported', words.t('import.within', { count: 5 }));
  const locked = words.error('source.passwordNeeded', { file: 'protected.pdf' });
  await sources.expectFate('protected.pdf', 'failed', locked);
  await sources.importPanel
    .getByRole('radiogroup', { name: words.t('import.show') })
    .getByText(words.t('import.shown.failed'))
    .click();
  await expect(sources.fate('bundle.zip')).toHaveCount(0);
  await expect(sources.fate('protected.pdf')).toBeVisible();
  await sources.importPanel.getByLabel(words.t('import.passwordOf')).fill(password);
  await page.keyboard.press('Enter');
  await sources.expectFate('protected.pdf', 'imported');
  await sources.expectFate('bundle.zip', 'imported');
  const results = join(folder, 'results.csv');
  const save = sources.importPanel.getByRole('button', { name: words.t('import.saveResults') });
  await workbench.chooseSavePath(() => save.click(), results);
  await expect(page.getByText(words.t('import.resultsSaved', { path: results }))).toBeVisible();
  // Of all files, not of those alone that were tried again.
  expect(readFileSync(results, 'utf8')).toContain('protected.pdf');
  expect(readFileSync(results, 'utf8')).toContain('bundle.zip');
  await sources.dismissImport();
  // The keys are not lost with the panel.
  await expect(sources.table).toBeFocused();
  await expect(sources.row('protected')).toBeVisible();
  // Where it was stands beside a source; pressing it lists what was there.
  await sources.row('The north quay').click();
  const container = words.t('sources.showWithin', { title: 'bundle' });
  await sources.panel.getByRole('button', { name: container }).click();
  await expect(sources.row('protected')).toHaveCount(0);
  await expect(sources.row('The north quay')).toBeVisible();
});

test('what is dropped before an import begins joins it: a table is a document like others', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const documents = new Documents(folder);
  const { sources } = await start({ file });
  await sources.dropDocuments([
    documents.report(),
    documents.write('crew.csv', 'name,post\nMarta Iriarte,master\n'),
    documents.write('crew.casepack', 'no package'),
  ]);
  await expect(sources.start(2)).toBeVisible();
  await sources.dropDocuments([documents.write('log.txt', 'Nothing was loaded that day.\n')]);
  await sources.start(3).click();
  await sources.importFinished();
  for (const name of [report.file, 'crew.csv', 'log.txt'])
    await sources.expectFate(name, 'imported');
});

test('an import of many documents shows its progress, waits and is cancelled; what was done is kept', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const many = new Documents(folder).slow(200);
  const { sources, page, words } = await start({ file });
  await sources.dropDocuments(many);
  await sources.start(many.length).click();
  await expect(sources.importState).toHaveText(
    new RegExp(words.t('import.running', { done: '[1-9]\\d*', total: many.length })),
  );
  // It waits when it is told to, and can be cancelled from there.
  await page.getByRole('button', { name: words.t('import.pause'), exact: true }).click();
  await expect(sources.importState).toHaveText(
    new RegExp(words.t('import.pausedAt', { done: '\\d+', total: many.length })),
  );
  await page.getByRole('button', { name: words.t('import.cancel'), exact: true }).click();
  await expect(sources.importState).toHaveText(words.t('import.state.cancelled'));
  await sources.dismissImport();
  const { counts } = CaseInfo.parse(await legajo(folder, 'info', file));
  expect(counts.sources).toBeGreaterThan(0);
  expect(counts.sources).toBeLessThan(many.length);
});

test('leaving in the middle of an import of a folder keeps the case file whole, and the next time it goes on', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const documents = new Documents(folder);
  const many = documents.slow(80);
  const { page, sources, workbench, words } = await start({ file });
  await page.getByRole('button', { name: words.t('import.more'), exact: true }).click();
  const item = page.getByRole('menuitem', { name: words.t('import.folder'), exact: true });
  await workbench.chooseFolder(() => item.click(), documents.folder);
  await page.getByRole('button', { name: words.t('import.startFolder'), exact: true }).click();
  await expect(sources.importState).toHaveText(
    new RegExp(words.t('import.running', { done: '[1-9]\\d*', total: many.length })),
  );
  await workbench.close();
  const { counts } = CaseInfo.parse(await legajo(folder, 'info', file));
  expect(counts.sources).toBeLessThan(many.length);
  const next = await start({ file });
  await next.page.getByRole('button', { name: words.t('import.goOn'), exact: true }).click();
  await next.sources.importFinished();
  await expect(next.page.getByRole('button', { name: words.t('import.goOn') })).toBeHidden();
  expect(CaseInfo.parse(await legajo(folder, 'info', file)).counts.sources).toBe(many.length);
});

test('where one source comes from is edited field by field, and a date that is none loses nothing', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const path = new Documents(folder).report();
  const { sources, page, words } = await start({ file });
  await sources.importAll([path]);
  await sources.row(report.title).click();
  await sources.field('publisher').fill('El Faro');
  await sources.field('author').fill('R. Salas');
  await sources.field('url').fill('https://example.org/harbour');
  await sources.field('published').fill('sometime in spring');
  await page.keyboard.press('Enter');
  const wrong = words.error('edtf.invalid', { text: 'sometime in spring' });
  await expect(sources.panel.getByText(wrong).first()).toBeVisible();
  await expect(sources.field('published')).toHaveValue('sometime in spring');
  await expect(sources.field('publisher')).toHaveValue('El Faro');
  await sources.field('published').fill('2021-03~');
  await page.keyboard.press('Enter');
  await expect(sources.panel.getByText(wrong)).toHaveCount(0);
  await sources.pick('reliability', words.t('reliability.B'));
  await sources.field('title').fill('What the harbour says');
  await page.keyboard.press('Enter');
  await expect(sources.row('What the harbour says')).toContainText('El Faro');
  await page.reload();
  await expect(sources.row('What the harbour says')).toBeVisible();
  expect(await sourcesOf(folder, file)).toMatchObject([
    {
      title: 'What the harbour says',
      publisher: 'El Faro',
      published: '2021-03~',
      reliability: 'B',
    },
  ]);
});

test('several sources are selected by keys and get one publisher and one grade', async ({
  start,
  folder,
}) => {
  const file = await newCase(folder);
  const paths = new Documents(folder).many(5, 200);
  const { sources, page, words } = await start({ file });
  await sources.importAll(paths);
  await expect(sources.row('log-0004')).toBeVisible();
  await sources.row('log-0000').click();
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Shift+ArrowDown');
  const count = 4;
  await expect(
    sources.panel.getByRole('heading', { name: words.t('sources.selected', { count }) }),
  ).toBeVisible();
  await sources.field('publisher').fill('Port authority');
  await sources.pick('reliability', words.t('reliability.C'));
  await page.getByRole('button', { name: words.t('sources.apply', { count }) }).click();
  await expect(sources.panel.getByRole('status')).toHaveText(words.t('sources.applied', { count }));
  const rows = await sourcesOf(folder, file);
  const set = rows.filter(
    ({ publisher, reliability }) => publisher === 'Port authority' && reliability === 'C',
  );
  expect(set.map(({ title }) => title).toSorted()).toEqual([
    'log-0000',
    'log-0001',
    'log-0002',
    'log-0003',
  ]);
});
