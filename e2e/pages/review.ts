import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The screen of what waits for somebody's judgement. */
export class Review {
  readonly queues: Locator;
  readonly duplicates: Locator;
  readonly pair: Locator;
  readonly progress: Locator;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    const named = { exact: true } as const;
    this.#words = words;
    this.queues = page.getByRole('navigation', { name: words.t('review.queues'), ...named });
    this.duplicates = page.getByRole('region', { name: words.t('review.duplicates'), ...named });
    this.pair = page.getByRole('group', { name: words.t('review.pair'), ...named });
    this.progress = this.duplicates.getByRole('status');
  }

  /** Goes to a queue by its name. */
  async open(queue: 'duplicates'): Promise<void> {
    const name = new RegExp(`^${this.#words.t(`review.${queue}`)}`);
    await this.queues.getByRole('button', { name }).click();
  }

  /** The heads of the pair at hand, by what opens them. */
  opening(name: string): Locator {
    return this.pair.getByRole('button', {
      name: this.#words.t('review.open', { name }),
      exact: true,
    });
  }

  act(act: 'same' | 'different' | 'unsure' | 'skip' | 'back'): Locator {
    const name = this.#words.t(`review.${act}`);
    return this.duplicates.getByRole('button', { name, exact: true });
  }

  get reason(): Locator {
    return this.duplicates.getByRole('textbox', { name: this.#words.t('review.reason') });
  }
}
