import { numberMark, type NumberStyle } from '../number-marks.ts';
import { bulletMark } from '../symbols.ts';
import { childOf, elementsOf, type XmlElement } from '../xml.ts';
import { numberValue, toggle, value } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** As `%1.%2)`. */
  readonly text: string;
  readonly font: string;
  readonly legal: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

const DEEPEST_LEVEL = 8;

const FORMATS: Readonly<Record<string, NumberStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimalZero',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
  chicago: 'symbols',
  none: 'none',
};

/** The style of numbers that Word calls so; decimal for those that are not known here. */
export function numberStyle(format: string): NumberStyle {
  return FORMATS[format] ?? 'decimal';
}

/** Counts the items of a document's lists as Word does (ECMA-376, part 1, 17.9). */
export class Numbering {
  readonly #lists = new Map<string, List>();
  /** By abstract list: the last number given at each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const abstracts = new Map<string, Map<number, Level>>();
    for (const element of elementsOf(root, 'w:abstractNum')) {
      abstracts.set(element.attributes['w:abstractNumId'] ?? '', levelsOf(element));
    }
    for (const element of elementsOf(root, 'w:num')) {
      const abstract = value(childOf(element, 'w:abstractNumId'));
      const levels = new Map(abstracts.get(abstract) ?? []);
      const restarts = new Map<number, number>();
      for (const override of elementsOf(element, 'w:lvlOverride')) {
        const level = Number.parseInt(override.attributes['w:ilvl'] ?? '', 10);
        for (const [at, own] of levelsOf(override)) levels.set(at, own);
        const start = numberValue(childOf(override, 'w:startOverride'));
        if (start !== null) restarts.set(level, start);
      }
      this.#lists.set(element.attributes['w:numId'] ?? '', { abstract, levels, restarts });
    }
  }

  /** The mark of the next item of a list; empty where there is no such list. */
  next(id: string, written: number): string {
    const list = this.#lists.get(id);
    const at = Math.min(Math.max(written, 0), DEEPEST_LEVEL);
    const level = list?.levels.get(at);
    if (list === undefined || level === undefined) return '';
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const begun = `${id} ${at}`;
    const restart = this.#begun.has(begun) ? undefined : list.restarts.get(at);
    this.#begun.add(begun);
    counts[at] = restart ?? (counts[at] === undefined ? level.start : counts[at] + 1);
    counts.length = at + 1;
    if (level.format === 'bullet') return bulletMark(level.text, level.font);
    return level.text
      .replaceAll(/%([1-9])/g, (_, digit: string) => {
        const other = Number(digit) - 1;
        const source = list.levels.get(other);
        const format = level.legal ? 'decimal' : (source?.format ?? 'decimal');
        return numberMark(counts[other] ?? source?.start ?? 1, numberStyle(format));
      })
      .trim();
  }
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elementsOf(parent, 'w:lvl')) {
    const fonts = childOf(element, 'w:rPr', 'w:rFonts')?.attributes ?? {};
    levels.set(Number.parseInt(element.attributes['w:ilvl'] ?? '', 10), {
      start: numberValue(childOf(element, 'w:start')) ?? 0,
      format: value(childOf(element, 'w:numFmt')) || 'decimal',
      text: value(childOf(element, 'w:lvlText')).slice(0, 100),
      font: fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '',
      legal: toggle(childOf(element, 'w:isLgl')) ?? false,
    });
  }
  return levels;
}
