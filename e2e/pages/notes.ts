import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** Notes, wherever they are written and read. */
export class Notes {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  /** The field that a note is written in. */
  get field(): Locator {
    return this.#page.getByRole('textbox', {
      name: new RegExp(`^(?:${this.#words.t('inspector.note')}|${this.#words.t('notes.onCase')})$`),
    });
  }

  get preview(): Locator {
    return this.#page.getByRole('region', { name: this.#words.t('notes.preview'), exact: true });
  }

  /** The notes that are listed, each with what it is on. */
  get listed(): Locator {
    return this.#page.getByRole('main').getByRole('article');
  }

  /** Begins a citation where the caret stands, finds a passage by its words, and takes it. */
  async cite(passage: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+j');
    const field = this.#page.getByRole('combobox', {
      name: this.#words.t('notes.cite'),
      exact: true,
    });
    await field.fill(passage);
    const offered = this.#page.getByRole('listbox', {
      name: this.#words.t('notes.cite'),
      exact: true,
    });
    await offered.getByRole('option', { name: passage }).first().waitFor();
    await field.press('Enter');
  }

  /** A citation in what is drawn of a note, by the words it shows. */
  citation(words: string): Locator {
    return this.#page.getByRole('button').filter({ hasText: words });
  }

  async keep(): Promise<void> {
    await this.field.press('ControlOrMeta+Enter');
    await this.field.waitFor({ state: 'hidden' });
  }
}
