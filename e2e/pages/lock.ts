import { type Locator, type Page, expect } from '@playwright/test';
import type { Words } from './words.ts';

/** What is on the page while a case is locked, and the settings of its passphrase. */
export class Lock {
  readonly screen: Locator;
  readonly passphrase: Locator;
  readonly form: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.screen = page.getByRole('form', { name: words.t('lock.title'), exact: true });
    this.passphrase = this.screen.getByLabel(words.t('passphrase.label'), { exact: true });
    this.form = page
      .getByRole('region', { name: words.t('passphrase.label'), exact: true })
      .getByRole('form');
  }

  async lock(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+l');
    await expect(this.screen).toBeVisible();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.#page.keyboard.press('Enter');
  }

  /** A button in the settings of the passphrase, by its words. */
  button(key: 'passphrase.set' | 'passphrase.change' | 'passphrase.remove'): Locator {
    return this.#page.getByRole('button', { name: this.#words.t(key), exact: true });
  }

  field(
    key: 'passphrase.current' | 'passphrase.label' | 'passphrase.new' | 'passphrase.again',
  ): Locator {
    return this.form.getByLabel(this.#words.t(key), { exact: true });
  }

  get kept(): Locator {
    return this.form.getByRole('checkbox', { name: this.#words.t('passphrase.kept') });
  }

  done(key: 'passphrase.setDone' | 'passphrase.changeDone' | 'passphrase.removeDone'): Locator {
    return this.form.getByRole('button', { name: this.#words.t(key), exact: true });
  }
}
