import type { Locator, Page } from '@playwright/test';

/** Drops files onto the middle of what a locator finds, once it is there. */
export async function dropFiles(onto: Locator, paths: readonly string[]): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (box === null) throw new Error('nothing can be dropped on what is not shown');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await dropFilesAt(onto.page(), at, paths);
}

/**
 * Drops files through the browser's own drag and drop, so that the page gets real `File`s of the disk. A synthetic
 * drop event would carry copies without a path, and could not be larger than memory.
 *
 * @param at CSS pixels from the corner of the window; whatever is there, and be it nothing yet
 * @param held what comes before they are let go over the page
 */
export async function dropFilesAt(
  page: Page,
  at: { x: number; y: number },
  paths: readonly string[],
  held: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const copy = 1;
  const data = { items: [], files: [...paths], dragOperationsMask: copy };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
    if (type === 'dragOver') await held();
  }
  await session.detach();
}
