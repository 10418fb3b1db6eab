import type { CodePages } from './code-pages.ts';

/** Longer names are cut. */
const LONGEST_NAME = 200;

interface ParagraphStyle {
  name: string;
  outline: number | null;
}

/** The tables at the beginning of an RTF: its fonts, its styles, and who changed it. */
export class Definitions {
  readonly authors: string[] = [];
  readonly #pages: CodePages;
  readonly #styles = new Map<number, ParagraphStyle>();
  #font = 0;
  #style: ParagraphStyle = { name: '', outline: null };
  #author = '';

  constructor(pages: CodePages) {
    this.#pages = pages;
  }

  /** A control word in one of the tables. */
  word(table: 'fonts' | 'styles' | 'authors', name: string, number: number): void {
    if (table === 'fonts') {
      if (name === 'f') {
        this.#font = number;
        this.#pages.fonts.set(number, { name: '', charset: 0, codePage: null });
      }
      const font = this.#pages.fonts.get(this.#font);
      if (font !== undefined && name === 'fcharset') font.charset = number;
      if (font !== undefined && name === 'cpg') font.codePage = number;
    } else if (table === 'styles') {
      if (name === 's') {
        this.#style = { name: '', outline: null };
        this.#styles.set(number, this.#style);
      }
      if (name === 'outlinelevel') this.#style.outline = number;
    }
  }

  /** Text in one of the tables: names, each ended by a semicolon. */
  text(table: 'fonts' | 'styles' | 'authors', text: string): void {
    if (table === 'authors') {
      const [last = '', ...rest] = (this.#author + text).split(';').toReversed();
      this.authors.push(...rest.toReversed().map((name) => name.trim().slice(0, LONGEST_NAME)));
      this.#author = last.slice(0, LONGEST_NAME);
      return;
    }
    const named = table === 'fonts' ? this.#pages.fonts.get(this.#font) : this.#style;
    if (named !== undefined && named.name.length < LONGEST_NAME) {
      named.name = (named.name + text).replace(/;.*$/s, '').trimStart();
    }
  }

  /** What a paragraph of a style is, as the names and levels of the styles built into Word say. */
  role(style: number, outline: number | null): { level: number; kind: 'title' | 'caption' | null } {
    const own = this.#styles.get(style);
    const name = (own?.name ?? '').trim().toLowerCase();
    if (name === 'title') return { level: 1, kind: 'title' };
    const level = outline ?? own?.outline ?? null;
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    const said = heading === undefined ? 0 : Number(heading);
    return {
      level: level !== null && level >= 0 && level < 9 ? level + 1 : said,
      kind: name === 'caption' ? 'caption' : null,
    };
  }
}
