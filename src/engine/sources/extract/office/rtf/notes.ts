import { numberMark, type NumberStyle } from '../number-marks.ts';

const STYLES: Readonly<Record<string, NumberStyle>> = {
  nar: 'decimal',
  nalc: 'lowerLetter',
  nauc: 'upperLetter',
  nrlc: 'lowerRoman',
  nruc: 'upperRoman',
  nchi: 'symbols',
};

/** Gives the notes of an RTF their marks. */
export class NoteMarks {
  #styles: { foot: NumberStyle; end: NumberStyle } = { foot: 'decimal', end: 'decimal' };
  #counts = { foot: 0, end: 0 };
  /** A mark that is counted stands before the next note. */
  #counted = false;

  /** Takes a control word that says how notes are numbered: `ftnnar`, `aftnnrlc`. False when it is none. */
  style(word: string): boolean {
    const found = /^(a?)ftn(n[a-z]{2,3})$/.exec(word);
    const style = STYLES[found?.[2] ?? ''];
    if (style === undefined) return false;
    this.#styles = { ...this.#styles, [found?.[1] === 'a' ? 'end' : 'foot']: style };
    return true;
  }

  /** There is `\chftn` in the text. */
  sawCounted(): void {
    this.#counted = true;
  }

  /** The mark of the note that stands here. One that is deleted is not counted. */
  mark(endnote: boolean, deleted: boolean): string {
    const counted = this.#counted;
    this.#counted = false;
    if (deleted) return '–';
    if (!counted) return '*';
    const sort = endnote ? 'end' : 'foot';
    this.#counts[sort] += 1;
    return numberMark(this.#counts[sort], this.#styles[sort]);
  }
}
