import { Language } from '#contract/vocabulary.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseOfTwoTeams } from '../material/two-teams.ts';
import { twoTeams } from '../material/two-teams-names.ts';
import { Conflicts } from '../pages/conflicts.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

for (const language of Language.options) {
  test(`conflicts are decided each way by one key, and undone, ${language}`, async ({
    start,
    folder,
  }) => {
    const { file, pack } = await caseOfTwoTeams(folder);
    await legajo(folder, 'merge', file, pack);
    const { page, shell, words, t } = await start({ file, language });
    const conflicts = new Conflicts(page, words);
    await shell.go('review');
    await conflicts.open();
    await conflicts.areLeft(4);
    await expect(conflicts.side('stands')).toContainText(twoTeams.them);
    await expect(conflicts.side('stands')).toContainText(report.denial);
    await expect(conflicts.other).toContainText(twoTeams.us);
    await expect(conflicts.other).toContainText('pt');
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, ['color-contrast']);

    // The other value is taken, and taken back.
    await expect(conflicts.act('takeOther')).toBeEnabled();
    await page.keyboard.press('2');
    await conflicts.areLeft(3);
    await expect(conflicts.other).toContainText('1972');
    await page.keyboard.press('ControlOrMeta+z');
    await conflicts.areLeft(4);
    await expect(conflicts.other).toContainText('pt');

    // Both, then what stands.
    await expect(conflicts.act('keepBoth')).toBeEnabled();
    await page.keyboard.press('3');
    await conflicts.areLeft(3);
    await expect(conflicts.other).toContainText('1972');
    await expect(conflicts.act('keepStands')).toBeEnabled();
    await page.keyboard.press('1');
    await conflicts.areLeft(2);

    // What somebody deleted while another changed it can go after all.
    await conflicts.row(t('conflicts.deletion')).click();
    await expect(conflicts.side('kept')).toContainText('+34 600 100 201');
    await expect(conflicts.act('delete')).toBeEnabled();
    await page.keyboard.press('2');
    await conflicts.areLeft(1);
    await expect(conflicts.side('stands')).toContainText(twoTeams.theirSummary);
    await conflicts.act('takeOther').click();
    await expect(conflicts.queue).toContainText(t('conflicts.none'));
    await expect(page.getByText(t('review.left', { count: 0 })).first()).toBeAttached();
  });
}

test('all that stands is kept at once, which one undo takes back; a passage opens in the reader', async ({
  start,
  folder,
}) => {
  const { file, pack } = await caseOfTwoTeams(folder);
  await legajo(folder, 'merge', file, pack);
  const { page, shell, words, reader, t } = await start({ file });
  const conflicts = new Conflicts(page, words);
  await shell.go('review');
  await conflicts.open();
  await conflicts.areLeft(4);
  const all = page.getByRole('button', { name: t('conflicts.selectAll'), exact: true });
  await expect(all).toBeEnabled();
  await all.click();
  await expect(conflicts.queue).toContainText(t('conflicts.selected', { count: 4 }));
  await expectAccessible(page);
  await conflicts.act('keepAll').click();
  await expect(conflicts.queue).toContainText(t('conflicts.none'));
  await page.keyboard.press('ControlOrMeta+z');
  await conflicts.areLeft(4);

  // The keys of the list select several, too.
  await conflicts.list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(conflicts.queue).toContainText(t('conflicts.selected', { count: 2 }));
  await page.keyboard.press('1');
  await conflicts.areLeft(2);
  await page.keyboard.press('ControlOrMeta+z');
  await conflicts.areLeft(4);

  await conflicts.list.focus();
  await page.keyboard.press('Home');
  await expect(conflicts.other).toContainText('pt');
  await conflicts.other
    .getByRole('button', { name: t('conflicts.openPassage', { source: report.title }) })
    .click();
  await expect(reader.text).toContainText(report.post);
});
