import { type Locator, type Page, expect } from '@playwright/test';
import type { Workbench } from '../launch/workbench.ts';
import { Shell } from './shell.ts';
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

  /** What says where the last file was written. */
  get saved(): Locator {
    return this.#page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /casepack|\.zip|\.ndjson/ });
  }

  /** What will leave, as the form says it now. */
  get plan(): Locator {
    const name = this.#words.t('exchange.handOverPlan.title');
    return this.#page.getByRole('complementary', { name, exact: true });
  }

  async show(section: 'handOver' | 'takeIn' | 'shared' | 'left' | 'colleagues'): Promise<void> {
    const name = this.#words.t(`exchange.section.${section}`);
    const tab = this.#page
      .getByRole('navigation', { name: this.#words.t('exchange.sections'), exact: true })
      .getByRole('button', { name, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
  }

  /** The button by which it leaves; it can be pressed once it is known what will leave. */
  get act(): Locator {
    return this.#page
      .getByRole('main')
      .getByRole('button', { name: this.#words.t('exchange.handOverPlan.act'), exact: true });
  }

  async handOver(path: string): Promise<void> {
    await expect(this.act).toBeEnabled();
    await this.#workbench.chooseSavePath(() => this.act.click(), path);
    await expect(this.saved).toContainText(path);
  }

  /** Opens a package as a case of its own. */
  async takeIn(pack: string, path: string): Promise<void> {
    const open = this.#words.t('command.openPackage');
    await this.#workbench.chooseSavePath(
      () =>
        this.#workbench.chooseFiles(() => new Shell(this.#page, this.#words).command(open), [pack]),
      path,
    );
  }
}
