import { type Locator, type Page, expect } from '@playwright/test';
import type { Workbench } from '../launch/workbench.ts';
import type { Words } from './words.ts';

/** Handing the case over, and taking a package in. */
export class Exchange {
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;

  constructor(workbench: Workbench, words: Words) {
    this.#workbench = workbench;
    this.#page = workbench.page;
    this.#words = words;
  }

  get saved(): Locator {
    return this.#page.getByRole('main').getByRole('status');
  }

  async handOver(path: string): Promise<void> {
    await this.#workbench.chooseSavePath(() => this.#button('command.exportPackage').click(), path);
    await expect(this.saved).toContainText(path);
  }

  async takeIn(pack: string, path: string): Promise<void> {
    await this.#workbench.chooseSavePath(
      () => this.#workbench.chooseFiles(() => this.#button('command.openPackage').click(), [pack]),
      path,
    );
  }

  #button(key: 'command.exportPackage' | 'command.openPackage'): Locator {
    return this.#page
      .getByRole('main')
      .getByRole('button', { name: this.#words.t(key), exact: true });
  }
}
