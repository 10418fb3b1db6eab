import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { Orphans } from '../pages/orphans.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const text = 'Íñigo Núñez signed at noon.\n\nThe van was seen by two people near the pier.\n';
/** Of the name as it was read first, in a wrong encoding; it begins within a letter. */
const marred = 'ºÃ±ez';

/** A case whose only document was read in a wrong encoding, with two passages. @returns its file */
async function misreadCase(folder: string): Promise<string> {
  const file = join(folder, 'pier.casefile');
  writeFileSync(join(folder, 'note.txt'), text);
  await legajo(folder, 'new', file, '--title', 'Pier');
  await legajo(folder, 'import', file, 'note.txt');
  const { items } = SourcePage.parse(await legajo(folder, 'sources', file));
  const source = items[0]?.id ?? '';
  await legajo(folder, 'read-again', file, source, '--encoding', 'windows-1252');
  for (const quote of ['seen by two people', marred]) {
    const passage = ['--source', source, '--quote', quote, '--tag', 'pier'];
    await legajo(folder, 'excerpt', file, ...passage);
  }
  return file;
}

test('a text is read again in another encoding; what has no sure place is put there by a key, or by hand', async ({
  start,
  folder,
}) => {
  const file = await misreadCase(folder);
  const { page, shell, sources, reader, words, t } = await start({ file });
  const orphans = new Orphans(page, words);
  await shell.go('sources');
  await sources.read('note');
  await expect(reader.text).toContainText(marred);

  // The form says what will happen; at the end it says what has.
  await orphans.askToReadAgain();
  const { dialog } = orphans;
  const encoding = dialog.getByLabel(t('readAgain.encoding'), { exact: true });
  await expect(encoding).toHaveValue('windows-1252');
  await expect(dialog).toContainText(t('readAgain.explained', { count: 2 }));
  await expectAccessible(page);
  await encoding.selectOption('utf-8');
  await dialog
    .getByRole('button', { name: t('readAgain.start', { count: 1 }), exact: true })
    .click();
  await expect(dialog).toContainText(t('readAgain.made', { count: 1 }));
  await expect(dialog).toContainText(t('readAgain.carried', { count: 1 }));
  await expect(dialog).toContainText(t('readAgain.orphaned', { count: 1 }));
  await expect(reader.text).toContainText('Íñigo Núñez');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('readAgain.toOrphans', { count: 1 }) }).click();

  // The passage that lost its words is shown with where it may be.
  await orphans.areLeft(1);
  await expect(orphans.atHand).toContainText(marred);
  await expect(orphans.candidate('Núñez')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectAccessible(page, ['color-contrast']);
  await expect(orphans.act('place')).toBeEnabled();
  await page.keyboard.press('y');
  await expect(orphans.queue).toContainText(t('orphans.none'));

  // One undo takes it back, and it can be put there by hand.
  await page.keyboard.press('ControlOrMeta+z');
  await orphans.areLeft(1);
  await expect(orphans.act('byHand')).toBeEnabled();
  await page.keyboard.press('h');
  await reader.shows('note');
  await expect(orphans.placing).toContainText(t('orphans.selected', { words: 'Núñez' }));
  await reader.selectByFinding('Íñigo Núñez');
  await expect(orphans.placing).toContainText(t('orphans.selected', { words: 'Íñigo Núñez' }));
  await expectAccessible(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(orphans.queue).toContainText(t('orphans.none'));

  // It is asked before a passage goes; the key at hand keeps it.
  await page.keyboard.press('ControlOrMeta+z');
  await orphans.areLeft(1);
  await expect(orphans.act('remove')).toBeEnabled();
  await page.keyboard.press('n');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.getByRole('button', { name: t('orphans.keep'), exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(orphans.act('place')).toBeEnabled();
});
