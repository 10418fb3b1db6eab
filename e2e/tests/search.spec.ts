import { caseOfPassages } from '../material/harbour-case.ts';
import { report } from '../material/documents.ts';
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
