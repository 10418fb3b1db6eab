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
