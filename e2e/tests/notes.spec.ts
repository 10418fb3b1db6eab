import { Language } from '#contract/vocabulary.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

for (const language of Language.options) {
  test(`a note on the case cites a passage as it is, leads to it, and says when it is gone, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfPassages(folder);
    const { page, shell, notes, reader, inspector, words } = await start({ file, language });
    const main = page.getByRole('main');
    await shell.go('notes');
    await expect(page.getByText(words.t('notes.teach'))).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('n');
    await notes.field.fill('## Posts\n\n- **one** claim: ');
    await notes.cite('Iriarte');
    await expect(notes.preview.getByRole('heading', { name: 'Posts' })).toBeVisible();
    await expect(notes.preview.getByRole('strong')).toHaveText('one');
    await expect(notes.preview.getByRole('button')).toContainText(report.title);
    await expectAccessible(page);
    await notes.keep();
    await expect(notes.listed).toHaveCount(1);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await expectAccessible(page);
    }

    await notes.citation('Iriarte').click();
    await reader.shows(report.title);
    await expect(inspector.quotation).toContainText(report.post);
    await expect(inspector.part('notes.citedIn')).toContainText('Posts');
    await inspector.part('notes.citedIn').scrollIntoViewIfNeeded();
    await expectAccessible(page);

    await page.keyboard.press('Delete');
    const remove = reader.form('remove').getByRole('button', { name: words.t('common.remove') });
    await expect(remove).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(inspector.quotation).toBeHidden();
    await shell.go('notes');
    await expect(notes.listed.first()).toContainText(words.t('notes.gone'));
    await expectAccessible(page);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(notes.citation('Iriarte')).toBeVisible();
    await expect(main).not.toContainText(words.t('notes.gone'));
  });
}

test('what a note holds is never run, fetched or opened', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, shell, notes, t } = await start({ file });
  await shell.go('notes');
  await expect(page.getByText(t('notes.teach'))).toBeVisible();
  await page.keyboard.press('n');
  await notes.field.fill(
    '<img src="http://127.0.0.1:9/x.png" onerror="document.title=1"><b>bold</b>\n\n![pic](http://127.0.0.1:9/y.png) [go](http://127.0.0.1:9/z)\n\n<script>1</script>',
  );
  await notes.keep();
  const note = notes.listed.first();
  await expect(note).toContainText('<b>bold</b>');
  await expect(note).toContainText('http://127.0.0.1:9/z');
  await expect(note.locator('img, a, script, b')).toHaveCount(0);
});

test('notes on links, sources and passages are written where these are seen, and all are listed', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, entities, inspector, notes, words } = await start({ file });
  const add = async (part: ReturnType<typeof inspector.part>, body: string): Promise<void> => {
    await part.getByRole('button', { name: words.t('notes.add') }).click();
    await notes.field.fill(body);
    await notes.keep();
    await expect(part).toContainText(body);
  };
  await sources.row(report.title).click();
  await add(page.getByRole('region', { name: words.t('inspector.notes') }), 'Who wrote it?');
  await shell.go('entities');
  await entities.open(report.person);
  await entities.disclose(entities.fact('entity.group.role', report.organization));
  await add(inspector.part('inspector.notes'), 'Check the registry.');

  await shell.go('notes');
  await expect(notes.listed).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText(report.organization);
  const facet = shell.navigator.getByRole('button', { name: words.t('notes.on.link') });
  await facet.click();
  await expect(notes.listed).toHaveCount(1);
  await expect(notes.listed).toContainText('Check the registry.');
  await shell.navigator.getByRole('button', { name: words.t('notes.all') }).click();
  await shell.navigator.getByRole('textbox', { name: words.t('notes.filter') }).fill('wrote');
  await expect(notes.listed).toHaveCount(1);
  await expect(notes.listed).toContainText('Who wrote it?');
});

test('what was typed and not saved is there again after going elsewhere, and is never put on another record', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, reader, inspector, entities, notes, words } = await start({ file });
  await shell.go('entities');
  await entities.open(report.person);
  const summary = shell.work.getByRole('textbox', { name: words.t('entity.summary'), exact: true });
  await shell.work.getByRole('button', { name: words.t('entity.writeSummary') }).click();
  await expect(summary).toBeFocused();
  await page.keyboard.type('Directs the company');
  await shell.navigator.getByRole('option').filter({ hasText: report.organization }).click();
  await entities.shows(report.organization);
  await expect(summary).toBeHidden();
  await shell.navigator.getByRole('option').filter({ hasText: report.person }).click();
  await entities.shows(report.person);
  await expect(summary).toHaveValue('Directs the company');
  await expect(shell.work.getByText(words.t('notes.unsaved'))).toBeVisible();
  await expectAccessible(page);
  // Escape puts it aside, Cancel gives it up.
  await summary.press('Escape');
  await expect(summary).toBeHidden();
  await shell.work.getByRole('button', { name: words.t('entity.writeSummary') }).click();
  await expect(summary).toHaveValue('Directs the company');
  await shell.work.getByRole('button', { name: words.t('common.cancel'), exact: true }).click();
  await shell.work.getByRole('button', { name: words.t('entity.writeSummary') }).click();
  await expect(summary).toHaveValue('');

  await shell.go('sources');
  await sources.row(report.title).dblclick();
  await reader.shows(report.title);
  // Both passages have been shown, so that the second is there at once.
  await reader.selectByFinding(report.last);
  await reader.tag('sightings');
  await expect(inspector.quotation).toContainText(report.last);
  await page.keyboard.press('Escape');
  await reader.clickOn('la Capitana');
  await expect(inspector.quotation).toContainText(report.post);
  await inspector
    .part('inspector.notes')
    .getByRole('button', { name: words.t('notes.add') })
    .click();
  await notes.field.fill('Of the post');
  await reader.clickOn('lorries');
  await expect(inspector.quotation).toContainText(report.last);
  await expect(notes.field).toBeHidden();
  await reader.clickOn('la Capitana');
  await expect(inspector.quotation).toContainText(report.post);
  await expect(notes.field).toHaveValue('Of the post');
  await notes.keep();
  await expect(inspector.part('inspector.notes')).toContainText('Of the post');
});
