import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The history of the case, and undo and redo in the header. */
export class History {
  readonly gestures: Locator;
  readonly notice: Locator;
  readonly question: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.gestures = page.getByRole('main').getByRole('article');
    this.notice = page.getByRole('alert').last();
    this.question = page
      .getByRole('dialog')
      .filter({ has: page.getByRole('button', { name: words.t('history.force'), exact: true }) });
  }

  /** The button that undoes, or does again, what a person did. */
  button(which: 'undo' | 'redo', what: string): Locator {
    const name = this.#words.t(`history.what.${which}`, { what });
    return this.#page.getByRole('banner').getByRole('button', { name, exact: true });
  }

  /** A gesture by its words, the latest of these. */
  gesture(title: string): Locator {
    return this.gestures.filter({ has: this.#page.getByText(title, { exact: true }) }).first();
  }

  async expand(gesture: Locator): Promise<void> {
    await gesture.getByRole('button', { expanded: false }).first().click();
  }

  async takeBack(title: string): Promise<void> {
    const name = this.#words.t('history.takeBackNamed', { what: title });
    await this.gesture(title).getByRole('button', { name, exact: true }).click();
  }
}
