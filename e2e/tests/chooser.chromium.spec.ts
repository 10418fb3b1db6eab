import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legajo } from '../material/command-line.ts';
import { expect, test } from '../pages/test.ts';

test('the chooser of the browser host is worked by keys: it leaves a case alone that is there already', async ({
  start,
  folder,
}) => {
  await legajo(folder, 'new', join(folder, 'taken.casefile'), '--title', 'Taken');
  const { page, welcome, shell, t } = await start();
  await expect(welcome.choice('newCase')).toBeVisible();
  await page.keyboard.press('n');
  await welcome.field('newCase.name').fill('Taken');
  await welcome.newCaseForm.getByRole('radio', { name: t('newCase.open') }).check();
  await page.keyboard.press('Enter');
  const chooser = page.getByRole('dialog', { name: t('files.save.case'), exact: true });
  const name = chooser.getByRole('textbox', { name: t('files.name') });
  await expect(name).toBeFocused();
  await name.fill('taken');
  await page.keyboard.press('Enter');
  await expect(chooser.getByRole('alert')).toHaveText(
    t('files.takenCase', { name: 'taken.casefile' }),
  );
  await name.fill('free');
  await page.keyboard.press('Enter');
  await shell.showsCase('Taken');
  expect(await legajo(folder, 'info', join(folder, 'free.casefile'))).toMatchObject({
    title: 'Taken',
  });
});

test('many documents are chosen at once: all from one to another, or all that are listed', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'many.casefile');
  await legajo(folder, 'new', file, '--title', 'Many');
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.md']) {
    writeFileSync(join(folder, name), `${name} has words.\n`);
  }
  const { page, sources, t } = await start({ file });
  await sources.choose.click();
  const chooser = page.getByRole('dialog', { name: t('files.open.documents'), exact: true });
  const entry = (name: string) => chooser.getByRole('option').filter({ hasText: name });
  await chooser.getByRole('navigation').getByRole('button').last().click();
  await entry('a.txt').click();
  await entry('c.txt').click({ modifiers: ['Shift'] });
  await expect(chooser.getByRole('option', { selected: true })).toHaveCount(3);
  // The keys go on where the pointer left off.
  await expect(chooser.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(chooser).toBeHidden();
  await expect(sources.start(3)).toBeVisible();
  await sources.choose.click();
  await page.keyboard.type('.md');
  await expect(chooser.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(chooser.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(entry('a.txt')).toBeVisible();
  await page.keyboard.type('txt');
  await expect(entry('d.md')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await expect(chooser.getByRole('option', { selected: true })).toHaveCount(3);
});
