import { expect, expectAccessible, test } from '../launch/test.ts';

test('the workbench opens with a way to begin, and nothing in it shuts anyone out', async ({
  launch,
}) => {
  const { page } = await launch();
  await expect(page).toHaveTitle(/Legajo/);
  await expect(page.getByRole('button').first()).toBeVisible();
  await expectAccessible(page);
});

test('it speaks the language of the system until another is chosen', async ({ launch }) => {
  const { page } = await launch({ locale: 'es-ES' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
