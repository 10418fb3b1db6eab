import { caseOfPassages } from '../material/harbour-case.ts';
import { report } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

test('an entity shows its facts with the passages under each, and one click leads to the source', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, entities, reader, inspector, words } = await start({ file });
  await shell.go('entities');
  await expect(entities.row(report.organization)).toBeVisible();
  await entities.open(report.person);

  const link = entities.fact('entity.group.role', report.organization);
  await expect(link).toContainText(words.t('entity.sinceDate', { date: '2019' }));
  await entities.disclose(link);
  await expect(link.locator('q')).toContainText(report.post);
  await link.getByRole('button', { name: report.title }).click();
  await reader.shows(report.title);
  await expect(inspector.quotation).toContainText(report.post);
  await expect(inspector.part('inspector.evidenceFor')).toContainText(report.organization);

  // Back where one came from.
  await page.goBack();
  await entities.shows(report.person);
});

test('an entity is made, named, described, linked and taken away on its own page', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, entities, reader, words } = await start({ file });
  const main = shell.work;
  await shell.go('entities');
  await entities.make('location', report.place);

  await page.keyboard.press('a');
  const name = main.getByRole('form', { name: words.t('entity.addName') });
  await name.getByRole('textbox', { name: words.t('common.name') }).fill('El Puerto');
  await page.keyboard.press('Enter');
  await expect(entities.alsoKnownAs).toContainText('El Puerto');

  await page.keyboard.press('l');
  const link = main.getByRole('form', { name: words.t('entity.addLink') });
  await reader.pick(link, words.t('entity.to'), report.organization);
  await link.getByRole('combobox', { name: words.t('entity.linkType') }).click();
  await link.getByRole('option').first().click();
  await link.getByRole('button', { name: words.t('entity.linkNow'), exact: true }).click();
  await expect(link).toBeHidden();
  await expect(main.getByRole('button', { name: report.organization, exact: true })).toBeVisible();

  await page.reload();
  await entities.shows(report.place);
  await expect(entities.alsoKnownAs).toContainText('El Puerto');
  await main.getByRole('button', { name: words.t('entity.edit'), exact: true }).click();
  const edit = main.getByRole('form', { name: words.t('entity.edit') });
  await edit.getByRole('button', { name: words.t('common.remove'), exact: true }).click();
  await edit.getByRole('button', { name: words.t('entity.removeAll'), exact: true }).click();
  await expect(entities.table).toBeVisible();
  await expect(entities.row(report.place)).toHaveCount(0);
  await expect(entities.row(report.organization)).toBeVisible();
});
