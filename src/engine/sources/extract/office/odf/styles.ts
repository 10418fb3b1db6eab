import type { NumberStyle } from '../number-marks.ts';
import { childOf, elementsOf, type XmlElement } from '../xml.ts';

interface Style {
  readonly name: string;
  readonly parent: string;
  readonly hidden: boolean | null;
  /** Of a slide. */
  readonly visible: boolean;
}

/** How one level of a list marks its items. */
export interface ListLevel {
  readonly bullet: string;
  readonly format: NumberStyle;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels of numbers the mark shows. */
  readonly shown: number;
  readonly start: number;
}

const LONGEST_CHAIN = 30;
/** Levels of a list that have styles of their own (OpenDocument 1.3 part 3, 16.30). */
const LEVELS = 10;

const FORMATS: Readonly<Record<string, NumberStyle>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

/** The styles of a document, those of its `styles.xml` and the automatic ones of its content. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  outline: ReadonlyMap<number, ListLevel> = new Map();
  /** As the default paragraph says, `es-VE`; empty where it does not. */
  language = '';

  /** Takes the styles an element holds: `office:styles` or `office:automatic-styles`. */
  take(parent: XmlElement): void {
    for (const element of elementsOf(parent)) {
      const { 'style:name': name = '', 'style:family': family = '' } = element.attributes;
      if (element.name === 'style:style') {
        this.#styles.set(`${family} ${name}`, styleOf(element));
      } else if (element.name === 'text:list-style') {
        this.#lists.set(name, levelsOf(element));
      } else if (element.name === 'text:outline-style') {
        this.outline = levelsOf(element);
      } else if (element.name === 'style:default-style' && family === 'paragraph') {
        const said = childOf(element, 'style:text-properties')?.attributes ?? {};
        const { 'fo:language': language = 'none', 'fo:country': country = 'none' } = said;
        this.language = language === 'none' ? '' : language;
        if (this.language !== '' && country !== 'none') this.language += `-${country}`;
      }
    }
  }

  isHidden(family: 'paragraph' | 'text', name: string): boolean | null {
    return this.#find(family, name, (style) => style.hidden);
  }

  isVisibleSlide(name: string): boolean {
    return this.#styles.get(`drawing-page ${name}`)?.visible ?? true;
  }

  /** Whether a paragraph has a style of this name, or one based on it; the names of those built in are English. */
  isBasedOn(name: string, ancestor: string): boolean {
    const found = this.#find('paragraph', name, (style) => (style.name === ancestor ? true : null));
    return found ?? false;
  }

  list(name: string): ReadonlyMap<number, ListLevel> | undefined {
    return this.#lists.get(name);
  }

  #find<T>(family: string, name: string, said: (style: Style) => T | null): T | null {
    let style = this.#styles.get(`${family} ${name}`);
    for (let steps = 0; style !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      const found = said(style);
      if (found !== null) return found;
      style = this.#styles.get(`${family} ${style.parent}`);
    }
    return null;
  }
}

function styleOf(element: XmlElement): Style {
  const said = element.attributes;
  const display = childOf(element, 'style:text-properties')?.attributes['text:display'];
  const slide = childOf(element, 'style:drawing-page-properties')?.attributes;
  return {
    name: said['style:name'] ?? '',
    parent: said['style:parent-style-name'] ?? '',
    hidden: display === undefined ? null : display === 'none',
    visible: slide?.['presentation:visibility'] !== 'hidden',
  };
}

function levelsOf(parent: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const { name, attributes } of elementsOf(parent)) {
    const level = wholeNumber(attributes['text:level'], 0);
    if (level < 1 || level > LEVELS || name === 'text:list-level-style-image') continue;
    levels.set(level, {
      bullet: (attributes['text:bullet-char'] ?? '').slice(0, 10),
      format: FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal',
      prefix: (attributes['style:num-prefix'] ?? '').slice(0, 50),
      suffix: (attributes['style:num-suffix'] ?? '').slice(0, 50),
      shown: Math.min(wholeNumber(attributes['text:display-levels'], 1), LEVELS),
      start: wholeNumber(attributes['text:start-value'], 1),
    });
  }
  return levels;
}

export function wholeNumber(written: string | undefined, otherwise: number): number {
  const number = Number.parseInt(written ?? '', 10);
  return Number.isNaN(number) ? otherwise : number;
}
