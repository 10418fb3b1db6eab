import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The codebook, and the passages of the chosen tag. */
export class Tags {
  readonly tree: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.tree = page.getByRole('tree', { name: words.t('tags.codebook'), exact: true });
  }

  /** The tags that some passage carries itself. */
  get used(): Locator {
    return this.tree.getByRole('treeitem', { name: /, [1-9]\d* \p{L}+(?:,|$)/u });
  }

  /** The parts of the combination, in their order. */
  get combination(): Locator {
    return this.#page.getByRole('group', { name: this.#words.t('tags.combining'), exact: true });
  }

  get matrix(): Locator {
    return this.#page.getByRole('main').getByRole('grid');
  }

  /** How many passages are listed, in words. */
  get found(): Locator {
    return this.#page.getByRole('main').getByRole('status').first();
  }

  /** A cell of the matrix by the names of its row and column, whatever it counts. */
  cell(row: string, column: string): Locator {
    return this.matrix.getByRole('gridcell', { name: new RegExp(`^${row}, ${column}:`) });
  }

  /** Adds a tag to the combination by typing its name. */
  async combine(name: string): Promise<void> {
    await this.#page.keyboard.press('a');
    const field = this.#page.getByRole('combobox', {
      name: this.#words.t('tags.combine'),
      exact: true,
    });
    await field.fill(name);
    await this.#page.getByRole('option', { name }).first().waitFor();
    await field.press('Enter');
    await this.combination.getByText(name, { exact: true }).waitFor();
  }

  node(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name},`) });
  }

  passage(words: string): Locator {
    return this.#page.getByRole('main').getByRole('article').filter({ hasText: words });
  }
}
