import type { Page } from '@playwright/test';

/**
 * Has every answer of the engine come late, in the order in which they were given, as on a computer that is busy with
 * other things. For workbenches in a browser, from the next load of the page on.
 *
 * @param delay milliseconds
 */
export async function delayReplies(page: Page, delay: number): Promise<void> {
  await page.routeWebSocket(/./, (socket) => {
    const engine = socket.connectToServer();
    engine.onMessage((message) => {
      setTimeout(() => socket.send(message), delay);
    });
  });
}

/** Has the answers come late at once: the page is loaded anew. */
export async function slowReplies(page: Page): Promise<void> {
  await delayReplies(page, 350);
  await page.reload();
}
