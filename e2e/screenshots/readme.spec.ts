import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/tools/bootstrap/places.mjs';
import { legajo } from '../material/command-line.ts';
import type { Legajo } from '../pages/legajo.ts';
import { expect, test } from '../pages/test.ts';
import { flatPng } from './flat-png.ts';

const pictures = join(root, 'resources', 'pictures');
mkdirSync(pictures, { recursive: true });

const source = 'Tocorón: the first ten days';
const person = 'Héctor Rusthenford Guerrero Flores';

/** Takes one picture once the page has nothing under way: fonts are there, nothing is hovered, no caret blinks. */
async function take({ page, workbench }: Legajo, name: string): Promise<void> {
  await page.mouse.move(640, 799);
  await page.evaluate(showElsewhere, [workbench.folder, '/home/ana/cases'] as const);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(join(pictures, `${name}.png`), flatPng(picture));
}

/** A person keeps no cases in the folder of a test, so the pictures name another in its stead. */
function showElsewhere([folder, shown]: readonly [string, string]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.includes(folder)) node.nodeValue = text.replaceAll(folder, shown);
  }
}

/** Opens the sample case as an analyst who has said who she is. */
async function openSample(
  folder: string,
  start: (options: { file: string }) => Promise<Legajo>,
): Promise<Legajo> {
  const file = join(folder, 'tocoron.casefile');
  await legajo(folder, 'sample', file);
  const opened = await start({ file });
  const { page, shell, sources, t } = opened;
  await shell.go('settings');
  await page.getByLabel(t('settings.name'), { exact: true }).fill('Ana Ruiz');
  await page.getByLabel(t('settings.initials'), { exact: true }).fill('AR');
  await page.keyboard.press('Enter');
  await expect(shell.status).toContainText('AR');
  await shell.go('sources');
  await expect(sources.row(source)).toBeVisible();
  return opened;
}

test('the first screen', async ({ start, folder }) => {
  for (const [name, title] of [
    ['harbour', 'Cargo through Puerto Claro'],
    ['ferries', 'The ferry company'],
  ] as const) {
    const file = join(folder, `${name}.casefile`);
    await legajo(folder, 'new', file, '--title', title, '--handling', 'GREEN');
    const earlier = await start({ file });
    await earlier.shell.showsCase(title);
    await earlier.workbench.close();
  }
  const sample = await openSample(folder, start);
  await sample.shell.command(sample.t('command.closeCase'));
  await expect(sample.welcome.recentCase('The ferry company')).toBeVisible();
  await take(sample, 'welcome');
});

test('sources', async ({ start, folder }) => {
  const opened = await openSample(folder, start);
  await opened.sources.row(source).click();
  await expect(opened.sources.field('publisher')).toBeVisible();
  await take(opened, 'sources');
});

for (const colorScheme of ['light', 'dark'] as const) {
  const suffix = colorScheme === 'dark' ? '-dark' : '';

  test(`reading, ${colorScheme}`, async ({ start, folder }) => {
    const opened = await openSample(folder, start);
    const { page, sources, reader, inspector } = opened;
    await page.emulateMedia({ colorScheme });
    await sources.read(source);
    await reader.shows(source);
    await reader.selectByFinding('was not among the prisoners');
    await reader.clickOn('among the prisoners');
    await expect(inspector.quotation).toContainText('was not among the prisoners');
    await take(opened, `reader${suffix}`);
  });

  test(`a dossier, ${colorScheme}`, async ({ start, folder }) => {
    const opened = await openSample(folder, start);
    const { page, shell, dossiers } = opened;
    await page.emulateMedia({ colorScheme });
    await shell.go('dossiers');
    await dossiers.chooseSubject(person);
    await dossiers.shows(person);
    await expect(page.getByText(opened.t('dossier.setting'))).toHaveCount(0);
    await take(opened, `dossier${suffix}`);
  });
}

test('an entity on which the sources disagree', async ({ start, folder }) => {
  const opened = await openSample(folder, start);
  const { page, shell, entities } = opened;
  await shell.go('entities');
  await entities.open(person);
  await page
    .getByRole('button', { name: opened.t('entity.twoSides') })
    .first()
    .click();
  await expect(page.getByRole('main').locator('q').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+i');
  await expect(opened.inspector.panel).toBeHidden();
  await take(opened, 'entity');
});

test('search', async ({ start, folder }) => {
  const opened = await openSample(folder, start);
  await opened.shell.go('search');
  await opened.search.field.fill('tocoron');
  await expect(opened.search.results.locator('mark').first()).toHaveText('Tocorón');
  await take(opened, 'search');
});
