import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EntityPage } from '#contract/entity.ts';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { Documents, report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { pagesOf } from '../material/read-pdf.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

const Made = z.object({ id: z.string() });

test('what is printed is chosen part by part and fact by fact, and kept as a preset', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const pdf = join(folder, 'short.pdf');
  const { page, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.organization);

  await test.step('a part is moved and another left out by the keys', async () => {
    const before = await dossiers.order();
    await dossiers.part('roles').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () => (await dossiers.order()).indexOf('roles'))
      .toBe(before.indexOf('roles') - 1);
    await expect(dossiers.part('roles')).toBeFocused();
    await dossiers.part('gaps').focus();
    await page.keyboard.press('Space');
    await expect(dossiers.part('gaps')).not.toBeChecked();
  });
  await test.step('a part gets another title', async () => {
    await dossiers.part('roles').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: /Another title for/ }).fill('Posts held');
    await page.keyboard.press('Enter');
    await dossiers.shows('Posts held');
  });
  await test.step('a fact is left out, and counted', async () => {
    const fact = await dossiers.item('roles', report.organization);
    await fact.click();
    await expect(fact).not.toBeChecked();
    await expect(
      page.getByText(words.t('dossier.itemsOut', { count: 1 }), { exact: false }),
    ).toBeVisible();
    await expectAccessible(page);
    await dossiers.settled();
    await expect(dossiers.page(1)).not.toContainText(report.organization);
  });
  await test.step('the file says what the pages say', async () => {
    await dossiers.saveAs(pdf);
    const all = (await pagesOf(readFileSync(pdf))).join('\n');
    expect(all).not.toContain(report.organization);
    expect(all).toContain(report.person);
  });
  await test.step('the options are kept and found again', async () => {
    await dossiers.button(words.t('dossier.preset.keep')).click();
    await page
      .getByRole('textbox', { name: words.t('dossier.preset.name'), exact: true })
      .fill('Short');
    await dossiers.button(words.t('dossier.preset.save')).click();
    await expect(dossiers.preset.locator('option:checked')).toHaveText('Short');
    const kept = await dossiers.order();
    await page.reload();
    await dossiers.shows(report.person);
    expect(await dossiers.order()).not.toEqual(kept);
    await dossiers.preset.selectOption('Short');
    await expect.poll(() => dossiers.order()).toEqual(kept);
    await expect(dossiers.part('gaps')).not.toBeChecked();
    await dossiers.shows('Posts held');
  });
});

test('what is marked more strictly than wanted is withheld, and counted in words', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const entities = EntityPage.parse(await legajo(folder, 'entities', file)).items;
  const person = entities.find(({ name }) => name === report.person)?.id ?? '';
  const secret = new Documents(folder).write('secret.txt', 'Her brother is Pedro Iriarte.\n');
  await legajo(folder, 'import', file, secret, '--handling', 'RED');
  const source = SourcePage.parse(await legajo(folder, 'sources', file)).items.find(
    ({ title }) => title === 'secret',
  );
  const quote = ['--source', source?.id ?? '', '--quote', 'Her brother is Pedro Iriarte.'];
  const { id: excerpt } = Made.parse(await legajo(folder, 'excerpt', file, ...quote));
  const add = ['--kind', 'person', '--name', 'Pedro Iriarte'];
  const { id: brother } = Made.parse(await legajo(folder, 'add-entity', file, ...add));
  const ends = ['--from', person, '--to', brother, '--type', 'Family'];
  await legajo(folder, 'link', file, ...ends, '--excerpt', excerpt);

  const { page, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows('TLP:RED');
  await dossiers.most.selectOption('AMBER');
  await expect(page.getByText(/^Withheld, counted .* 1 fact/)).toBeVisible();
  await dossiers.settled();
  await expect(dossiers.page(1)).toContainText('TLP:AMBER');
  await expect(dossiers.pages).not.toContainText('Pedro');

  // What cannot be made is not offered to be saved.
  await dossiers.chooseKind('group');
  const unfit = { name: report.person, kind: words.t('dossier.kind.profile') };
  await expect(page.getByText(words.t('dossier.teach.unfit', unfit))).toBeVisible();
  await expect(page.getByRole('button', { name: words.t('dossier.print') })).toBeDisabled();
});

test('a printed fact opens its record beside the pages, and a citation leads to its passage and back', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.organization);
  await dossiers.part('gaps').click();
  await dossiers.settled();

  const citation = dossiers.pages
    .getByRole('link', { name: words.t('dossier.leadFrom.within', { words: '[1]' }), exact: true })
    .first();
  await citation.focus();
  await page.keyboard.press('Enter');
  const back = dossiers.button(words.t('dossier.back'));
  await expect(back).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(back).toBeHidden();

  await dossiers.pages
    .getByRole('link', { name: words.t('dossier.leadFrom.entity', { words: report.person }) })
    .first()
    .click();
  const beside = page.getByRole('region', { name: words.t('app.workBeside'), exact: true });
  await expect(
    beside.getByRole('heading', { level: 1, name: report.person, exact: true }),
  ).toBeVisible();
  await expect(beside.locator('[data-fact][aria-expanded="true"]')).toBeFocused();
  await expect(dossiers.pages).toBeVisible();

  await beside.getByRole('button', { name: words.t('command.closeHalf'), exact: true }).click();
  await expect(dossiers.part('gaps')).not.toBeChecked();
  await dossiers.shows(report.person);
});

test('every form is saved as what it is, in Portuguese too', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { shell, dossiers } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  await dossiers.setLanguage('pt');
  await dossiers.openLook();
  const beginnings = { docx: /^PK/, html: /^<!doctype html>/i, md: /^[-#]/ } as const;
  for (const format of ['docx', 'html', 'md'] as const) {
    const path = join(folder, `dossier.${format}`);
    await dossiers.format.selectOption(format);
    await dossiers.saveAs(path, format);
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 40).toString('latin1')).toMatch(beginnings[format]);
    if (format !== 'docx') expect(bytes.toString('utf8')).toContain(report.person);
  }
});
