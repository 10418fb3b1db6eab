import { numberMark, type NumberStyle } from './number-marks.ts';
import { bulletMark } from './symbols.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

const STYLES: Readonly<Record<string, NumberStyle>> = {
  arabic: 'decimal',
  alphaLc: 'lowerLetter',
  alphaUc: 'upperLetter',
  romanLc: 'lowerRoman',
  romanUc: 'upperRoman',
};

/** Levels of paragraphs (ECMA-376, part 1, 21.1.2.4). */
const DEEPEST_LEVEL = 8;

/** Marks the paragraphs of one text as its own properties say, or the styles it takes them from, the nearest first. */
export class Bullets {
  readonly #styles: readonly (XmlElement | undefined)[];
  /** By level: the sort of numbers and the last one. */
  #counts: ({ type: string; number: number } | undefined)[] = [];

  constructor(styles: readonly (XmlElement | undefined)[]) {
    this.#styles = styles;
  }

  /** The mark of the next paragraph, empty for none. */
  next(properties: XmlElement | undefined): string {
    const said = Number.parseInt(properties?.attributes['lvl'] ?? '0', 10) || 0;
    const level = Math.min(Math.max(said, 0), DEEPEST_LEVEL);
    const name = `a:lvl${level + 1}pPr`;
    const places = [properties, ...this.#styles.map((style) => childOf(style, name))];
    const mark = places
      .flatMap((place) => elementsOf(place))
      .find((one) => ['a:buNone', 'a:buChar', 'a:buAutoNum', 'a:buBlip'].includes(one.name));
    this.#counts.length = Math.min(this.#counts.length, level + 1);
    if (mark?.name === 'a:buAutoNum') return this.#number(mark, level);
    this.#counts.length = Math.min(this.#counts.length, level);
    if (mark?.name === 'a:buBlip') return '•';
    if (mark?.name !== 'a:buChar') return '';
    const font = places.map((place) => childOf(place, 'a:buFont')).find((one) => one !== undefined);
    return bulletMark(mark.attributes['char'] ?? '', font?.attributes['typeface'] ?? '');
  }

  #number({ attributes }: XmlElement, level: number): string {
    const { type = '', startAt = '1' } = attributes;
    const before = this.#counts[level];
    const start = Number.parseInt(startAt, 10) || 1;
    const number = before?.type === type ? before.number + 1 : start;
    this.#counts[level] = { type, number };
    const [, style = '', around = ''] =
      /^(arabic|alphaLc|alphaUc|romanLc|romanUc)(\w*)$/.exec(type) ?? [];
    const mark = numberMark(number, STYLES[style] ?? 'decimal');
    if (around === 'Plain') return mark;
    if (around === 'ParenBoth') return `(${mark})`;
    return around === 'ParenR' ? `${mark})` : `${mark}.`;
  }
}
