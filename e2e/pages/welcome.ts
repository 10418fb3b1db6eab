import { type Locator, type Page, expect } from '@playwright/test';
import type { Workbench } from '../launch/workbench.ts';
import type { Words } from './words.ts';

/** Where a window without a case begins, the form of a new case, and the question for a passphrase. */
export class Welcome {
  readonly newCaseForm: Locator;
  readonly passphraseForm: Locator;
  readonly recent: Locator;
  readonly #workbench: Workbench;
  readonly #page: Page;
  readonly #words: Words;

  constructor(workbench: Workbench, words: Words) {
    const { page } = workbench;
    this.#workbench = workbench;
    this.#page = page;
    this.#words = words;
    const dialog = (name: string): Locator => page.getByRole('dialog', { name, exact: true });
    this.newCaseForm = dialog(words.t('newCase.title'));
    this.passphraseForm = dialog(words.t('passphrase.title'));
    this.recent = page.getByRole('region', { name: words.t('welcome.recent'), exact: true });
  }

  choice(what: 'newCase' | 'openCase' | 'sample' | 'openPackage'): Locator {
    const name = this.#words.t(`command.${what}`);
    return this.#page
      .getByRole('region', { name: this.#words.t('welcome.begin'), exact: true })
      .getByRole('button', { name, exact: true });
  }

  /** The button of a case opened before. */
  recentCase(title: string): Locator {
    return this.recent.getByRole('listitem').getByRole('button').filter({ hasText: title });
  }

  field(key: 'newCase.name' | 'newCase.reference'): Locator {
    return this.newCaseForm.getByRole('textbox', { name: this.#words.t(key) });
  }

  passphrase(form: Locator, key: 'passphrase.label' | 'passphrase.again'): Locator {
    return form.getByLabel(this.#words.t(key), { exact: true });
  }

  /** Makes a case with the mouse. Without a passphrase it is not encrypted. */
  async makeCase(title: string, path: string, passphrase?: string): Promise<void> {
    const { newCaseForm: form } = this;
    await this.choice('newCase').click();
    await this.field('newCase.name').fill(title);
    if (passphrase === undefined) {
      await form.getByRole('radio', { name: this.#words.t('newCase.open') }).check();
    } else {
      await this.passphrase(form, 'passphrase.label').fill(passphrase);
      await this.passphrase(form, 'passphrase.again').fill(passphrase);
    }
    await this.#workbench.chooseSavePath(() => this.create.click(), path);
    await expect(form).toBeHidden();
  }

  get create(): Locator {
    return this.newCaseForm.getByRole('button', { name: this.#words.t('newCase.create') });
  }

  async openFile(path: string): Promise<void> {
    await this.#workbench.chooseFiles(() => this.choice('openCase').click(), [path]);
  }

  async openSample(path: string): Promise<void> {
    await this.#workbench.chooseSavePath(() => this.choice('sample').click(), path);
  }

  /** Opens a package as a new case at a path, through the two choosers that follow one another. */
  async openPackage(pack: string, path: string): Promise<void> {
    await this.#workbench.chooseSavePath(
      () => this.#workbench.chooseFiles(() => this.choice('openPackage').click(), [pack]),
      path,
    );
  }

  async answerPassphrase(passphrase: string): Promise<void> {
    await this.passphrase(this.passphraseForm, 'passphrase.label').fill(passphrase);
    await this.passphraseForm
      .getByRole('button', { name: this.#words.t('common.open'), exact: true })
      .click();
  }
}
