import { type Locator, type Page, expect } from '@playwright/test';
import type { Screen } from '../../src/renderer/app/route.ts';
import type { Words } from './words.ts';

/** The workbench around an open case: title, rail, tabs, status bar, the one box and the help. */
export class Shell {
  readonly header: Locator;
  readonly rail: Locator;
  readonly tabs: Locator;
  readonly status: Locator;
  readonly navigator: Locator;
  readonly work: Locator;
  readonly inspector: Locator;
  readonly banner: Locator;
  readonly palette: Locator;
  readonly help: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    const named = { exact: true } as const;
    this.#page = page;
    this.#words = words;
    this.header = page.getByRole('banner');
    this.rail = page.getByRole('navigation', { name: words.t('app.rail'), ...named });
    this.tabs = page.getByRole('navigation', { name: words.t('app.tabs'), ...named });
    this.status = page.getByRole('contentinfo', { name: words.t('app.status'), ...named });
    this.navigator = page.getByRole('complementary', { name: words.t('app.navigator'), ...named });
    this.work = page.getByRole('main', { name: words.t('app.work'), ...named });
    this.inspector = page.getByRole('complementary', { name: words.t('app.inspector'), ...named });
    this.banner = page.locator('[aria-live="polite"]').filter({ has: page.locator('p') });
    this.palette = page.getByRole('dialog', { name: words.t('palette.open'), ...named });
    this.help = page.getByRole('dialog', { name: words.t('rail.help'), ...named });
  }

  /** Waits until the case of this title is open. */
  async showsCase(title: string): Promise<void> {
    await expect(this.header.getByRole('heading', { name: title, exact: true })).toBeVisible();
  }

  async go(screen: Exclude<Screen, 'source' | 'entity'>): Promise<void> {
    const name = this.#words.t(`rail.${screen}`);
    const item = this.rail.getByRole('button', { name, exact: true });
    await item.click();
    await expect(item).toHaveAttribute('aria-current', 'page');
  }

  tab(name: string): Locator {
    return this.tabs.getByRole('button', { name, exact: true });
  }

  /** Opens the one box and types into it. */
  async type(query: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.palette.getByRole('combobox').fill(query);
  }

  /** Runs a command by its words in the one box. */
  async command(words: string): Promise<void> {
    await this.type(words);
    await expect(this.palette.getByRole('option').first()).toContainText(words);
    await this.#page.keyboard.press('Enter');
    await expect(this.palette).toBeHidden();
  }

  async openHelp(): Promise<void> {
    await this.header.getByRole('button', { name: this.#words.t('rail.help') }).click();
    await expect(this.help).toBeVisible();
  }

  async closeOverlay(overlay: Locator): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(overlay).toBeHidden();
  }
}
