import { type Locator, type Page, expect } from '@playwright/test';
import type { ImportItem } from '#contract/job.ts';
import type { Workbench } from '../launch/workbench.ts';
import type { Words } from './words.ts';

type Provenance =
  | 'title'
  | 'publisher'
  | 'author'
  | 'published'
  | 'retrieved'
  | 'retrievedFrom'
  | 'url'
  | 'language'
  | 'reliability'
  | 'handling';

/** The table of sources, where the selected ones come from, and the import beside it. */
export class Sources {
  readonly table: Locator;
  readonly choose: Locator;
  readonly filter: Locator;
  readonly filters: Locator;
  readonly importPanel: Locator;
  readonly panel: Locator;
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;

  constructor(workbench: Workbench, words: Words) {
    const { page } = workbench;
    this.#workbench = workbench;
    this.#page = page;
    this.#words = words;
    const main = page.getByRole('main');
    this.table = main.getByRole('grid', { name: words.t('rail.sources'), exact: true });
    this.choose = main.getByRole('button', { name: words.t('import.choose') }).first();
    this.filter = main.getByRole('textbox', { name: words.t('sources.filter') });
    this.filters = main.getByRole('button', { name: new RegExp(`^${words.t('sources.filters')}`) });
    this.importPanel = page.getByRole('region', { name: words.t('import.title'), exact: true });
    this.panel = page.getByRole('complementary', { name: words.t('app.inspector'), exact: true });
  }

  row(title: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.#page.getByRole('gridcell').getByText(title, { exact: true }) });
  }

  /** The line of a file in the import, by its name. */
  fate(name: string): Locator {
    return this.importPanel
      .getByRole('list', { name: this.#words.t('import.files') })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  async expectFate(name: string, outcome: ImportItem['outcome'], reason?: string): Promise<void> {
    const line = this.fate(name);
    const label = this.#words.t(`import.outcome.${outcome}`);
    await expect(line.getByRole('img', { name: label, exact: true })).toBeVisible();
    if (reason !== undefined) await expect(line).toContainText(reason);
  }

  async chooseDocuments(paths: readonly string[]): Promise<void> {
    await this.#workbench.chooseFiles(() => this.choose.click(), paths);
  }

  async dropDocuments(paths: readonly string[]): Promise<void> {
    await expect(this.choose).toBeVisible();
    await this.#workbench.dropFiles(this.#page.getByRole('main'), paths);
  }

  start(count: number): Locator {
    return this.importPanel.getByRole('button', {
      name: this.#words.t('import.start', { count }),
      exact: true,
    });
  }

  get importState(): Locator {
    return this.importPanel.getByRole('status');
  }

  async importFinished(): Promise<void> {
    await expect(this.importState).toHaveText(this.#words.t('import.state.done'));
  }

  async dismissImport(): Promise<void> {
    await this.importPanel
      .getByRole('button', { name: this.#words.t('common.done'), exact: true })
      .click();
    await expect(this.importPanel).toBeHidden();
  }

  /** Imports documents by dropping them, to the end. */
  async importAll(paths: readonly string[]): Promise<void> {
    await this.dropDocuments(paths);
    await this.start(paths.length).click();
    await this.importFinished();
    await this.dismissImport();
  }

  field(name: Provenance): Locator {
    return this.panel.getByLabel(this.#words.t(`source.${name}`), { exact: true }).first();
  }

  /** Chooses in a drop-down by what it says. */
  async pick(name: 'language' | 'reliability' | 'handling', label: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: this.#words.t(`source.${name}`) }).click();
    await this.#page.getByRole('option', { name: label, exact: true }).click();
  }

  /** Opens a source in the reader, and waits until its text has the keys: by then its passages are in it. */
  async read(title: string): Promise<void> {
    await this.row(title).dblclick();
    const name = this.#words.t('reader.textOf', { title });
    await expect(
      this.#page.getByRole('main').getByRole('textbox', { name, exact: true }),
    ).toBeFocused();
  }
}
