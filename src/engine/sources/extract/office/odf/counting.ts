import { numberMark } from '../number-marks.ts';
import { bulletMark } from '../symbols.ts';
import type { ListLevel } from './styles.ts';

/** The numbers of one list, or of the headings of a document. */
export class Counting {
  readonly #levels: ReadonlyMap<number, ListLevel>;
  /** The last number given at each level, from 1. */
  readonly #counts: (number | undefined)[] = [];

  constructor(levels: ReadonlyMap<number, ListLevel>) {
    this.#levels = levels;
  }

  /**
   * The mark of the next item at a level, from 1.
   *
   * @param start the number it has by itself, where it says so
   */
  next(level: number, start?: number): string {
    const style = this.#levels.get(level);
    if (style === undefined) return '';
    const counts = this.#counts;
    const before = counts[level];
    counts[level] = start ?? (before === undefined ? style.start : before + 1);
    counts.length = level + 1;
    if (style.bullet !== '') return bulletMark(style.bullet, '');
    if (style.format === 'none') return (style.prefix + style.suffix).trim();
    const numbers: string[] = [];
    for (let at = Math.max(1, level - style.shown + 1); at <= level; at += 1) {
      const own = this.#levels.get(at);
      const number = counts[at] ?? own?.start ?? 1;
      if (own !== undefined) numbers.push(numberMark(number, own.format));
    }
    const shown = numbers.filter((number) => number !== '').join('.');
    return `${style.prefix}${shown}${style.suffix}`.trim();
  }
}
