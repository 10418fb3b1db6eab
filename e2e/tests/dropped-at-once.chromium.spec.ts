import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropFilesAt } from '../launch/drop.ts';
import { legajo } from '../material/command-line.ts';
import { Documents } from '../material/documents.ts';
import { expect, test } from '../pages/test.ts';

const at = { x: 600, y: 400 };

async function newCase(folder: string): Promise<string> {
  const file = join(folder, 'case.casefile');
  await legajo(folder, 'new', file, '--title', 'Harbour');
  return file;
}

/** Something that is held back until it is let go. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return { opened, open };
}

/** The browser has opened nothing of what was dropped. */
function expectOneTab(page: Page): void {
  expect(page.context().pages()).toEqual([page]);
  expect(new URL(page.url()).protocol).toBe('http:');
}

test('documents dropped before the case is drawn are offered once it is', async ({
  start,
  folder,
}) => {
  const paths = new Documents(folder).many(3, 200);
  const { page, sources } = await start({ file: await newCase(folder) });
  await expect(sources.choose).toBeVisible();
  const answers = gate();
  await page.routeWebSocket(/./, (socket) => {
    const engine = socket.connectToServer();
    engine.onMessage((message) => void answers.opened.then(() => socket.send(message)));
  });
  await page.reload();
  await expect(page.getByRole('main')).toHaveCount(0);
  await dropFilesAt(page, at, paths);
  answers.open();
  await sources.start(3).click();
  await sources.importFinished();
  expectOneTab(page);
});

test('documents dropped before any of the workbench is read are offered once it is drawn', async ({
  start,
  folder,
}) => {
  const paths = new Documents(folder).many(2, 200);
  const { page, sources } = await start({ file: await newCase(folder) });
  await expect(sources.choose).toBeVisible();
  const scripts = gate();
  await page.route('**/assets/*.js', async (route) => {
    await scripts.opened;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('#root')).toBeAttached();
  // Before its first frame a page gets no input at all from Chromium: then nothing is dropped, and is dropped again.
  await expect(async () => {
    await dropFilesAt(page, at, paths);
    expect(await page.evaluate('window.earlyFiles.length')).toBe(2);
  }).toPass();
  scripts.open();
  await expect(sources.start(2)).toBeVisible();
  expectOneTab(page);
});

test('documents dropped just when the page changes under them are offered', async ({
  start,
  folder,
}) => {
  const paths = new Documents(folder).many(3, 200);
  const { page, sources } = await start({ file: await newCase(folder) });
  await expect(sources.choose).toBeVisible();
  await dropFilesAt(page, at, paths, () =>
    page.evaluate(() => {
      const sheet = document.createElement('div');
      Object.assign(sheet.style, { position: 'fixed', inset: '0' });
      document.body.append(sheet);
    }),
  );
  await expect(sources.start(3)).toBeVisible();
  expectOneTab(page);
});

test('where the engine cannot be reached nothing that is dropped is opened, or kept for later', async ({
  start,
  folder,
}) => {
  const paths = new Documents(folder).many(2, 200);
  const { page, sources, words } = await start({ file: await newCase(folder) });
  await expect(sources.choose).toBeVisible();
  let down = true;
  await page.routeWebSocket(/./, (socket) => {
    if (down) void socket.close({ code: 1013 });
    else socket.connectToServer();
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(words.error('connection.lost'));
  await dropFilesAt(page, at, paths);
  expectOneTab(page);
  down = false;
  await page.getByRole('button', { name: words.t('common.retry') }).click();
  await expect(sources.choose).toBeVisible();
  await sources.dropDocuments(paths.slice(0, 1));
  await expect(sources.start(1)).toBeVisible();
  expectOneTab(page);
});
