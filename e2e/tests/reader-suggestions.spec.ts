import { report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('suggestions are shown, judged by keys and undone where they are read', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, sources, reader, t } = await start({ file });
  const { keyboard } = page;
  await sources.read(report.title);
  await reader.shows(report.title);
  await expect(reader.text).toBeFocused();

  await keyboard.press('i');
  const toggle = page.getByRole('button', { pressed: true }).filter({ hasText: /suggestion/ });
  await expect(toggle).toContainText(/\d+ suggestions/);
  const count = async (): Promise<number> =>
    Number.parseInt((await toggle.getAttribute('aria-label')) ?? '', 10);
  const before = await count();
  const person = reader.text.locator('.lg-suggested.lg-of-person');
  await expect(person.filter({ hasText: report.person }).first()).toBeVisible();

  // The pointer opens the one it clicks on, Escape puts it away and leaves the suggestions shown.
  const panel = page.getByRole('group', { name: t('reader.suggestions.panel'), exact: true });
  await reader.clickOn(report.person);
  await expect(panel).toContainText(report.person);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectAccessible(page, ['color-contrast']);
  await keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(toggle).toBeVisible();

  // By keys from one to the next; what is turned down gives way to the one after it.
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('.');
  await expect(panel).toBeVisible();
  const first = await panel.getByRole('heading').textContent();
  await keyboard.press('n');
  await expect.poll(count).toBe(before - 1);
  await expect(panel.getByRole('heading')).not.toHaveText(first ?? '');
  await keyboard.press('Escape');

  await reader.clickOn(report.person);
  await expect(panel).toContainText(report.person);
  await keyboard.press('y');
  const mention = reader.text.locator('.lg-mentioned.lg-of-person');
  await expect(mention.filter({ hasText: report.person })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('m');
  await expect(reader.text).toBeFocused();

  await keyboard.press('ControlOrMeta+z');
  await expect(mention).toHaveCount(0);
  await keyboard.press('i');
  await expect(reader.text.locator('.lg-suggested')).toHaveCount(0);
});
