import { join } from 'node:path';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { Original } from '../pages/original.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';
import { writePdf } from '../../src/engine/testing/pdf.ts';

test('what is selected on the page of a PDF and in its text is one passage, seen on both', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  const pdf = new Documents(folder).write(
    'manifest.pdf',
    writePdf({ pages: [[report.opening], [report.post]] }),
  );
  await legajo(folder, 'new', file, '--title', 'Harbour');
  await legajo(folder, 'import', file, pdf);
  const { page, shell, sources, reader, inspector, words } = await start({ file });
  const original = new Original(page, words);
  await shell.go('sources');
  await sources.read('manifest');
  await reader.shows('manifest');
  await original.showBeside();
  await original.sheet(1, 2);

  // From the text to the page.
  await reader.text.focus();
  await reader.selectByFinding(report.opening);
  const place = await original.placeOfSelected();
  await page.keyboard.press('Escape');
  await expect(original.selected).toHaveCount(0);

  // From the page to the text, and into the case by a key.
  await original.drawOver(place);
  await reader.expectSelected(report.opening);
  const form = await reader.beginByKey('tag', 't');
  await page.keyboard.type('Ferry');
  await expect(form.getByRole('option', { name: /Ferry/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const mark = original.pane.locator('[data-passage]');
  await expect(mark).toHaveCount(1);
  await expectAccessible(page);

  // The mark on the page leads to the passage, wherever the text is.
  await page.keyboard.press('Escape');
  await expect(mark).toHaveAttribute('data-chosen', 'false');
  await page.mouse.click(place.x + place.width / 3, place.y + place.height / 2);
  await expect(mark).toHaveAttribute('data-chosen', 'true');
  await expect(inspector.panel).toContainText('Ferry');
});

test('a table stands beside its text as one, and a cell is selected by pressing it', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'case.casefile');
  const csv = new Documents(folder).write('crew.csv', 'name,post\nMarta Iriarte,master\n');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  await legajo(folder, 'import', file, csv);
  const { page, shell, sources, reader, words } = await start({ file });
  const original = new Original(page, words);
  await shell.go('sources');
  await sources.read('crew');
  await reader.shows('crew');
  await original.showBeside();
  const table = original.pane.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'post' })).toBeVisible();
  await table.getByText('Marta Iriarte').click();
  await reader.expectSelected('Marta Iriarte');
  await expectAccessible(page);
});
