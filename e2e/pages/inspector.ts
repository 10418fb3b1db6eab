import type { Locator, Page } from '@playwright/test';
import type { TextKey } from '../../src/renderer/i18n/i18n.ts';
import type { Words } from './words.ts';

/** What is said beside a source or an entity about what is chosen in it. */
export class Inspector {
  readonly panel: Locator;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#words = words;
    this.panel = page.getByRole('complementary', { name: words.t('app.inspector'), exact: true });
  }

  /** One of its parts, such as tags or evidence. */
  part(title: TextKey): Locator {
    return this.panel.getByRole('region', { name: new RegExp(`^${this.#words.t(title)}`) });
  }

  /** The words of the passage at hand. */
  get quotation(): Locator {
    return this.panel.locator('q').first();
  }
}
