import { CaseInfo } from '#contract/case.ts';
import { legajo } from '../material/command-line.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, test } from '../pages/test.ts';

test('who works here is typed field after field and stays; the case is renamed', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, shell, t } = await start({ file });
  const field = (key: Parameters<typeof t>[0]) => page.getByLabel(t(key), { exact: true });
  await shell.go('settings');
  await field('settings.name').fill('Ana Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.type('AR');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Unidad 3');
  await page.keyboard.press('Tab');
  await expect(shell.status).toContainText('AR');
  await field('newCase.name').fill('Harbour, second part');
  await page.keyboard.press('Tab');
  await page.keyboard.type('/b');
  await page.keyboard.press('Tab');
  await shell.showsCase('Harbour, second part');
  await page.reload();
  await expect(field('settings.initials')).toHaveValue('AR');
  await expect(field('settings.organization')).toHaveValue('Unidad 3');
  await expect(field('newCase.reference')).toHaveValue(/\/b/);
  const { title } = CaseInfo.parse(await legajo(folder, 'info', file));
  expect(title).toBe('Harbour, second part');
});

test('language and colours are changed at once and kept', async ({ start, folder }) => {
  const file = await caseWithReport(folder);
  const { page, shell, t } = await start({ file });
  await shell.go('settings');
  await page.getByText(t('settings.schemes.dark'), { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('combobox', { name: t('settings.language'), exact: true }).click();
  await page.getByRole('option', { name: 'Español', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
