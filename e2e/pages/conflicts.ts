import { type Locator, type Page, expect } from '@playwright/test';
import type { Words } from './words.ts';

/** The queue of what people wrote without knowing of each other. */
export class Conflicts {
  readonly queue: Locator;
  readonly list: Locator;
  /** Both sides of the one at hand. */
  readonly atHand: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.queue = page.getByRole('region', { name: words.t('review.conflicts'), exact: true });
    this.list = page.getByRole('grid', { name: words.t('conflicts.list'), exact: true });
    this.atHand = page.getByRole('group', { name: words.t('conflicts.atHand'), exact: true });
  }

  async open(): Promise<void> {
    const name = new RegExp(`^${this.#words.t('review.conflicts')}`);
    await this.#page
      .getByRole('navigation', { name: this.#words.t('review.queues'), exact: true })
      .getByRole('button', { name })
      .click();
    await expect(this.queue).toBeVisible();
  }

  async areLeft(count: number): Promise<void> {
    await expect(this.queue).toContainText(this.#words.t('conflicts.left', { count }));
  }

  act(act: 'keepStands' | 'takeOther' | 'keepBoth' | 'keep' | 'delete' | 'keepAll'): Locator {
    const name = this.#words.t(`conflicts.${act}`);
    return this.queue.getByRole('button', { name, exact: true });
  }

  row(words: string): Locator {
    return this.list.getByRole('row').filter({ hasText: words });
  }

  side(heading: 'stands' | 'kept' | 'deleted'): Locator {
    const name = this.#words.t(`conflicts.${heading}`);
    return this.atHand.getByRole('region', { name, exact: true });
  }

  get other(): Locator {
    const name = this.#words.t('conflicts.otherOf', { count: 1 });
    return this.atHand.getByRole('region', { name, exact: true });
  }
}
