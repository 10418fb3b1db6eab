import { Language } from '#contract/vocabulary.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('clicks take a word, a sentence, a paragraph; keys extend by word, sentence and paragraph', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, sources, reader } = await start({ file });
  await sources.read(report.title);
  await reader.clickOn('lorries', 2);
  await reader.expectSelected('lorries');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await reader.expectSelected('lorries wait');
  await reader.clickOn('lorries', 3);
  await reader.expectSelected(report.last);
  await page.keyboard.press('Escape');
  await reader.clickOn('ferry');
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await reader.expectSelected(report.opening);
  await page.keyboard.press('ControlOrMeta+Shift+ArrowDown');
  await reader.expectSelected(`${report.opening} ${report.post}`);
});

for (const language of Language.options) {
  test(`ends are moved by keys and by handles, and a passage is split and merged, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfPassages(folder);
    const opened = await start({ file, language });
    const { page, sources, reader, inspector, words } = opened;
    const { keyboard } = page;
    const list = inspector.panel.getByRole('listbox', { name: words.t('inspector.passages') });
    const evidence = inspector.part('inspector.evidenceFor').getByRole('article');
    await sources.read(report.title);

    // The end nearest to the caret moves, and what it came to is kept when Shift is let go.
    await reader.clickOn('since 2019');
    await expect(inspector.quotation).toContainText(report.post);
    for (let at = 0; at < 3; at += 1) await keyboard.press('ControlOrMeta+Shift+ArrowLeft');
    await expect(inspector.quotation).toContainText(/has directed Naviera del\P{L}*$/u);
    await keyboard.press('Shift+ArrowLeft');
    await expect(inspector.quotation).toContainText(/Naviera de\P{L}*$/u);
    await keyboard.press('ControlOrMeta+z');
    await expect(inspector.quotation).toContainText(/Naviera del\P{L}*$/u);

    await reader.dragHandle('to', '2019');
    await expect(inspector.quotation).toContainText(/del Sur since 2019\P{L}*$/u);
    await expect(evidence).toHaveCount(1);
    await keyboard.press('Escape');
    await keyboard.press('Escape');

    await reader.clickOn('known as');
    await reader.tools.getByRole('button', { name: words.t('reader.split') }).click();
    await expect(inspector.quotation).not.toContainText(report.person);
    // What hung on the whole hangs on both.
    await expect(evidence).toHaveCount(1);
    await keyboard.press('[');
    await expect(inspector.quotation).toContainText(report.person);
    await expect(evidence).toHaveCount(1);
    await expectAccessible(page);

    await keyboard.press('j');
    const merge = reader.form('merge');
    await expect(merge.getByRole('option')).toHaveCount(1);
    await expect(merge.getByRole('combobox')).toBeFocused();
    await keyboard.press('Enter');
    await expect(merge).toBeHidden();
    await expect(inspector.quotation).toContainText(/Marta .* 2019\P{L}*$/u);
    await expect(inspector.part('rail.tags').getByRole('listitem')).toHaveCount(1);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(list.getByRole('option')).toHaveCount(1);
    await keyboard.press('ControlOrMeta+z');
    await expect(list.getByRole('option')).toHaveCount(2);
  });

  test(`credibility and handling are one key each, ${language}`, async ({ start, folder }) => {
    const file = await caseOfPassages(folder);
    const { page, sources, reader, inspector, words } = await start({ file, language });
    const { keyboard } = page;
    await sources.read(report.title);
    await reader.clickOn('known as');
    const credibility = await reader.beginByKey('credibility', 'c');
    await expect(credibility).toContainText(report.organization);
    await expect(credibility.getByRole('combobox')).toBeFocused();
    await keyboard.type('2');
    await keyboard.press('Enter');
    await expect(credibility).toBeHidden();
    const evidence = inspector.part('inspector.evidenceFor');
    await expect(
      evidence.getByRole('combobox', { name: words.t('credibility.label') }),
    ).toHaveValue('2');

    await expect(inspector.panel).toContainText('TLP:AMBER');
    const handling = await reader.beginByKey('handling', 'h');
    await expect(handling.getByRole('combobox')).toBeFocused();
    await keyboard.type('RED');
    await keyboard.press('Enter');
    await expect(handling).toBeHidden();
    await expect(inspector.panel).toContainText('TLP:RED');
    await keyboard.press('ControlOrMeta+z');
    await expect(inspector.panel).toContainText('TLP:AMBER');

    // Words that are evidence for nothing yet: the fact is asked for.
    await reader.selectByFinding('harbourmaster');
    const asked = await reader.beginByKey('credibility', 'c');
    await expect(asked).toContainText(words.t('reader.credibilityNone'));
    await expect(asked.getByRole('combobox', { name: words.t('entity.factOf') })).toBeFocused();
    await expectAccessible(page);
    await keyboard.press('Escape');
    await expect(asked).toBeHidden();
    await expect(reader.text).toBeFocused();
  });
}

test('only the passages of a tag, of an entity, or without a use are shown, in other colours when asked', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const opened = await start({ file });
  const { page, sources, reader, inspector, words } = opened;
  const list = inspector.panel.getByRole('listbox', { name: words.t('inspector.passages') });
  await sources.read(report.title);
  await reader.selectWithMouse(report.alias);
  await reader.attachTo(report.person);
  await page.keyboard.press('Escape');
  await expect(list.getByRole('option')).toHaveCount(2);

  await page.keyboard.press('Shift+F');
  await expect(reader.filter).toBeVisible();
  await expectAccessible(page);
  await reader.filter
    .getByRole('button', { name: words.t('reader.filter.tag'), exact: true })
    .click();
  await page
    .getByRole('listbox', { name: words.t('reader.filter.tag'), exact: true })
    .getByRole('option')
    .filter({ hasText: 'posts' })
    .click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText('has directed');
  await expect(page.getByRole('main')).toContainText(
    words.t('reader.filter.shown', { shown: 1, count: 2 }),
  );
  await reader.filter
    .getByRole('button', { name: words.t('reader.filter.without', { name: 'posts' }) })
    .click();
  await expect(list.getByRole('option')).toHaveCount(2);

  await reader.filter
    .getByRole('button', { name: words.t('reader.filter.entity'), exact: true })
    .click();
  await page
    .getByRole('listbox', { name: words.t('reader.filter.entity'), exact: true })
    .getByRole('option')
    .filter({ hasText: report.organization })
    .click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await reader.filter
    .getByRole('button', {
      name: words.t('reader.filter.without', { name: report.organization }),
    })
    .click();

  await reader.filter.getByRole('checkbox', { name: words.t('reader.filter.unconfirmed') }).check();
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText(report.alias);
  await reader.filter.getByRole('combobox').selectOption('kind');
  // What is made while a filter is on stays in sight.
  await reader.selectWithMouse(report.organization);
  await reader.tag('firms');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(list.getByRole('option')).toHaveCount(2);
  await reader.filter.getByRole('button', { name: words.t('reader.filter.leave') }).click();
  await expect(list.getByRole('option')).toHaveCount(3);
});

test('of several passages in one place one is chosen by its number', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, sources, reader, inspector } = await start({ file });
  await sources.read(report.title);
  await reader.selectWithMouse(report.alias);
  await reader.attachTo(report.person);
  await page.keyboard.press('Escape');
  await reader.clickOn(report.alias);
  await expect(reader.choices.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(reader.choices).toBeFocused();
  await page.keyboard.press('1');
  await expect(reader.text).toBeFocused();
  await expect(inspector.quotation).toContainText(report.post);
});
