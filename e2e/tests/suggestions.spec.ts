import { EntityPage } from '#contract/entity.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

/** Named in the last paragraph of the report. */
const witness = 'José Muñoz';

for (const language of ['en', 'es'] as const) {
  test(`suggestions are judged by keys alone, ${language}`, async ({ start, folder }) => {
    const file = await caseWithReport(folder);
    const { page, shell, t } = await start({ file, language });
    await shell.go('review');
    const groups = page.getByRole('listbox', { name: t('suggestions.groups') });
    const line = (name: string) => groups.getByRole('option').filter({ hasText: name });
    const title = page.getByRole('heading', { level: 2 }).last();
    const accept = page.getByRole('button', { name: t('suggestions.yes'), exact: true });
    const sort = (of: 'name' | 'alias') =>
      page.getByText(new RegExp(`^${t(`suggestions.sorts.${of}`)} \\d+$`));
    await expect(line(report.person)).toBeVisible();
    await expectAccessible(page);

    /** What a key would judge is on the screen, and would be heeded. */
    const isAtHand = async (name: string): Promise<void> => {
      await expect(title).toContainText(name);
      await expect(accept).toBeEnabled();
    };
    /** While the sources are read again lines change places, and a click may find another one there. */
    const choose = (name: string): Promise<void> =>
      expect(async () => {
        await line(name).click();
        await expect(title).toContainText(name, { timeout: 2000 });
      }).toPass();

    // The other name comes with whom it belongs to.
    await sort('alias').click();
    await isAtHand(report.alias);
    await expect(title).toContainText(report.person);
    await page.locator('body').press('y');
    await expect(page.getByText(t('suggestions.nothing'))).toBeVisible();

    // The person is known now: what is left of her name stands for her.
    await sort('name').click();
    await expect(line(witness)).toBeVisible();
    await choose(witness);
    await isAtHand(witness);
    await page.locator('body').press('Shift+Y');
    await expect(line(witness)).toHaveCount(0);
    await choose(report.place);
    await isAtHand(report.place);
    await page.locator('body').press('Shift+N');
    await expect(line(report.place)).toHaveCount(0);

    await page.keyboard.press('Control+z');
    await expect(line(report.place)).toBeVisible();
    const { items } = EntityPage.parse(await legajo(folder, 'entities', file));
    const named = new Map(items.map((entity) => [entity.name, entity.aliases]));
    expect(named.get(report.person)).toEqual([report.alias]);
    expect(named.has(witness)).toBe(true);
    expect(named.has(report.place)).toBe(false);
  });
}

test('a name is attached to an entity that the person chooses', async ({ start, folder }) => {
  const file = await caseWithReport(folder);
  await legajo(folder, 'add-entity', file, '--kind', 'person', '--name', 'M. I. Salas');
  const { page, shell, t } = await start({ file });
  await shell.go('review');
  const groups = page.getByRole('listbox', { name: t('suggestions.groups') });
  const line = groups.getByRole('option').filter({ hasText: report.person });
  await line.click();
  await expect(page.getByRole('heading', { level: 2 }).last()).toContainText(report.person);
  await page.locator('body').press('a');
  await page.keyboard.type('Salas');
  await page.getByRole('option', { name: /M\. I\. Salas/ }).click();
  await page
    .getByRole('button', { name: t('suggestions.yes') })
    .first()
    .click();
  await expect
    .poll(async () => {
      const { items } = EntityPage.parse(await legajo(folder, 'entities', file));
      return items.find(({ name }) => name === 'M. I. Salas')?.passages;
    })
    .not.toBe(undefined);
  const { items } = EntityPage.parse(await legajo(folder, 'entities', file));
  expect(items.map(({ name }) => name)).toEqual(['M. I. Salas']);
});
