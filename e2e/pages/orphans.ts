import { type Locator, type Page, expect } from '@playwright/test';
import type { Words } from './words.ts';

/** Reading sources again, and the queue of the passages that have no place afterwards. */
export class Orphans {
  readonly queue: Locator;
  /** The passage at hand, and where it may be. */
  readonly atHand: Locator;
  readonly dialog: Locator;
  /** Above the text, while a passage is put where it belongs by hand. */
  readonly placing: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.queue = page.getByRole('region', { name: words.t('review.orphans'), exact: true });
    this.atHand = page.getByRole('group', { name: words.t('orphans.atHand'), exact: true });
    this.dialog = page.getByRole('dialog', { name: words.t('readAgain.title'), exact: true });
    this.placing = page.getByRole('region', { name: words.t('orphans.byHand'), exact: true });
  }

  /** Opens the queue among those of the review. */
  async open(): Promise<void> {
    const name = new RegExp(`^${this.#words.t('review.orphans')}`);
    await this.#page
      .getByRole('navigation', { name: this.#words.t('review.queues'), exact: true })
      .getByRole('button', { name })
      .click();
    await expect(this.queue).toBeVisible();
  }

  async areLeft(count: number): Promise<void> {
    await expect(this.queue).toContainText(this.#words.t('orphans.left', { count }));
  }

  act(act: 'place' | 'byHand' | 'remove' | 'open'): Locator {
    const name = this.#words.t(`orphans.${act}`);
    return this.queue.getByRole('button', { name, exact: true });
  }

  candidate(words: string): Locator {
    return this.atHand.getByRole('listitem').getByRole('button').filter({ hasText: words });
  }

  /** The form at the source that is open in the reader. */
  async askToReadAgain(): Promise<void> {
    const name = this.#words.t('readAgain.open');
    await this.#page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }
}
