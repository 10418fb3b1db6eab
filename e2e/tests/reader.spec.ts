import { renameSync } from 'node:fs';
import { Language } from '#contract/vocabulary.ts';
import { caseOfPassages, caseWithReport } from '../material/harbour-case.ts';
import { report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

/** How the ontology says that a person directs an organization. */
const leads: Record<Language, string> = { en: 'leads', es: 'dirige' };

for (const language of Language.options) {
  test(`with the mouse a passage becomes a tag, a person, an alias and a link, and stays so, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseWithReport(folder);
    const { page, sources, reader, inspector, words } = await start({ file, language });
    await sources.read(report.title);
    await reader.shows(report.title);

    await reader.selectWithMouse(report.post);
    await reader.tag('posts held');
    await expect(inspector.quotation).toContainText(report.post);
    await expect(inspector.part('rail.tags')).toContainText('posts held');

    await reader.selectWithMouse(report.person);
    await reader.make('person', report.person);
    await expect(inspector.part('rail.entities')).toContainText(report.person);

    await reader.selectWithMouse(report.organization);
    await reader.make('organization', report.organization);

    await reader.selectWithMouse(report.alias);
    const alias = await reader.begin('alias');
    await reader.pick(alias, words.t('entity.nameOf'), report.person);
    await expect(alias.getByRole('textbox', { name: words.t('common.name') })).toHaveValue(
      report.alias,
    );
    await alias.getByRole('button', { name: words.t('common.add'), exact: true }).click();
    await expect(alias).toBeHidden();
    await expect(inspector.part('inspector.evidenceFor')).toContainText(words.t('nameKind.alias'));

    await reader.selectWithMouse(report.denial);
    const link = await reader.begin('link');
    await reader.pick(link, words.t('entity.from'), report.person);
    await link
      .getByRole('combobox', { name: words.t('entity.linkType'), exact: true })
      .fill(leads[language]);
    await link
      .getByRole('listbox', { name: words.t('entity.linkType'), exact: true })
      .getByRole('option')
      .first()
      .click();
    await reader.pick(link, words.t('entity.to'), report.organization);
    await link.getByRole('textbox', { name: words.t('entity.since') }).fill('2019');
    await link.getByRole('textbox', { name: words.t('entity.until') }).fill('not a day');
    await link.getByRole('radio', { name: words.t('stance.contradicts') }).check();
    await link.getByRole('combobox', { name: words.t('credibility.label') }).selectOption('3');
    await page.keyboard.press('ControlOrMeta+Enter');
    // A date that is none is said at its field, and what was filled in stays.
    await expect(link).toContainText(words.error('edtf.invalid', { text: 'not a day' }));
    await expect(link.getByRole('textbox', { name: words.t('entity.since') })).toHaveValue('2019');
    await link.getByRole('textbox', { name: words.t('entity.until') }).fill('2021-03~');
    await link.getByRole('button', { name: words.t('entity.linkNow'), exact: true }).click();
    await expect(link).toBeHidden();
    const evidence = inspector.part('inspector.evidenceFor');
    await expect(evidence).toContainText(report.organization);
    await expect(evidence.getByRole('combobox', { name: words.t('entity.bearing') })).toHaveValue(
      'contradicts',
    );
    await expect(
      evidence.getByRole('combobox', { name: words.t('credibility.label') }),
    ).toHaveValue('3');

    await page.reload();
    await reader.shows(report.title);
    const list = inspector.panel.getByRole('listbox', { name: words.t('inspector.passages') });
    await expect(list.getByRole('option')).toHaveCount(5);
    // The person's name lies within the sentence on her post: both are offered.
    await reader.clickOn(report.person);
    await expect(reader.choices.getByRole('option')).toHaveCount(2);
    await reader.choices.getByRole('option').filter({ hasText: 'has directed' }).click();
    await expect(inspector.part('rail.tags')).toContainText('posts held');
  });
}

test('the same is done with the keyboard alone', async ({ start, folder }) => {
  const file = await caseWithReport(folder);
  const { page, shell, sources, reader, inspector, words } = await start({ file });
  const { keyboard } = page;
  await expect(sources.row(report.title)).toBeVisible();
  await shell.type(report.title);
  await expect(shell.palette.getByRole('option', { selected: true })).toContainText(report.file);
  await keyboard.press('Enter');
  await reader.shows(report.title);
  await expect(reader.text).toBeFocused();

  await reader.selectByFinding(report.person);
  const entity = await reader.beginByKey('entity', 'e');
  const make = words.t('entity.make.person', { name: report.person });
  await expect(entity.getByRole('option', { selected: true })).toHaveText(make);
  await keyboard.press('Enter');
  await expect(entity).toBeHidden();
  await expect(inspector.part('rail.entities')).toContainText(report.person);
  await expect(reader.text).toBeFocused();

  await reader.selectByFinding('known as la Capitana');
  const tag = await reader.beginByKey('tag', 't');
  await expect(tag.getByRole('combobox')).toBeFocused();
  await keyboard.type('aliases');
  await expect(tag.getByRole('option', { selected: true })).toHaveText(
    words.t('tags.make', { name: 'aliases' }),
  );
  await keyboard.press('Enter');
  await expect(tag).toBeHidden();

  await reader.selectByFinding(report.alias);
  const alias = await reader.beginByKey('alias', 'a');
  await expect(alias.getByRole('combobox', { name: words.t('entity.nameOf') })).toBeFocused();
  await keyboard.type('irIARte');
  await expect(alias.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    report.person,
  );
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(alias).toBeHidden();
  await expect(inspector.part('inspector.evidenceFor')).toContainText(report.alias);

  // A whole sentence, then the entity that is there already.
  await reader.selectByFinding('The company denies');
  await keyboard.press('s');
  await reader.expectSelected(report.denial);
  const attach = await reader.beginByKey('entity', 'e');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('marta');
  await expect(attach.getByRole('option', { selected: true })).toContainText(report.person);
  await keyboard.press('Enter');
  await expect(attach).toBeHidden();
  await expect(inspector.quotation).toContainText(report.denial);
  await expect(inspector.part('rail.entities')).toContainText(report.person);

  // From passage to passage, and one taken away.
  await keyboard.press('[');
  await expect(inspector.quotation).toContainText(report.alias);
  const remove = await reader.beginByKey('remove', 'Delete');
  await expect(remove.getByRole('button', { name: words.t('common.remove') })).toBeFocused();
  await keyboard.press('Enter');
  await expect(remove).toBeHidden();
  await page.reload();
  await reader.shows(report.title);
  const list = inspector.panel.getByRole('listbox', { name: words.t('inspector.passages') });
  await expect(list.getByRole('option')).toHaveCount(3);
});

test('what hangs on a passage is taken off again in the inspector', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, sources, reader, inspector, words } = await start({ file });
  await sources.read(report.title);
  await reader.shows(report.title);
  await reader.clickOn(report.post);
  const tags = inspector.part('rail.tags');
  await tags.getByRole('button', { name: words.t('inspector.untag', { name: 'posts' }) }).click();
  await expect(tags.getByRole('listitem')).toHaveCount(0);
  const entities = inspector.part('rail.entities');
  await entities
    .getByRole('button', { name: words.t('inspector.unmention', { name: report.organization }) })
    .click();
  await expect(entities.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('n');
  const note = reader.form('note');
  await note.getByRole('textbox').fill('Ask the registry.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(inspector.part('inspector.notes')).toContainText('Ask the registry.');
  await page.reload();
  await reader.shows(report.title);
  await reader.clickOn(report.post);
  await expect(inspector.part('inspector.notes')).toContainText('Ask the registry.');
  await expect(inspector.part('rail.tags').getByRole('listitem')).toHaveCount(0);
});

test('a tag that is refused is taken back, and the words are at hand to try again', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, sources, reader, inspector, words } = await start({ file });
  await sources.read(report.title);
  await reader.selectWithMouse(report.post);
  renameSync(file, `${file}.away`);
  await reader.tag('posts held');
  const sentence = words.error('case.vanished', { path: file });
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await expect(reader.text.locator('..').locator('.lg-stripe')).toHaveCount(0);
  await reader.expectSelected(report.post);
  renameSync(`${file}.away`, file);
  await reader.tag('posts held');
  await expect(inspector.part('rail.tags')).toContainText('posts held');
});
