import type { Page } from '@playwright/test';

/**
 * Has every answer of the engine come late, in the order in which they were given, as on a computer that is busy with
 * other things. For workbenches in a browser; the page is loaded anew.
 *
 * @param delay milliseconds
 */
export async function slowReplies(page: Page, delay = 350): Promise<void> {
  await page.routeWebSocket(/./, (socket) => {
    const engine = socket.connectToServer();
    engine.onMessage((message) => {
      setTimeout(() => socket.send(message), delay);
    });
  });
  await page.reload();
}
