import type { WebSocketRoute } from '@playwright/test';
import { caseOfPassages } from '../material/harbour-case.ts';
import { report } from '../material/documents.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('two windows on one case stay in step', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, entities, workbench, words } = await start({ file });
  await shell.showsCase('Harbour');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByRole('button', { name: words.t('rail.entities'), exact: true }).click();
  await shell.go('entities');
  await entities.make('location', report.place);
  await expect(second.getByText(report.place)).toBeVisible();
  await second.close();
  await shell.go('sources');
  await expect(sources.row(report.title)).toBeVisible();
  expect(workbench.problems).toEqual([]);
});

test('a lost connection is said, loses nothing that was typed, and is made again', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, sources, words } = await start({ file });
  await shell.showsCase('Harbour');
  let down = false;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/./, (socket) => {
    if (down) {
      void socket.close({ code: 1013 });
      return;
    }
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await sources.row(report.title).click();
  await expect(sources.field('publisher')).toBeVisible();

  down = true;
  for (const socket of sockets) await socket.close({ code: 1012 });
  await expect(shell.banner).toContainText(words.t('banner.lost'));
  await expectAccessible(page);
  await sources.field('publisher').fill('El Faro');
  await page.keyboard.press('Enter');
  await expect(sources.panel).toContainText(words.error('connection.lost'));
  await expect(sources.field('publisher')).toHaveValue('El Faro');

  // Asked for while there is nothing to connect to, it changes nothing; once there is, the page finds it by itself.
  await page.getByRole('button', { name: words.t('banner.retry') }).click();
  await expect(shell.banner).toContainText(words.t('banner.lost'));
  down = false;
  await expect(page.getByText(words.t('banner.lost'))).toHaveCount(0);
  await sources.field('publisher').press('Enter');
  await expect(sources.row(report.title)).toContainText('El Faro');
});

test('a page that is loaded anew while its case is being opened opens it', async ({
  start,
  folder,
}) => {
  const { page, shell } = await start({ file: await caseOfPassages(folder) });
  await shell.showsCase('Harbour');
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  let slow = true;
  await page.routeWebSocket(/./, (socket) => {
    const engine = socket.connectToServer();
    socket.onMessage((message) => {
      if (slow && message.toString().includes('cases/open')) isAsked();
      else engine.send(message);
    });
  });
  // As in a window that was just opened.
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await asked;
  slow = false;
  await page.reload();
  await shell.showsCase('Harbour');
});
