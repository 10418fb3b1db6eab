import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Language } from '#contract/vocabulary.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { caseWithReport } from '../material/harbour-case.ts';
import type { Legajo } from '../pages/legajo.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const sample = {
  source: 'Tocorón: the first ten days',
  passage: 'Niño Guerrero',
  person: 'Héctor Rusthenford Guerrero Flores',
};

/**
 * Checks what the page shows: in English by light and by dark, in which only the colours are others; in Spanish, in which
 * only the words are others, by light.
 */
async function expectAccessibleInTurn({ page, words }: Legajo): Promise<void> {
  await show(page, 'light');
  await expectAccessible(page);
  if (words.language !== 'en') return;
  await show(page, 'dark');
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await show(page, 'light');
}

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

/** What can be done with words that are no passage yet. */
const onWords = [
  'tag',
  'entity',
  'alias',
  'link',
  'attribute',
  'fact',
  'note',
  'credibility',
  'handling',
] as const;

for (const language of Language.options) {
  test.describe(`nothing shuts anyone out, ${language}:`, () => {
    test('before a case is open', async ({ start, folder }) => {
      const file = join(folder, 'faro.casefile');
      const opened = await start({ language });
      const { page, shell, welcome, words } = opened;
      await expect(welcome.recent).toBeVisible();
      await expectAccessibleInTurn(opened);
      await welcome.choice('newCase').click();
      await welcome.create.click();
      await expect(welcome.newCaseForm.getByText(words.t('newCase.noName'))).toBeVisible();
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('Escape');
      await expect(welcome.newCaseForm).toBeHidden();
      await welcome.makeCase('Faro', file, 'tres faros');
      await shell.showsCase('Faro');
      await shell.command(words.t('command.closeCase'));
      await welcome.recentCase('Faro').click();
      await welcome.answerPassphrase('no');
      const wrong = words.error('case.passphraseWrong');
      await expect(welcome.passphraseForm).toContainText(wrong);
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('Escape');
      await welcome.choice('openCase').click();
      const chooser = page.getByRole('dialog', { name: words.t('files.open.case'), exact: true });
      await expect(chooser.getByRole('option').first()).toBeVisible();
      await expectAccessibleInTurn(opened);
    });

    test('while documents are imported', async ({ start, folder }) => {
      const file = join(folder, 'empty.casefile');
      await legajo(folder, 'new', file, '--title', 'Harbour');
      const documents = new Documents(folder);
      const opened = await start({ file, language });
      const { page, shell, sources, entities, words } = opened;
      await expect(page.getByText(words.t('sources.empty'))).toBeVisible();
      await expectAccessibleInTurn(opened);
      await sources.dropDocuments([documents.report(), ...Object.values(documents.unfit())]);
      await expect(sources.start(4)).toBeVisible();
      for (const part of ['import.custody', 'import.reading'] as const)
        await sources.importPanel.getByText(words.t(part), { exact: true }).click();
      await expectAccessibleInTurn(opened);
      await sources.start(4).click();
      await sources.importFinished();
      await expectAccessibleInTurn(opened);
      await shell.go('entities');
      await expect(page.getByText(words.t('entities.empty'))).toBeVisible();
      await expectAccessibleInTurn(opened);
      await shell.go('tags');
      await expect(page.getByText(words.t('tags.teach'))).toBeVisible();
      await expectAccessibleInTurn(opened);
      expect(await entities.table.count()).toBe(0);
    });

    test('where sources are kept and read', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const opened = await start({ file, language });
      const { page, sources, reader, inspector, words } = opened;
      await sources.row(sample.source).click();
      await expect(sources.field('publisher')).toBeVisible();
      await sources.panel.getByRole('button', { name: words.t('custody.add') }).click();
      await expectAccessibleInTurn(opened);
      await sources.filters.click();
      await expect(
        page.getByRole('checkbox', { name: words.t('sources.by.orphaned') }),
      ).toBeVisible();
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('Escape');
      await sources.row(sample.source).click();
      await page.keyboard.press('ControlOrMeta+a');
      await expect(
        sources.panel.getByRole('heading', { name: words.t('sources.selected', { count: 5 }) }),
      ).toBeVisible();
      await expectAccessibleInTurn(opened);
      await sources.read(sample.source);
      await reader.shows(sample.source);
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('ControlOrMeta+f');
      await reader.find.getByRole('textbox').fill(sample.passage);
      await expect(reader.find.getByRole('status')).toHaveText(/\d/);
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press(']');
      await expect(inspector.quotation).toBeVisible();
      await expectAccessibleInTurn(opened);
      for (const act of onWords) {
        await reader.selectByFinding(sample.passage);
        const form = await reader.begin(act);
        await expect(form.locator('input, select, textarea').first()).toBeFocused();
        await (act === 'link' ? expectAccessibleInTurn(opened) : expectAccessible(page));
        await page.keyboard.press('Escape');
        await expect(form).toBeHidden();
      }
    });

    test('where entities are listed and shown', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const opened = await start({ file, language });
      const { page, shell, entities, words } = opened;
      await shell.go('entities');
      await expect(entities.row(sample.person)).toBeVisible();
      await entities.row(sample.person).click();
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('n');
      await expect(
        page.getByRole('textbox', { name: words.t('common.name'), exact: true }),
      ).toBeFocused();
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('Escape');
      await entities.open(sample.person);
      const disputed = page.getByRole('button', { name: words.t('entity.twoSides') }).first();
      await disputed.click();
      await expect(page.getByRole('main').locator('q').first()).toBeVisible();
      await expectAccessibleInTurn(opened);
      await page.keyboard.press('l');
      await expect(page.getByRole('form', { name: words.t('entity.addLink') })).toBeVisible();
      await expectAccessibleInTurn(opened);
    });

    test('where tags and results are listed', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const opened = await start({ file, language });
      const { page, shell, tags, search } = opened;
      await shell.go('tags');
      await tags.used.first().click();
      await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
      await expectAccessibleInTurn(opened);
      await shell.go('search');
      await search.field.fill('guerrero');
      await expect(search.results.getByRole('option').first()).toBeVisible();
      await expectAccessibleInTurn(opened);
      await shell.type('guerrero');
      await expect(shell.palette.locator('mark').first()).toBeVisible();
      await expectAccessibleInTurn(opened);
      await shell.closeOverlay(shell.palette);
      await shell.openHelp();
      await expectAccessibleInTurn(opened);
    });

    test('where a case is printed, handed over and set up', async ({ start, folder }) => {
      const file = join(folder, 'sample.casefile');
      await legajo(folder, 'sample', file);
      const opened = await start({ file, language });
      const { page, shell, dossiers, exchange, words } = opened;
      await shell.go('dossiers');
      await expectAccessibleInTurn(opened);
      await dossiers.chooseSubject(sample.person);
      await dossiers.shows(sample.person);
      await expectAccessibleInTurn(opened);
      await shell.go('exchange');
      await exchange.handOver(join(folder, 'sample.casepack'));
      await expectAccessibleInTurn(opened);
      await shell.go('settings');
      await expect(page.getByLabel(words.t('newCase.name'), { exact: true })).toBeVisible();
      await expectAccessibleInTurn(opened);
    });

    test('where a case can only be read', async ({ start, folder }) => {
      const file = await caseWithReport(folder);
      const first = await start({ file, language });
      await first.shell.showsCase('Harbour');
      const opened = await start({ file, language });
      const { shell, sources, reader, words } = opened;
      await expect(shell.banner).toContainText(words.t('banner.readOnly'));
      await sources.row(report.title).click();
      await expectAccessibleInTurn(opened);
      await sources.read(report.title);
      await reader.shows(report.title);
      await expectAccessibleInTurn(opened);
    });
  });
}
