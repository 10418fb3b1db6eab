import { type Locator, type Page, expect } from '@playwright/test';
import type { TextKey } from '../../src/renderer/i18n/i18n.ts';
import type { Workbench } from '../launch/workbench.ts';
import type { Exchange } from './exchange.ts';
import type { Words } from './words.ts';

/** Taking in what others handed over: what the file is, what it would change, what came of it. */
export class TakingIn {
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

  button(key: TextKey): Locator {
    return this.#page
      .getByRole('main')
      .getByRole('button', { name: this.#words.t(key), exact: true });
  }

  /** Who answers for the package. */
  get signature(): Locator {
    const name = this.#words.t('exchange.takeInSignature.title');
    return this.#page.getByRole('group', { name, exact: true });
  }

  get alert(): Locator {
    return this.#page.getByRole('main').getByRole('alert');
  }

  /** The records that a merge concerns. */
  get records(): Locator {
    return this.#page.getByRole('grid', { name: this.#words.t('merge.records'), exact: true });
  }

  /** What comes in of a file of another program. */
  get items(): Locator {
    return this.#page.getByRole('grid', { name: this.#words.t('foreign.items'), exact: true });
  }

  /** What is said of the merge: how much is left out, what came of it. */
  get said(): Locator {
    return this.#page.getByRole('main').getByRole('status');
  }

  /** The button that merges, with the number of records that it says. */
  merges(records: number, key: 'merge.now' | 'merge.upTo' = 'merge.now'): Locator {
    const words = this.#words.t(key, { count: records, number: String(records) });
    return this.#page.getByRole('main').getByRole('button', { name: words, exact: true });
  }

  take(title: string): Locator {
    const name = this.#words.t('merge.takeRecord', { title });
    return this.#page.getByRole('checkbox', { name, exact: true });
  }

  /** Chooses a file by mouse or, when `keys` says so, by the key of the screen. */
  async choose(file: string, { keys = false } = {}): Promise<void> {
    if (keys) {
      const section = this.#page
        .getByRole('navigation', { name: this.#words.t('exchange.sections'), exact: true })
        .getByRole('button', { name: this.#words.t('exchange.section.takeIn'), exact: true });
      await section.press('Enter');
    } else await this.#exchange.show('takeIn');
    await expect(this.button('exchange.takeInStep.choose')).toBeVisible();
    await this.#workbench.chooseFiles(
      () =>
        keys ? this.#page.keyboard.press('o') : this.button('exchange.takeInStep.choose').click(),
      [file],
    );
  }
}
