import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The codebook, and the passages of the chosen tag. */
export class Tags {
  readonly tree: Locator;
  readonly #page: Page;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.tree = page.getByRole('tree', { name: words.t('tags.codebook'), exact: true });
  }

  /** The tags that some passage carries: their number stands at the end. */
  get used(): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: /[1-9]\d*$/ });
  }

  node(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name},`) });
  }

  passage(words: string): Locator {
    return this.#page.getByRole('main').getByRole('article').filter({ hasText: words });
  }
}
