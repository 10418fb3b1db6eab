import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourcePage } from '#contract/source.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { pagesOf } from '../material/read-pdf.ts';
import { expect, test } from '../pages/test.ts';

test('a dossier is seen page by page, saved as PDF, and cites each line', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const pdf = join(folder, 'dossier.pdf');
  const { shell, entities, dossiers } = await start({ file });
  await shell.go('entities');
  await entities.open(report.person);
  await entities.dossier.click();
  await dossiers.shows(report.person);
  await dossiers.saveAs(pdf);

  const pages = await pagesOf(readFileSync(pdf));
  const all = pages.join('\n');
  pages.forEach((page, index) => {
    expect(page).toContain(`page ${index + 1} of ${pages.length}`);
    expect(page).toContain('TLP:AMBER');
  });
  const [source] = SourcePage.parse(await legajo(folder, 'sources', file)).items;
  expect(all).toContain(report.organization);
  expect(all.replaceAll(/\s+/g, ' ')).toContain(report.post);
  expect(all).toMatch(/\[\d+\]/);
  expect(all.replaceAll(/\s+/g, '')).toContain(source?.sha256);
});

test('the language of a dossier is changed before it is saved', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const pdf = join(folder, 'informe.pdf');
  const { shell, dossiers, words } = await start({ file, language: 'es' });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  await dossiers.setLanguage('es');
  await expect(dossiers.page(1)).toContainText(/página 1 de \d/);
  await dossiers.saveAs(pdf);
  const pages = await pagesOf(readFileSync(pdf));
  expect(pages[0]).toContain(`página 1 de ${pages.length}`);
  expect(words.language).toBe('es');
});
