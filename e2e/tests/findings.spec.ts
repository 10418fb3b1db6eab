import { Language } from '#contract/vocabulary.ts';
import { Documents, report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { legajo } from '../material/command-line.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

for (const language of Language.options) {
  test(`a finding says how likely it is and how sure one is in two sentences, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfPassages(folder);
    const { page, shell, entities, notes, words } = await start({ file, language });
    const main = shell.work;
    await shell.go('entities');
    await expect(entities.row(report.person)).toBeVisible();
    await entities.open(report.person);

    const group = main.getByRole('region', {
      name: new RegExp(`^${words.t('finding.assessment')}`),
    });
    await expect(group.getByRole('button', { name: words.t('finding.add') })).toBeVisible();
    await page.keyboard.press('f');
    const field = group.getByRole('textbox', { name: words.t('finding.one'), exact: true });
    await expect(field).toBeFocused();
    await field.fill('She directs it: ');
    await notes.cite('Iriarte');
    await expect(notes.preview.getByRole('button')).toContainText(report.title);
    await group
      .getByRole('combobox', { name: words.t('finding.likelihoodLabel') })
      .selectOption('likely');
    await group
      .getByRole('combobox', { name: words.t('finding.confidenceLabel') })
      .selectOption('low');
    await expectAccessible(page);
    await group.getByRole('button', { name: words.t('common.save') }).click();
    await expect(field).toBeHidden();
    const findings = group.getByRole('article');
    await expect(findings).toHaveCount(1);
    const paragraphs = findings.first().getByRole('paragraph');
    await expect(paragraphs.nth(1)).toHaveText(words.t('finding.likelihoodSentence.likely'));
    await expect(paragraphs.nth(2)).toHaveText(words.t('finding.confidenceSentence.low'));

    await group.getByRole('button', { name: words.t('finding.add') }).click();
    await field.fill('Nothing else is known.');
    await field.press('ControlOrMeta+Enter');
    await expect(findings).toHaveCount(2);
    await group
      .getByRole('button', { name: words.t('finding.earlier', { number: 2 }), exact: true })
      .click();
    await expect(findings.first()).toContainText('Nothing else is known.');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await expectAccessible(page);
    }
    await group
      .getByRole('button', { name: words.t('finding.edit', { number: 1 }), exact: true })
      .click();
    await expect(field).toBeFocused();
    await group.getByRole('button', { name: words.t('common.remove'), exact: true }).click();
    await group
      .getByRole('button', { name: words.t('finding.removeQuestion'), exact: true })
      .click();
    await expect(findings).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(findings).toHaveCount(2);
  });
}

test('the case has a summary and findings of its own, which are found by their words', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, notes, search, words } = await start({ file });
  const main = shell.work;
  await shell.go('notes');
  await shell.navigator.getByRole('button', { name: words.t('finding.ofCase') }).click();
  await expect(main.getByText(words.t('finding.teach'))).toBeVisible();
  await main.getByRole('button', { name: words.t('entity.writeSummary') }).click();
  const summary = main.getByRole('textbox', { name: words.t('entity.summary'), exact: true });
  await expect(summary).toBeFocused();
  await summary.fill('**One** company, and ');
  await notes.cite('Iriarte');
  await summary.press('ControlOrMeta+Enter');
  await expect(summary).toBeHidden();
  await expect(main.getByRole('strong')).toHaveText('One');

  await main.getByRole('button', { name: words.t('finding.new') }).click();
  const field = main.getByRole('textbox', { name: words.t('finding.one'), exact: true });
  await expect(field).toBeFocused();
  await field.fill('The ferry was late for a reason.');
  await field.press('ControlOrMeta+Enter');
  await expect(main.getByRole('article')).toContainText('late for a reason');
  await expectAccessible(page);

  await shell.go('search');
  await search.field.fill('late for a reason');
  await search.results.getByRole('option').filter({ hasText: 'late for a reason' }).dblclick();
  await expect(
    main.getByRole('heading', { level: 1, name: words.t('finding.ofCase') }),
  ).toBeVisible();
});

test('a source that repeats another says so, and the two support a fact as one', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const repeat = new Documents(folder).write('repeat.txt', `As reported: ${report.post}\n`);
  await legajo(folder, 'import', file, repeat);
  const { shell, page, sources, reader, words } = await start({ file });
  await expect(sources.row('repeat')).toBeVisible();
  await sources.row('repeat').click();
  const field = sources.panel.getByRole('combobox', { name: words.t('source.derivesFrom') });
  await field.click();
  await field.fill('harbour');
  await page.getByRole('option', { name: report.title, exact: true }).click();
  await expect(sources.panel.getByText(words.t('source.derivesCounted'))).toBeVisible();
  await sources.row('repeat').dblclick();
  await reader.shows('repeat');
  await expectAccessible(page);
  await shell.work
    .getByRole('button', { name: words.t('source.derivesFromNamed', { title: report.title }) })
    .click();
  await reader.shows(report.title);
});
