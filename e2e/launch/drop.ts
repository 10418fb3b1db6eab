import type { Locator } from '@playwright/test';

/**
 * Drops files through the browser's own drag and drop, so that the page gets real `File`s of the disk. A synthetic
 * drop event would carry copies without a path, and could not be larger than memory.
 */
export async function dropFiles(onto: Locator, paths: readonly string[]): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (box === null) throw new Error('nothing can be dropped on what is not shown');
  const page = onto.page();
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const copy = 1;
  const data = { items: [], files: [...paths], dragOperationsMask: copy };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}
