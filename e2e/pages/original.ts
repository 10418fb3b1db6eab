import { type Locator, type Page, expect } from '@playwright/test';
import type { Words } from './words.ts';

/** The original of a source beside its text. */
export class Original {
  readonly pane: Locator;
  /** What is selected in the text, on the pages. */
  readonly selected: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.pane = page.getByRole('complementary', { name: words.t('original.title'), exact: true });
    this.selected = this.pane.locator('[data-selected="true"]');
  }

  /** Puts it beside the text, by its key. */
  async showBeside(): Promise<void> {
    await this.#page.keyboard.press('v');
    await expect(this.pane).toBeVisible();
  }

  /** A page, once it is drawn and it is known where its words are. */
  async sheet(page: number, pages: number): Promise<Locator> {
    const name = this.#words.t('original.page', { page, pages });
    const sheet = this.pane.getByRole('img', { name, exact: true });
    await expect(sheet).toHaveAttribute('data-words', 'true');
    await expect(sheet.locator('canvas')).toHaveAttribute('width', /\d/);
    return sheet;
  }

  /** Where the words that are selected in the text stand on the page. */
  async placeOfSelected(): Promise<{ x: number; y: number; width: number; height: number }> {
    await expect(this.selected.first()).toBeInViewport();
    const box = await this.selected.first().boundingBox();
    if (box === null) throw new Error('nothing is selected on the original');
    return box;
  }

  /** Draws over a stretch of a page with the pointer, from its left to its right end. */
  async drawOver({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
    const { mouse } = this.#page;
    const middle = y + height / 2;
    await mouse.move(x + 1, middle);
    await mouse.down();
    await mouse.move(x + width / 2, middle);
    await mouse.move(x + width - 1, middle);
    await mouse.up();
  }
}
