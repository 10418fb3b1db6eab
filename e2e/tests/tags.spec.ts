import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Language } from '#contract/vocabulary.ts';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const Made = z.object({ id: z.string() });

/** A case with three tags: `claims` on two passages, `posts` on one of them, `ships` on a third. */
async function caseOfTags(folder: string): Promise<string> {
  const file = await caseWithReport(folder);
  const { items } = SourcePage.parse(await legajo(folder, 'sources', file));
  const take = async (quote: string, ...tags: string[]): Promise<void> => {
    const given = ['excerpt', file, '--source', items[0]?.id ?? '', '--quote', quote];
    Made.parse(await legajo(folder, ...given, ...tags.flatMap((tag) => ['--tag', tag])));
  };
  await take(report.post, 'claims', 'posts');
  await take(report.denial, 'claims');
  await take(report.opening, 'ships');
  return file;
}

test('a tag is moved by keys and by dragging, never beneath itself, and merged; each is one undo', async ({
  start,
  folder,
}) => {
  const { page, shell, tags, words } = await start({ file: await caseOfTags(folder) });
  await shell.go('tags');
  await tags.node('posts').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(tags.node('posts')).toHaveAttribute('aria-level', '2');
  await expect(tags.node('posts')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(tags.node('posts')).toHaveAttribute('aria-level', '1');

  await tags.node('ships').dragTo(tags.node('posts'));
  await expect(tags.node('ships')).toHaveAttribute('aria-level', '2');
  await tags.node('posts').dragTo(tags.node('ships'));
  await expect(tags.node('posts')).toHaveAttribute('aria-level', '1');

  await tags.node('posts').click();
  await page.keyboard.press('ControlOrMeta+x');
  await tags.node('claims').click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(tags.node('posts')).toHaveAttribute('aria-level', '2');
  await expect(tags.node('ships')).toHaveAttribute('aria-level', '3');
  await expect(tags.node('claims')).toHaveAccessibleName(
    new RegExp(words.t('tags.inAll', { count: 3 })),
  );
  await page.keyboard.press('b');
  await expect(tags.passage(report.opening)).toBeVisible();
  await page.keyboard.press('b');
  await expect(tags.passage(report.opening)).toBeHidden();
  await expect(tags.passage(report.denial)).toBeVisible();

  await tags.node('posts').click();
  await page.keyboard.press('m');
  const form = page.getByRole('form', { name: words.t('tags.mergeTitle', { name: 'posts' }) });
  const into = form.getByRole('combobox');
  await expect(into).toBeFocused();
  await into.fill('claims');
  await expect(form.getByRole('option', { selected: true })).toContainText('claims');
  await page.keyboard.press('Enter');
  await expect(into).toHaveValue('claims');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(tags.node('posts')).toHaveCount(0);
  await expect(tags.node('ships')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tags.node('posts')).toHaveAttribute('aria-level', '2');
  await expect(tags.node('ships')).toHaveAttribute('aria-level', '3');
});

test('when to use a tag, and when not, is kept with it and shown', async ({ start, folder }) => {
  const { page, shell, tags, words } = await start({ file: await caseOfTags(folder) });
  await shell.go('tags');
  await tags.node('ships').click();
  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: words.t('tags.edit') });
  await form.getByRole('textbox', { name: words.t('tags.inclusion') }).fill('A vessel is named.');
  await form.getByRole('textbox', { name: words.t('tags.exclusion') }).fill('Only its cargo is.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByRole('main')).toContainText('A vessel is named.');
  await expect(page.getByRole('main')).toContainText('Only its cargo is.');
});

test('tags are combined with and, or and not, on one passage, near, or in one source', async ({
  start,
  folder,
}) => {
  const { page, shell, tags, reader, words } = await start({ file: await caseOfTags(folder) });
  const finds = (count: number) =>
    expect(tags.found).toHaveText(words.t('reader.passages', { count }));
  await shell.go('tags');
  await tags.node('claims').click();
  await finds(2);
  await tags.combine('posts');
  await finds(1);
  const joint = tags.combination.getByRole('combobox', {
    name: words.t('tags.joint', { name: 'posts' }),
  });
  await joint.selectOption('not');
  await finds(1);
  await expect(tags.passage(report.denial)).toBeVisible();
  await joint.selectOption('or');
  await finds(2);
  await tags.combine('ships');
  await expect(page.getByText(words.t('tags.nothingCombined'))).toBeVisible();
  const scope = tags.combination.getByRole('combobox', { name: words.t('tags.scope') });
  await scope.selectOption('near');
  await finds(2);
  const distance = tags.combination.getByRole('textbox', { name: words.t('tags.distance') });
  await distance.fill('10');
  await finds(1);
  await expect(tags.passage(report.post)).toBeVisible();
  await scope.selectOption('source');
  await finds(2);

  await tags.passage(report.denial).getByRole('button').click();
  await reader.shows(report.title);
  await page.goBack();
  await finds(2);
  await tags.combination
    .getByRole('button', { name: words.t('tags.leaveOut', { name: 'ships' }) })
    .click();
  await finds(2);
});

