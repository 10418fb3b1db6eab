import type { Locator } from '@playwright/test';
import { EntityPage } from '#contract/entity.ts';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages, caseWithReport } from '../material/harbour-case.ts';
import { slowReplies } from '../launch/slow-replies.ts';
import { expect, test } from '../pages/test.ts';

const known = 'M. I. Salas';

/** The names of the entities in the case; whoever judged by accident would have made others. */
async function names(folder: string, file: string): Promise<string[]> {
  const { items } = EntityPage.parse(await legajo(folder, 'entities', file));
  return items.map(({ name }) => name);
}

test('letters typed at once after attaching are a name and judge nothing, however late the engine answers', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  await legajo(folder, 'add-entity', file, '--kind', 'person', '--name', known);
  const { page, shell, t } = await start({ file });
  await slowReplies(page);
  await shell.go('review');
  const groups = page.getByRole('listbox', { name: t('suggestions.groups') });
  await groups.getByRole('option').filter({ hasText: report.person }).click();
  await expect(page.getByRole('heading', { level: 2 }).last()).toContainText(report.person);
  await page.keyboard.press('a');
  await page.keyboard.type('Salas');
  const field = page.getByRole('combobox', { name: t('suggestions.other') });
  await expect(field).toHaveValue('Salas');
  await page.getByRole('option', { name: known }).click();
  await expect(field).toHaveValue(known);
  await expect(groups.getByRole('option')).toHaveCount(3);
  expect(await names(folder, file)).toEqual([known]);
});

test('in the reader nothing that is typed at once is lost or taken for a command', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  await legajo(folder, 'add-entity', file, '--kind', 'person', '--name', known);
  const { page, sources, reader, inspector, t } = await start({ file });
  await slowReplies(page);
  await sources.row(report.title).dblclick();
  await reader.shows(report.title);

  /** Escape closes an open list first, and then the form. */
  const leaves = (form: Locator): Promise<void> =>
    expect(async () => {
      await page.keyboard.press('Escape');
      await expect(form).toBeHidden({ timeout: 1000 });
    }).toPass();

  // A suggestion that is still on its way.
  await page.keyboard.press('i');
  await expect(reader.text.locator('.lg-suggested').first()).toBeVisible();
  await page.keyboard.press('.');
  await page.keyboard.press('a');
  await page.keyboard.type('Saltyn');
  const panel = page.getByRole('group', { name: t('reader.suggestions.panel'), exact: true });
  await expect(panel.getByRole('combobox', { name: t('suggestions.other') })).toHaveValue('Saltyn');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('i');
  await expect(reader.text.locator('.lg-suggested')).toHaveCount(0);

  // A new tag, by its name and Enter in one go.
  await reader.selectWithMouse('Naviera del Sur');
  await page.keyboard.press('t');
  await page.keyboard.type('carriers');
  await page.keyboard.press('Enter');
  await expect(reader.form('tag')).toBeHidden();
  await expect(page.locator('.lg-stripe')).toHaveCount(1);

  // What is known of the passage comes first, and then the field.
  await page.keyboard.press('c');
  await page.keyboard.type('Salt');
  await expect(reader.form('credibility').getByRole('combobox').first()).toHaveValue('Salt');
  await leaves(reader.form('credibility'));
  await page.keyboard.press('n');
  await page.keyboard.type('yes, tell');
  await expect(reader.form('note').getByRole('textbox')).toHaveValue('yes, tell');
  await leaves(reader.form('note'));
  await page.keyboard.press('l');
  await page.keyboard.type('Salas');
  await expect(reader.form('link').getByRole('combobox').first()).toHaveValue('Salas');
  // What is typed before the choices have come is the next field's.
  await page.keyboard.press('Enter');
  await page.keyboard.type('leads');
  await expect(reader.form('link').getByRole('combobox').nth(1)).toHaveValue('leads');
  await expect(reader.form('link').getByRole('combobox').first()).toHaveValue(known);
  await leaves(reader.form('link'));

  // A name is somebody's, in one go.
  await page.keyboard.press('a');
  await page.keyboard.type('Salas');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(reader.form('alias')).toBeHidden();
  await expect(inspector.part('inspector.evidenceFor')).toContainText('Naviera del Sur');

  // The one box, over the text.
  await page.keyboard.press('/');
  await page.keyboard.type('settings');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('settings');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await names(folder, file)).toEqual([known]);
});

test('a new entity, tag and note are named at once', async ({ start, folder }) => {
  const file = await caseWithReport(folder);
  const { page, shell } = await start({ file });
  await slowReplies(page);
  for (const screen of ['entities', 'tags', 'notes'] as const) {
    await shell.go(screen);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.keyboard.press('n');
    await page.keyboard.type('nest');
    await expect(page.locator('input:focus, textarea:focus')).toHaveValue('nest');
    await page.keyboard.press('Escape');
    await expect(page.locator('input:focus, textarea:focus')).toHaveCount(0);
  }
});

test('what is typed just as its field comes is whole and in order, also letters that no key has', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, sources, reader } = await start({ file });
  await sources.read(report.title);
  await page.evaluate(() => {
    const wait = window.setTimeout.bind(window);
    // As in a page that has much to do.
    Object.assign(window, { setTimeout: (act: () => void, ms = 0) => wait(act, ms + 1000) });
  });
  for (const words of ['José Muñoz', 'Puerto Claro']) {
    await page.keyboard.press('ControlOrMeta+f');
    await expect(reader.find.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
    await reader.expectSelected(words);
  }
});

test('Enter opens what was found for the words typed, however late the engine answers', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, search, entities } = await start({ file });
  await slowReplies(page);
  await shell.go('search');
  await search.field.fill(report.person);
  await expect(search.results.getByRole('option').first()).toContainText(report.person);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(report.organization);
  await page.keyboard.press('Enter');
  await entities.shows(report.organization);
  await shell.navigator.getByRole('textbox').focus();
  await page.keyboard.type(report.person);
  await page.keyboard.press('Enter');
  await entities.shows(report.person);
});

test('a citation is of the passage whose words were typed, however late the engine answers', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { items } = SourcePage.parse(await legajo(folder, 'sources', file));
  const passage = ['--source', items[0]?.id ?? '', '--quote', report.denial];
  await legajo(folder, 'excerpt', file, ...passage, '--tag', 'denials');
  const { page, shell, notes, t } = await start({ file });
  await slowReplies(page);
  await shell.go('notes');
  await expect(page.getByText(t('notes.teach'))).toBeVisible();
  await page.keyboard.press('n');
  await expect(notes.field).toBeFocused();
  await page.keyboard.type('It says [[');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('known as');
  await page.keyboard.press('Enter');
  await expect(notes.preview.getByRole('button')).toContainText('Iriarte, known as');
});
