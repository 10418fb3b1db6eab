import { type Locator, type Page, expect } from '@playwright/test';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { TextKey } from '../../src/renderer/i18n/i18n.ts';
import type { Words } from './words.ts';

/** The table of entities, and the page of one. */
export class Entities {
  readonly table: Locator;
  readonly #main: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    this.#main = page.getByRole('main');
    this.table = this.#main.getByRole('grid', { name: words.t('rail.entities'), exact: true });
  }

  row(name: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.#page.getByRole('gridcell').getByText(name, { exact: true }) });
  }

  async open(name: string): Promise<void> {
    await this.row(name).dblclick();
    await this.shows(name);
  }

  async shows(name: string): Promise<void> {
    await expect(this.#main.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }

  /** Makes an entity without a passage. */
  async make(kind: EntityKind, name: string): Promise<void> {
    const button = this.#words.t('command.newEntity');
    await this.#main.getByRole('button', { name: button, exact: true }).click();
    const form = this.#page.getByRole('dialog', { name: button });
    await form.getByRole('textbox', { name: this.#words.t('common.name') }).fill(name);
    await form.getByRole('combobox', { name: this.#words.t('entities.kind') }).click();
    await form.getByRole('option', { name: this.#words.t(`kind.${kind}`), exact: true }).click();
    await form.getByRole('button', { name: this.#words.t('common.create'), exact: true }).click();
    await this.shows(name);
  }

  /** A group of facts on the page, such as names. */
  group(title: TextKey): Locator {
    return this.#main.getByRole('region', { name: this.#words.t(title), exact: true });
  }

  /** The line of one fact, by what it says. */
  fact(group: TextKey, value: string): Locator {
    return this.group(group)
      .getByRole('listitem')
      .filter({ has: this.#page.getByText(value, { exact: true }) })
      .first();
  }

  /** Opens a fact, so that its passages show below it. */
  async disclose(fact: Locator): Promise<void> {
    // The button lies under the whole line; what it leads to has its own buttons in the middle of it.
    const button = fact.getByRole('button', { expanded: false }).first();
    await button.click({ position: { x: 8, y: 8 } });
    await expect(fact.getByRole('button', { expanded: true }).first()).toBeVisible();
  }

  get alsoKnownAs(): Locator {
    return this.#main.getByText(this.#words.t('entity.alsoKnownAs')).locator('..');
  }

  get dossier(): Locator {
    return this.#main.getByRole('button', { name: this.#words.t('dossier.one'), exact: true });
  }
}
