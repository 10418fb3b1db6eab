import { type Locator, type Page, expect } from '@playwright/test';
import type { Language } from '#contract/vocabulary.ts';
import type { Workbench } from '../launch/workbench.ts';
import type { Words } from './words.ts';

/** The options of a dossier and its pages. */
export class Dossiers {
  readonly pages: Locator;
  readonly subject: Locator;
  readonly language: Locator;
  readonly save: Locator;
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;

  constructor(workbench: Workbench, words: Words) {
    const { page } = workbench;
    this.#workbench = workbench;
    this.#page = page;
    this.#words = words;
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    this.pages = page.getByRole('group', { name: words.t('dossier.pages'), exact: true });
    this.subject = page.getByRole('combobox', { name: words.t('dossier.subject'), exact: true });
    this.language = page.getByRole('combobox', { name: words.t('dossier.language'), exact: true });
    this.save = button(words.t('dossier.save'));
  }

  page(number: number): Locator {
    return this.pages.getByRole('region').nth(number - 1);
  }

  /** Waits until the first page is drawn and says these words. */
  async shows(words: string | RegExp): Promise<void> {
    await expect(this.page(1)).toContainText(words);
  }

  async chooseSubject(name: string): Promise<void> {
    await this.subject.fill(name);
    await this.#page
      .getByRole('listbox', { name: this.#words.t('dossier.subject'), exact: true })
      .getByRole('option')
      .filter({ has: this.#page.getByText(name, { exact: true }) })
      .first()
      .click();
  }

  async setLanguage(language: Language): Promise<void> {
    await this.language.selectOption(language);
  }

  async saveAs(path: string): Promise<void> {
    await this.#workbench.chooseSavePath(() => this.save.click(), path);
    await expect(
      this.#page.getByText(this.#words.t('dossier.saved', { path }), { exact: true }),
    ).toBeVisible();
  }
}
