import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Documents, report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { settingsFolder } from '../launch/environment.ts';
import { legajo } from '../material/command-line.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const other = 'other-notes';

async function caseOfTwo(folder: string): Promise<string> {
  const file = await caseWithReport(folder);
  const lines = Array.from({ length: 300 }, (_, at) => `Paragraph ${at + 1} tells of the quay.`);
  const path = new Documents(folder).write(`${other}.txt`, `${lines.join('\n\n')}\n`);
  await legajo(folder, 'import', file, path);
  return file;
}

test('places are gone to by number, words found whole, and the place is kept', async ({
  start,
  folder,
}) => {
  const file = await caseOfTwo(folder);
  const { page, sources, reader, t } = await start({ file });
  const { keyboard } = page;
  await sources.read(other);
  await reader.shows(other);
  await expect(reader.text).toBeFocused();

  const going = page.getByRole('group', { name: t('reader.goTo.title'), exact: true });
  await keyboard.press('ControlOrMeta+g');
  await expect(going.getByRole('textbox')).toBeFocused();
  await keyboard.type('p 3');
  await expect(going.getByRole('status')).toHaveText(t('reader.goTo.noPages'));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('¶ 250');
  await expect(going.getByRole('status')).toHaveText(
    t('reader.goTo.of.paragraph', { number: 250, last: 300 }),
  );
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(going).toBeHidden();
  await expect(reader.text).toBeFocused();
  await expect(reader.text.getByText('Paragraph 250 tells')).toBeInViewport();

  await keyboard.press('ControlOrMeta+f');
  await expect(reader.find.getByRole('textbox')).toBeFocused();
  await keyboard.type('paragraph 25');
  await expect(reader.find.getByRole('status')).toContainText('11');
  await reader.find.getByRole('button', { name: t('reader.findWhole') }).click();
  await expect(reader.find.getByRole('status')).toHaveText(
    t('reader.foundAt', { at: 1, count: 1, more: '' }),
  );
  await expectAccessible(page);
  await reader.find.getByRole('textbox').press('Escape');
  await reader.expectSelected('Paragraph 25');

  await page.reload();
  await reader.shows(other);
  await expect(reader.text.getByText('Paragraph 25 tells')).toBeInViewport();
  await expect(reader.text.getByText('Paragraph 1 tells')).toHaveCount(0);
});

test('a source is marked as read by a key, filtered by that, and the next unread is gone to', async ({
  start,
  folder,
}) => {
  const file = await caseOfTwo(folder);
  const { page, shell, sources, reader, t } = await start({ file, language: 'es' });
  const { keyboard } = page;
  await sources.read(report.title);
  await reader.shows(report.title);
  await expect(reader.text).toBeFocused();
  const mark = page.getByRole('button', { name: t('sources.reading.read'), exact: true });
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await keyboard.press('r');
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('ControlOrMeta+z');
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await keyboard.press('r');
  await expect(mark).toHaveAttribute('aria-pressed', 'true');

  await keyboard.press('u');
  await reader.shows(other);
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await expect(reader.text).toBeFocused();
  await keyboard.press('u');
  await expect(page.getByText(t('sources.reading.none'))).toBeVisible();

  await shell.go('sources');
  await page.getByRole('combobox', { name: t('source.reading') }).selectOption('read');
  await expect(sources.row(report.title)).toBeVisible();
  await expect(sources.row(other)).toHaveCount(0);
  await expect(sources.row(report.title)).toContainText(t('sources.reading.read'));
  await expectAccessible(page);
});

test('after a restart, at another address, panels are as wide and the source is where it was left', async ({
  start,
  folder,
}) => {
  const file = await caseOfTwo(folder);
  const first = await start({ file });
  const { keyboard } = first.page;
  const edge = first.page.getByRole('separator', { name: first.t('app.resizeInspector') });
  await first.sources.read(other);
  await first.reader.shows(other);
  await expect(first.reader.text).toBeFocused();
  await keyboard.press('ControlOrMeta+g');
  const going = first.page.getByRole('group', { name: first.t('reader.goTo.title'), exact: true });
  await expect(going.getByRole('textbox')).toBeFocused();
  await keyboard.type('¶ 250');
  await expect(going.getByRole('status')).toHaveText(
    first.t('reader.goTo.of.paragraph', { number: 250, last: 300 }),
  );
  await keyboard.press('Enter');
  await expect(first.reader.text.getByText('Paragraph 250 tells')).toBeInViewport();
  const before = await first.inspector.panel.boundingBox();
  await edge.focus();
  await keyboard.press('ArrowLeft');
  const width = async (panel: typeof first.inspector.panel): Promise<number> =>
    (await panel.boundingBox())?.width ?? 0;
  await expect.poll(() => width(first.inspector.panel)).toBeGreaterThan(before?.width ?? Infinity);
  const left = await width(first.inspector.panel);
  // What changes is written once a second; the window is closed when it has been.
  const written = join(settingsFolder(join(folder, '.home')), 'view.json');
  await expect
    .poll(() => (existsSync(written) ? readFileSync(written, 'utf8') : ''))
    .toMatch(new RegExp(`"inspectorWidth": ${Math.round(left)},[^]*"top": [1-9]`));
  await first.workbench.close();

  const again = await start({ file });
  await again.sources.read(other);
  await again.reader.shows(other);
  await expect(again.reader.text.getByText('Paragraph 250 tells')).toBeInViewport();
  // Widths are kept in whole pixels.
  await expect
    .poll(async () => Math.abs((await width(again.inspector.panel)) - left))
    .toBeLessThanOrEqual(1);
});
