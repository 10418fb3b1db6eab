import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The screen of all results. */
export class Search {
  readonly field: Locator;
  readonly results: Locator;
  readonly total: Locator;

  constructor(page: Page, words: Words) {
    const main = page.getByRole('main');
    this.field = main.getByRole('searchbox', { name: words.t('rail.search') });
    this.results = main.getByRole('listbox', { name: words.t('search.results'), exact: true });
    this.total = main.getByRole('status');
  }
}
