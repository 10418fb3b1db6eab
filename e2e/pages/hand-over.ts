import { type Locator, type Page, expect } from '@playwright/test';
import type { Workbench } from '../launch/workbench.ts';
import type { Exchange } from './exchange.ts';
import type { Words } from './words.ts';

type Scope = 'whole' | 'delta' | 'partial';

/** The form by which a case is given away, and the address book that it takes colleagues from. */
export class HandOver {
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;
  readonly #exchange: Exchange;

  constructor(workbench: Workbench, words: Words, exchange: Exchange) {
    this.#workbench = workbench;
    this.#page = workbench.page;
    this.#words = words;
    this.#exchange = exchange;
  }

  get #form(): Locator {
    return this.#page.getByRole('form', {
      name: this.#words.t('exchange.handOver'),
      exact: true,
    });
  }

  get to(): Locator {
    return this.#form.getByRole('combobox', {
      name: this.#words.t('exchange.handOverForm.to'),
      exact: true,
    });
  }

  get purpose(): Locator {
    return this.#form.getByRole('textbox', {
      name: this.#words.t('exchange.handOverForm.purpose'),
      exact: true,
    });
  }

  scope(scope: Scope): Locator {
    const name = this.#words.t(`exchange.handOverScope.name.${scope}`);
    return this.#form.getByRole('radio', { name, exact: true });
  }

  protection(way: 'key' | 'passphrase' | 'none'): Locator {
    const name = this.#words.t(`exchange.handOverProtection.${way}`);
    return this.#form.getByRole('radio', { name, exact: true });
  }

  /** Types a name and leaves it at that. */
  async forAnyone(name: string): Promise<void> {
    await this.to.fill(name);
    const option = this.#words.t('exchange.handOverForm.onlyName', { name });
    await this.#form.getByRole('option', { name: option }).click();
  }

  /** Takes a colleague out of the address book. */
  async forColleague(name: string): Promise<void> {
    await this.to.fill(name);
    await this.#form.getByRole('option', { name }).first().click();
    await expect(this.protection('key')).toBeChecked();
  }

  /** Chooses what a field offers first for what is typed. */
  async pick(field: 'tags' | 'sources' | 'entities', name: string): Promise<void> {
    const box = this.#form.getByRole('combobox', {
      name: this.#words.t(`exchange.handOverForm.${field}`),
      exact: true,
    });
    await box.fill(name);
    await this.#form.getByRole('option', { name }).first().click();
    const unpick = this.#words.t('common.takeAway', { name });
    await expect(this.#form.getByRole('button', { name: unpick, exact: true })).toBeVisible();
  }

  /** Has a text replaced, as the next row of the list. */
  async redact(number: number, name: string, codeName: string): Promise<void> {
    const add = this.#words.t('exchange.handOverForm.addRedaction');
    await this.#form.getByRole('button', { name: add, exact: true }).click();
    const words = this.#words;
    await this.#form
      .getByRole('combobox', { name: words.t('exchange.handOverForm.name', { number }) })
      .fill(name);
    await this.#form
      .getByRole('textbox', { name: words.t('exchange.handOverForm.codeName', { number }) })
      .fill(codeName);
  }

  /** Adds the colleague whose card lies there, in the address book. */
  async addColleague(card: string, name: string): Promise<void> {
    await this.#exchange.show('colleagues');
    const add = this.#page
      .getByRole('main')
      .getByRole('button', { name: this.#words.t('colleagues.add'), exact: true });
    await this.#workbench.chooseFiles(() => add.click(), [card]);
    await expect(this.colleague(name)).toBeVisible();
  }

  colleague(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }
}
