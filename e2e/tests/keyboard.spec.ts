import { report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('a command is given other keys, which work, are shown, stay, and are taken back', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, shell, sources, reader, t } = await start({ file });
  const { keyboard } = page;
  await shell.go('settings');
  const section = page.getByRole('region', { name: t('keyboard.title') });
  const list = section.getByRole('list', { name: t('keyboard.title') });
  await section.getByRole('textbox', { name: t('keyboard.filter') }).fill('tag the passage');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  const title = t('reader.act.tag');
  const keysOf = (keys: string) =>
    list.getByRole('button', { name: t('keyboard.change', { title, keys }), exact: true });
  await keysOf('T').click();
  const field = section.getByRole('textbox', { name: t('keyboard.press', { title }) });
  await expect(field).toBeFocused();

  // What another has where both work is said, and not kept by Enter.
  await keyboard.press('e');
  const said = section.getByRole('status');
  await expect(said).toContainText(t('reader.act.entity'));
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(field).toBeVisible();
  await keyboard.press('Backspace');
  await keyboard.press('k');
  await expect(said).toHaveText(t('keyboard.free'));
  await keyboard.press('Enter');
  await expect(field).toBeHidden();
  await expect(keysOf('K')).toBeVisible();

  await page.reload();
  await expect(section).toBeVisible();
  await shell.go('sources');
  await sources.read(report.title);
  await reader.shows(report.title);
  await reader.selectWithMouse(report.person);
  const tool = reader.tools.getByRole('button', { name: t('reader.short.tag'), exact: true });
  await expect(tool).toHaveAttribute('aria-keyshortcuts', 'K');
  await keyboard.press('t');
  await expect(reader.form('tag')).toBeHidden();
  const form = await reader.beginByKey('tag', 'k');
  await expect(form.getByRole('combobox')).toBeFocused();
  await keyboard.press('Escape');
  await expect(form).toBeHidden();
  await keyboard.press('Escape');

  // The help shows it, and leads to where it is changed.
  await expect(reader.form('tag')).toBeHidden();
  await expect(reader.text).toBeFocused();
  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: t('rail.help') });
  const line = help.locator('dl > div').filter({ hasText: title });
  await expect(line).toContainText('K');
  await help.getByRole('button', { name: t('help.change') }).click();
  await section.getByRole('button', { name: t('keyboard.resetAll') }).click();
  await expect(keysOf('T')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectAccessible(page, ['color-contrast']);
});
