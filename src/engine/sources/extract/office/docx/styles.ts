import { childOf, elementsOf, type XmlElement } from '../xml.ts';

/** A style of paragraphs, characters or tables, as far as it matters to the text. */
interface Style {
  readonly name: string;
  readonly basedOn: string;
  readonly outline: number | null;
  readonly list: { readonly id: string; readonly level: number } | null;
  readonly hidden: boolean | null;
  readonly bold: boolean | null;
  /** It sets the first row of a table apart. */
  readonly firstRow: boolean;
}

/** Styles that are based on one another without end are followed no further. */
const LONGEST_CHAIN = 30;

/** The styles of a document (ECMA-376, part 1, 17.7). */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults = new Map<string, string>();
  /** As `w:lang` of the default run says; empty where it does not. */
  readonly language: string;

  constructor(root: XmlElement | undefined) {
    for (const element of elementsOf(root, 'w:style')) {
      const id = element.attributes['w:styleId'] ?? '';
      const properties = childOf(element, 'w:pPr');
      const runs = childOf(element, 'w:rPr');
      this.#styles.set(id, {
        name: value(childOf(element, 'w:name')).toLowerCase(),
        basedOn: value(childOf(element, 'w:basedOn')),
        outline: numberValue(childOf(properties, 'w:outlineLvl')),
        list: listOf(childOf(properties, 'w:numPr')),
        hidden: toggle(childOf(runs, 'w:vanish')),
        bold: toggle(childOf(runs, 'w:b')),
        firstRow: elementsOf(element, 'w:tblStylePr').some(
          ({ attributes }) => attributes['w:type'] === 'firstRow',
        ),
      });
      if (isOn(element.attributes['w:default'])) {
        this.#defaults.set(element.attributes['w:type'] ?? '', id);
      }
    }
    this.language =
      childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? '';
  }

  /** The first that is said by a style or the ones it is based on. */
  find<T>(id: string, said: (style: Style) => T | null): T | null {
    let style = this.#styles.get(id);
    for (let steps = 0; style !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      const found = said(style);
      if (found !== null) return found;
      style = this.#styles.get(style.basedOn);
    }
    return null;
  }

  defaultOf(type: 'paragraph' | 'character' | 'table'): string {
    return this.#defaults.get(type) ?? '';
  }

  /** What the built-in styles say by their names, which are English in every language of Word. */
  role(id: string): { kind: 'heading' | 'caption' | 'title'; level: number } | null {
    return this.find(id, ({ name }) => {
      const heading = /^heading ([1-9])$/.exec(name);
      if (heading !== null) return { kind: 'heading', level: Number(heading[1]) } as const;
      if (name === 'title') return { kind: 'title', level: 1 } as const;
      return name === 'caption' ? ({ kind: 'caption', level: 0 } as const) : null;
    });
  }
}

export function listOf(element: XmlElement | undefined): { id: string; level: number } | null {
  if (element === undefined) return null;
  const id = value(childOf(element, 'w:numId'));
  return id === '' ? null : { id, level: numberValue(childOf(element, 'w:ilvl')) ?? 0 };
}

/** `w:val`, empty where there is none. */
export function value(element: XmlElement | undefined): string {
  return element?.attributes['w:val'] ?? '';
}

export function numberValue(element: XmlElement | undefined): number | null {
  const number = Number.parseInt(value(element), 10);
  return Number.isNaN(number) ? null : number;
}

/** A property that is on when it is there, unless it says no; null when it is not there. */
export function toggle(element: XmlElement | undefined): boolean | null {
  return element === undefined ? null : isOn(element.attributes['w:val'] ?? 'true');
}

function isOn(word: string | undefined): boolean {
  return word !== undefined && !['0', 'false', 'off', 'none'].includes(word);
}
