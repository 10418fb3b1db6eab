import { caseOfPassages } from '../material/harbour-case.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

test('the one box finds words whatever their accents and case, in context, and Enter goes there', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, reader } = await start({ file });
  await expect(sources.table).toBeVisible();
  await shell.type('JOSE munoz');
  const hit = shell.palette.getByRole('option').filter({ hasText: 'the harbourmaster' });
  await expect(hit.locator('mark').first()).toHaveText(/José/);
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await reader.shows(report.title);
  await reader.expectSelected('José');
});

test('names and passages are found, by kind; what is nowhere is said to be', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, search, entities, words } = await start({ file });
  await shell.go('search');
  await expect(search.field).toBeFocused();
  await search.field.fill('iriarte');
  await expect(search.results.getByRole('option').first()).toBeVisible();
  await expect(search.total).not.toHaveText('');
  await expect(search.results.locator('mark').first()).toHaveText('Iriarte');
  await shell.navigator.getByText(words.t('search.kind.entity'), { exact: true }).click();
  await expect(search.results.getByRole('option')).toHaveCount(1);
  await search.field.press('Enter');
  await entities.shows(report.person);
  await page.goBack();
  await expect(search.field).toHaveValue('iriarte');
  await search.field.fill('zeppelin');
  await expect(page.getByText(words.t('search.nothing', { query: 'zeppelin' }))).toBeVisible();
  // Who comes back finds what was searched for, to be replaced by typing; Escape leads into the results.
  await shell.go('entities');
  await shell.go('search');
  await expect(search.field).toHaveValue('zeppelin');
  await page.keyboard.type('iriarte');
  await expect(search.field).toHaveValue('iriarte');
  await expect(search.results.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search.results).toBeFocused();
  await page.keyboard.press('Enter');
  await entities.shows(report.person);
});

test('of a kind with many hits all can be reached', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const lines = Array.from({ length: 450 }, (_, at) => `Paragraph ${at + 1} tells of lanterns.`);
  const path = new Documents(folder).write('lanterns.txt', `${lines.join('\n\n')}\n`);
  await legajo(folder, 'import', file, path);
  const { page, shell, search, words } = await start({ file });
  await shell.go('search');
  await search.field.fill('lanterns');
  await expect(search.total).toContainText(words.t('search.cut', { count: 200 }));
  await shell.navigator.getByText(words.t('search.kind.text'), { exact: true }).click();
  await expect(search.total).not.toContainText(words.t('search.cut', { count: 200 }));
  await search.results.focus();
  const reached = search.results.locator('[data-active="true"]');
  for (const place of ['200', '400', '450']) {
    await page.keyboard.press('End');
    await expect(reached).toHaveAttribute('aria-posinset', place);
    if (place !== '450') {
      await expect(reached).not.toHaveAttribute('aria-setsize', place);
    }
  }
});

test('after going to a list by key, an arrow is the list’s', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, sources, entities } = await start({ file });
  await expect(sources.row(report.title)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(entities.row(report.person)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(entities.table).toBeFocused();
  await expect(entities.row(report.person)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await entities.shows(report.person);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  const tag = page.getByRole('treeitem').first();
  await expect(tag).toBeVisible();
  await page.keyboard.press('Home');
  await expect(tag).toBeFocused();
});

test('the one box begins anew each time, however soon it is opened again', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources } = await start({ file });
  await expect(sources.table).toBeVisible();
  const field = shell.palette.getByRole('combobox');
  for (const typed of ['first', 'second', 'third']) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(typed);
    await expect(field).toHaveValue(typed);
    await page.keyboard.press('Escape');
  }
});

test('a command is found by its words, in either language', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { shell, words } = await start({ file, language: 'es' });
  await shell.go('settings');
  await shell.type(words.t('rail.exchange').toUpperCase());
  await shell.palette.getByRole('option').first().click();
  await expect(shell.rail.getByRole('button', { name: words.t('rail.exchange') })).toHaveAttribute(
    'aria-current',
    'page',
  );
});
