import { type Locator, type Page, expect } from '@playwright/test';
import type {
  DossierFormat,
  DossierKind,
  DossierLanguage,
  DossierSectionId,
} from '#contract/dossier.ts';
import type { Workbench } from '../launch/workbench.ts';
import type { Words } from './words.ts';

/** The options of a dossier and its pages. */
export class Dossiers {
  readonly pages: Locator;
  readonly thumbnails: Locator;
  readonly subject: Locator;
  readonly kind: Locator;
  readonly most: Locator;
  readonly language: Locator;
  readonly format: Locator;
  readonly parts: Locator;
  readonly preset: Locator;
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;

  constructor(workbench: Workbench, words: Words) {
    const { page } = workbench;
    this.#workbench = workbench;
    this.#page = page;
    this.#words = words;
    const choice = (name: string): Locator => page.getByRole('combobox', { name, exact: true });
    this.pages = page.getByRole('group', { name: words.t('dossier.pages'), exact: true });
    this.thumbnails = page.getByRole('navigation', { name: words.t('dossier.thumbnails') });
    this.subject = choice(words.t('dossier.subject'));
    this.kind = choice(words.t('dossier.kindLabel'));
    this.most = choice(words.t('dossier.most'));
    this.language = choice(words.t('dossier.language'));
    this.format = choice(words.t('dossier.formatLabel'));
    this.preset = choice(words.t('dossier.preset.label'));
    this.parts = page.getByRole('list', { name: words.t('dossier.parts'), exact: true });
  }

  page(number: number): Locator {
    return this.pages.getByRole('region', {
      name: new RegExp(`^${this.#words.t('dossier.page', { page: number, pages: '\\d+' })}$`),
    });
  }

  /** Waits until the first page is drawn, says these words, and is that of the options as they are. */
  async shows(words: string | RegExp): Promise<void> {
    await expect(this.page(1)).toContainText(words);
    await this.settled();
  }

  /** Waits until the pages are those that the options ask for. */
  async settled(): Promise<void> {
    await expect(this.pages).toHaveAttribute('aria-busy', 'false');
    await expect(this.pages.locator('[aria-busy="true"]')).toHaveCount(0);
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

  async chooseKind(kind: DossierKind): Promise<void> {
    await this.kind.selectOption(kind);
  }

  async setLanguage(language: DossierLanguage): Promise<void> {
    await this.language.selectOption(language);
  }

  /** Unfolds the options on form, paper and template. */
  async openLook(): Promise<void> {
    await this.#page
      .getByRole('button', { name: new RegExp(`^${this.#words.t('dossier.look')}`) })
      .click();
    await expect(this.format).toBeVisible();
  }

  /** Whether a part is printed; the keys that move and unfold it are those of its box. */
  part(id: DossierSectionId): Locator {
    return this.parts.locator(`[data-part="${id}"]`).getByRole('checkbox').first();
  }

  /** The parts in the order in which they are printed. */
  async order(): Promise<(string | null)[]> {
    return this.parts
      .locator('[data-part]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-part')));
  }

  /** Unfolds a part by the keys. @returns the box of one thing in it */
  async item(id: DossierSectionId, words: string): Promise<Locator> {
    const part = this.parts.locator(`[data-part="${id}"]`);
    const items = part.getByRole('group');
    await this.part(id).focus();
    await this.#page.keyboard.press('ArrowRight');
    await expect(items).toBeVisible();
    return items.getByRole('checkbox', { name: words });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  save(format: DossierFormat = 'pdf'): Locator {
    return this.button(this.#words.t(`dossier.saveAs.${format}`));
  }

  async saveAs(path: string, format: DossierFormat = 'pdf'): Promise<void> {
    await this.#workbench.chooseSavePath(() => this.save(format).click(), path);
    await expect(
      this.#page.getByText(this.#words.t('dossier.saved', { path }), { exact: true }),
    ).toBeVisible();
  }
}
