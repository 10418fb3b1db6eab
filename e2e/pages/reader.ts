import { type Locator, type Page, expect } from '@playwright/test';
import type { Act } from '../../src/renderer/features/reader/reader-store.ts';
import type { Words } from './words.ts';

/** Where words stand on the screen: the first and the last point of them, in CSS pixels. */
interface Stretch {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** The text of a source, the bar by a passage, and the forms on it. */
export class Reader {
  readonly text: Locator;
  readonly tools: Locator;
  readonly choices: Locator;
  readonly find: Locator;
  readonly filter: Locator;
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
    const main = page.getByRole('main');
    this.text = main.getByRole('textbox', {
      name: new RegExp(`^${words.t('reader.textOf', { title: '' })}`),
    });
    this.tools = page.getByRole('toolbar', { name: words.t('reader.tools'), exact: true });
    this.choices = main.getByRole('listbox', {
      name: new RegExp(words.t('reader.passagesHere', { count: 2 }).replace('2', '\\d+')),
    });
    this.find = page.getByRole('search');
    this.filter = main.getByRole('group', { name: words.t('reader.filter.title'), exact: true });
  }

  /** Waits until a source is shown and its text has the keys: by then its passages are in it. */
  async shows(title: string): Promise<void> {
    const name = this.#words.t('reader.textOf', { title });
    const text = this.#page.getByRole('main').getByRole('textbox', { name, exact: true });
    await expect(text).toBeVisible();
    await expect(text).toBeFocused();
  }

  /** Draws over words of the text with the pointer. */
  async selectWithMouse(words: string): Promise<void> {
    const { mouse } = this.#page;
    const { from, to } = await this.#locate(words);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await mouse.move(to.x, to.y);
    await mouse.up();
    await this.expectSelected(words);
  }

  /** Selects words by keys: finds them, and leaves the search on them. */
  async selectByFinding(words: string): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press('ControlOrMeta+f');
    await expect(this.find.getByRole('textbox')).toBeFocused();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(words);
    await expect(this.find.getByRole('status')).toHaveText(/\d/);
    await keyboard.press('Escape');
    await this.expectSelected(words);
  }

  /** Clicks on the middle of words of the text, several times when asked. */
  async clickOn(words: string, times = 1): Promise<void> {
    const { from, to } = await this.#locate(words);
    const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    await this.#page.mouse.click(at.x, at.y, { clickCount: times });
  }

  /** Drags an end of the passage at hand behind these words, or before them. */
  async dragHandle(side: 'from' | 'to', words: string): Promise<void> {
    const { mouse } = this.#page;
    const handle = this.text.page().locator(`.lg-handle[data-side="${side}"]`);
    const box = await handle.boundingBox();
    if (box === null) throw new Error('no passage is at hand');
    const { from, to } = await this.#locate(words);
    const end = side === 'from' ? from : to;
    // By its knob, over the first line of the passage or under its last.
    await mouse.move(box.x + box.width / 2, side === 'from' ? box.y - 2 : box.y + box.height + 2);
    await mouse.down();
    await mouse.move(end.x - 30, end.y);
    await mouse.move(end.x, end.y);
    await mouse.up();
  }

  /** What is selected, as the browser has it. */
  async expectSelected(words: string, timeout = 30_000): Promise<void> {
    await expect
      .poll(() => this.#page.evaluate(() => getSelection()?.toString().replaceAll(/\s+/g, ' ')), {
        timeout,
      })
      .toBe(words);
  }

  /** The form of an act on the passage. */
  form(act: Act): Locator {
    return this.#page.getByRole('dialog', {
      name: this.#words.t(`reader.act.${act}`),
      exact: true,
    });
  }

  /** Begins an act with its button on the bar. */
  async begin(act: Exclude<Act, 'remove'>): Promise<Locator> {
    const name = this.#words.t(`reader.short.${act}`);
    await this.tools.getByRole('button', { name, exact: true }).click();
    const form = this.form(act);
    await expect(form).toBeVisible();
    return form;
  }

  /** Begins an act with its key. */
  async beginByKey(act: Act, key: string): Promise<Locator> {
    await this.#page.keyboard.press(key);
    const form = this.form(act);
    await expect(form).toBeVisible();
    return form;
  }

  async tag(name: string, isNew = true): Promise<void> {
    const form = await this.begin('tag');
    await form.getByRole('combobox').fill(name);
    await form
      .getByRole('option')
      .filter({ hasText: isNew ? this.#words.t('tags.make', { name }) : name })
      .first()
      .click();
    await expect(form).toBeHidden();
  }

  /** Makes an entity of the passage, its name being the words of it. */
  async make(kind: 'person' | 'organization' | 'location', name: string): Promise<void> {
    const form = await this.begin('entity');
    await form
      .getByRole('option', { name: this.#words.t(`entity.make.${kind}`, { name }), exact: true })
      .click();
    await expect(form).toBeHidden();
  }

  async attachTo(name: string): Promise<void> {
    const form = await this.begin('entity');
    await form.getByRole('combobox').fill(name);
    await this.choose(form, name);
    await expect(form).toBeHidden();
  }

  /** Takes the row of what there is already under this name. */
  async choose(form: Locator, name: string): Promise<void> {
    await form
      .getByRole('option')
      .filter({ has: this.#page.getByText(name, { exact: true }) })
      .first()
      .click();
  }

  /** Fills a field that offers choices as it is typed in, and takes one. */
  async pick(form: Locator, label: string, name: string): Promise<void> {
    const field = form.getByRole('combobox', { name: label, exact: true });
    await field.fill(name);
    await form
      .getByRole('listbox', { name: label, exact: true })
      .getByRole('option')
      .filter({ has: this.#page.getByText(name, { exact: true }) })
      .first()
      .click();
    await expect(field).toHaveValue(name);
  }

  /** How many passages lie over one another at the first letter of these words, as the page draws them. */
  async layersAt(words: string): Promise<number> {
    await this.clickOn(words);
    return (await this.choices.isVisible()) ? this.choices.getByRole('option').count() : 1;
  }

  /** Waits until the text lies still, as Playwright itself does before it clicks. */
  async #still(): Promise<void> {
    let before = '';
    await expect
      .poll(async () => {
        const last = before;
        before = await this.text.evaluate(async (content) => {
          await new Promise(requestAnimationFrame);
          const { x, y, width, height } = content.getBoundingClientRect();
          return [x, y, width, height].join(' ');
        });
        return before === last;
      }, 'the text lies still')
      .toBe(true);
  }

  async #locate(words: string): Promise<Stretch> {
    await expect(this.text).toBeVisible();
    await this.#still();
    return this.text.evaluate((content, sought) => {
      const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let all = '';
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        nodes.push({ node, start: all.length });
        all += node.textContent ?? '';
      }
      const at = all.indexOf(sought);
      if (at < 0) throw new Error(`“${sought}” is not on the page`);
      const place = (offset: number): { node: Node; offset: number } => {
        const holder = nodes.findLast(({ start }) => start <= offset);
        if (holder === undefined) throw new Error('the text is empty');
        return { node: holder.node, offset: offset - holder.start };
      };
      const letter = (offset: number): DOMRect => {
        const range = document.createRange();
        const { node, offset: within } = place(offset);
        range.setStart(node, within);
        range.setEnd(node, within + 1);
        return range.getBoundingClientRect();
      };
      const first = letter(at);
      const last = letter(at + sought.length - 1);
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      };
    }, words);
  }
}
