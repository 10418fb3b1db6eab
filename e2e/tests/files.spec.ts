import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, test } from '../launch/test.ts';

test('a case is made where the person says, takes a dropped document, and opens again', async ({
  launch,
  folder,
}) => {
  mkdirSync(join(folder, 'cases'));
  const file = join(folder, 'cases', 'harbour.casefile');
  const document = join(folder, 'harbour-log.txt');
  writeFileSync(document, 'The ferry left the harbour at noon.\n');

  const first = await launch();
  await first.page.getByRole('button', { name: 'New case', exact: true }).click();
  await first.page.getByRole('textbox', { name: 'Title' }).fill('Harbour');
  await first.page.getByText('No passphrase').click();
  await first.chooseSavePath(
    () => first.page.getByRole('button', { name: 'Choose where to save' }).click(),
    file,
  );
  await expect(first.page.getByText('Harbour').first()).toBeVisible();
  await first.dropFiles(first.page.locator('body'), [document]);
  await first.page.getByRole('button', { name: 'Import 1 document' }).click();
  await expect(first.page.getByText('harbour-log').first()).toBeVisible();
  await expectAccessible(first.page);
  await first.close();

  const second = await launch();
  await second.chooseFiles(
    () => second.page.getByRole('button', { name: 'Open a case', exact: true }).click(),
    [file],
  );
  await expect(second.page.getByText('Harbour').first()).toBeVisible();
});