for (const language of Language.options) {
  test(`a combination is kept with the case, found again, renamed and removed, ${language}`, async ({
    start,
    folder,
  }) => {
    const { page, shell, tags, words } = await start({ file: await caseOfTags(folder), language });
    const finds = (count: number) =>
      expect(tags.found).toHaveText(words.t('reader.passages', { count }));
    await shell.go('tags');
    await tags.node('claims').click();
    await finds(2);
    await tags.combine('posts');
    await finds(1);
    await page.keyboard.press('Shift+A');
    await page.keyboard.type('claims of posts');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('list', { name: words.t('tags.saved.title') });
    const line = (name: string) => saved.getByRole('button', { name, exact: true });
    await expect(line('claims of posts')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(saved).toBeHidden();

    await tags.node('ships').click();
    await expect(tags.combination.getByText('posts', { exact: true })).toHaveCount(0);
    await page.keyboard.press('Shift+A');
    await line('claims of posts').click();
    await expect(saved).toBeHidden();
    await expect(tags.combination.getByText('posts', { exact: true })).toBeVisible();
    await finds(1);

    await page.keyboard.press('Shift+A');
    await line(words.t('tags.saved.renameOf', { name: 'claims of posts' })).click();
    await expect(saved.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('who holds posts');
    await page.keyboard.press('Enter');
    await expect(line('who holds posts')).toBeVisible();
    await line(words.t('tags.saved.removeOf', { name: 'who holds posts' })).click();
    await line(words.t('tags.saved.removeQuestion')).click();
    await expect(line('who holds posts')).toHaveCount(0);
  });
}

for (const language of Language.options) {
  test(`the matrix counts, and opens what it counts by click and by Enter, ${language}`, async ({
    start,
    folder,
  }) => {
    const { page, shell, tags, words } = await start({ file: await caseOfTags(folder), language });
    const scheme = async (colorScheme: 'light' | 'dark'): Promise<void> => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    };
    await shell.go('tags');
    await tags.node('claims').click();
    await expect(tags.passage(report.denial)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('v');
    await expect(tags.cell('claims', 'posts')).toHaveText('1');
    await expect(tags.cell('claims', 'claims')).toHaveText('2');
    for (const one of ['light', 'dark'] as const) {
      await scheme(one);
      await expectAccessible(page);
    }
    await tags.matrix.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(tags.combination.getByText('posts', { exact: true })).toBeVisible();
    await expect(tags.found).toHaveText(words.t('reader.passages', { count: 1 }));
    for (const one of ['dark', 'light'] as const) {
      await scheme(one);
      await expectAccessible(page);
    }
    await page.goBack();
    await page.getByRole('combobox', { name: words.t('tags.matrixBy') }).selectOption('source');
    await tags.cell('claims', report.title).click();
    await expect(tags.found).toHaveText(words.t('reader.passages', { count: 2 }));
  });

  test(`a codebook goes out, and comes in after a look, as one undo, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfTags(folder);
    const { page, shell, tags, words, workbench } = await start({ file, language });
    const main = page.getByRole('main');
    const book = join(folder, 'book.qdc');
    await shell.go('tags');
    await workbench.chooseSavePath(
      () => page.getByRole('button', { name: words.t('tags.handOver') }).click(),
      book,
    );
    await expect(page.getByText(words.t('tags.handedOver', { path: book }))).toBeVisible();
    const written = readFileSync(book, 'utf8');
    writeFileSync(
      book,
      written
        .replace('name="ships"', 'name="vessels"')
        .replace(
          '</Codes>',
          '<Code guid="{0A0A0A0A-0000-4000-8000-00000000000A}" name="cargo" isCodable="true"/></Codes>',
        ),
    );
    await workbench.chooseFiles(
      () => page.getByRole('button', { name: words.t('tags.takeIn') }).click(),
      [book],
    );
    await expect(main.getByRole('option', { name: 'vessels' })).toContainText(
      words.t('tags.state.changed'),
    );
    await expect(main.getByRole('option', { name: 'cargo' })).toContainText(
      words.t('tags.state.new'),
    );
    await expect(main).toContainText(words.t('tags.remark.noColor', { count: 1 }));
    await expectAccessible(page);
    await main.getByRole('button', { name: words.t('tags.takeInNow', { count: 2 }) }).click();
    await expect(tags.node('vessels')).toBeVisible();
    await expect(tags.node('cargo')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(tags.node('ships')).toBeVisible();
    await expect(tags.node('cargo')).toHaveCount(0);
  });
}
