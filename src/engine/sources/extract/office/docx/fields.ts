import { linkOf } from '../links.ts';
import type { Inline } from '../prose.ts';

/** Longer instructions are cut: they name addresses and formats. */
const LONGEST_INSTRUCTION = 4000;

interface Field {
  instruction: string;
  phase: 'instruction' | 'result';
  link: boolean;
}

/**
 * Fields of Word whose parts are runs among the text: `begin`, an instruction, `separate`, the result, `end` (ECMA-376,
 * part 1, 17.16.18). Their results are text, their instructions are not, but for where a link leads.
 */
export class Fields {
  readonly #open: Field[] = [];
  /** Of the open fields, those whose instruction has not ended. */
  #instructions = 0;
  /** Text among instructions, which a reader does not see unless the field never ends. */
  #withheld: Inline[] = [];

  /** Whether text here is what a reader sees. */
  get shown(): boolean {
    return this.#instructions === 0;
  }

  begin(): void {
    this.#instructions += 1;
    this.#open.push({ instruction: '', phase: 'instruction', link: false });
  }

  withhold(inline: Inline): void {
    this.#withheld.push(inline);
  }

  /**
   * Instructions end with their paragraph at the latest.
   *
   * @returns the text after one that did not
   */
  endParagraph(): Inline[] {
    const withheld = this.#withheld;
    this.#withheld = [];
    if (this.#instructions === 0) return [];
    this.#open.length = 0;
    this.#instructions = 0;
    return withheld;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field?.phase === 'instruction' && field.instruction.length < LONGEST_INSTRUCTION) {
      field.instruction += text;
    }
  }

  separate(): Inline[] {
    const field = this.#open.at(-1);
    if (field === undefined || field.phase === 'result') return [];
    field.phase = 'result';
    this.#endInstruction();
    const target = linkOf(field.instruction);
    field.link = target !== '';
    return field.link ? [{ type: 'linkStart', target }] : [];
  }

  end(): Inline[] {
    const field = this.#open.pop();
    if (field?.phase === 'instruction') this.#endInstruction();
    return field?.link === true ? [{ type: 'linkEnd' }] : [];
  }

  #endInstruction(): void {
    this.#instructions -= 1;
    if (this.#instructions === 0) this.#withheld = [];
  }
}
