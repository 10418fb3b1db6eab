import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Language } from '#contract/vocabulary.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const schemes = ['light', 'dark'] as const;
const sample = {
  source: 'Tocorón: the first ten days',
  passage: 'Niño Guerrero',
  person: 'Héctor Rusthenford Guerrero Flores',
};

/** Checks what the page shows once in the light and once in the dark. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page);
  }
}

for (const language of Language.options) {
  test.describe(`nothing shuts anyone out, ${language}:`, () => {
    test('before a case is open', async ({ start, folder }) => {
      const file = join(folder, 'locked.casefile');
      const { page, shell, welcome, words } = await start({ language });
      await expect(welcome.recent).toBeVisible();
      await expectAccessibleInBoth(page);
      await welcome.choice('newCase').click();
      await welcome.create.click();
      await expect(welcome.newCaseForm.getByText(words.t('newCase.noName'))).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await expect(welcome.newCaseForm).toBeHidden();
      await welcome.makeCase('Faro', file, 'tres faros');
      await shell.showsCase('Faro');
      await shell.command(words.t('command.closeCase'));
      await welcome.recentCase('Faro').click();
      await welcome.answerPassphrase('no');
      const wrong = words.error('case.passphraseWrong');
      await expect(welcome.passphraseForm).toContainText(wrong);
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await welcome.choice('openCase').click();
      const chooser = page.getByRole('dialog', { name: words.t('files.open.case'), exact: true });
      await expect(chooser.getByRole('option').first()).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test('while documents are imported', async ({ start, folder }) => {
      const file = join(folder, 'empty.casefile');
      await legajo(folder, 'new', file, '--title', 'Harbour');
      const documents = new Documents(folder);
      const { page, shell, sources, entities, words } = await start({ file, language });
      await expect(page.getByText(words.t('sources.empty'))).toBeVisible();
      await expectAccessibleInBoth(page);
      await sources.dropDocuments([documents.report(), ...Object.values(documents.unfit())]);
      await expect(sources.start(6)).toBeVisible();
      await expectAccessibleInBoth(page);
      await sources.start(6).click();
      await sources.importFinished();
      await expectAccessibleInBoth(page);
      await shell.go('entities');
      await expect(page.getByText(words.t('entities.empty'))).toBeVisible();
      await expectAccessibleInBoth(page);
      await shell.go('tags');
      await expect(page.getByText(words.t('tags.teach'))).toBeVisible();
      await expectAccessibleInBoth(page);
      expect(await entities.table.count()).toBe(0);
    });

    test('where sources are kept and read', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const { page, sources, reader, inspector, words } = await start({ file, language });
      await sources.row(sample.source).click();
      await expect(sources.field('publisher')).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('ControlOrMeta+a');
      await expect(
        sources.panel.getByRole('heading', { name: words.t('sources.selected', { count: 5 }) }),
      ).toBeVisible();
      await expectAccessibleInBoth(page);
      await sources.read(sample.source);
      await reader.shows(sample.source);
      await expectAccessibleInBoth(page);
      await page.keyboard.press('ControlOrMeta+f');
      await reader.find.getByRole('textbox').fill(sample.passage);
      await expect(reader.find.getByRole('status')).toHaveText(/\d/);
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press(']');
      await expect(inspector.quotation).toBeVisible();
      await expectAccessibleInBoth(page);
      for (const act of ['tag', 'entity', 'alias', 'link', 'attribute', 'fact', 'note'] as const) {
        await reader.selectByFinding(sample.passage);
        const form = await reader.begin(act);
        await expect(form.locator('input, select, textarea').first()).toBeFocused();
        await (act === 'link' ? expectAccessibleInBoth(page) : expectAccessible(page));
        await page.keyboard.press('Escape');
        await expect(form).toBeHidden();
      }
    });

    test('where entities, tags and results are listed', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const { page, shell, entities, tags, search, words } = await start({ file, language });
      await shell.go('entities');
      await expect(entities.row(sample.person)).toBeVisible();
      await entities.row(sample.person).click();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('n');
      await expect(
        page.getByRole('textbox', { name: words.t('common.name'), exact: true }),
      ).toBeFocused();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await entities.open(sample.person);
      const disputed = page.getByRole('button', { name: words.t('entity.twoSides') }).first();
      await disputed.click();
      await expect(page.getByRole('main').locator('q').first()).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('l');
      await expect(page.getByRole('form', { name: words.t('entity.addLink') })).toBeVisible();
      await expectAccessibleInBoth(page);
      await shell.go('tags');
      await tags.used.first().click();
      await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
      await expectAccessibleInBoth(page);
      await shell.go('search');
      await search.field.fill('guerrero');
      await expect(search.results.getByRole('option').first()).toBeVisible();
      await expectAccessibleInBoth(page);
      await shell.type('guerrero');
      await expect(shell.palette.locator('mark').first()).toBeVisible();
      await expectAccessibleInBoth(page);
      await shell.closeOverlay(shell.palette);
      await shell.openHelp();
      await expectAccessibleInBoth(page);
    });

    test('where a case is printed, handed over and set up', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const { page, shell, dossiers, exchange, words } = await start({ file, language });
      await shell.go('dossiers');
      await expectAccessibleInBoth(page);
      await dossiers.chooseSubject(sample.person);
      await dossiers.shows(sample.person);
      await expectAccessibleInBoth(page);
      await shell.go('exchange');
      await exchange.handOver(join(folder, 'sample.casepack'));
      await expectAccessibleInBoth(page);
      await shell.go('settings');
      await expect(page.getByLabel(words.t('newCase.name'), { exact: true })).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test('where a case can only be read', async ({ start, folder }) => {
      const file = await caseWithReport(folder);
      const first = await start({ file, language });
      await first.shell.showsCase('Harbour');
      const { page, shell, sources, reader, words } = await start({ file, language });
      await expect(shell.banner).toContainText(words.t('banner.readOnly'));
      await sources.row(report.title).click();
      await expectAccessibleInBoth(page);
      await sources.read(report.title);
      await reader.shows(report.title);
      await expectAccessibleInBoth(page);
    });
  });
}
