import type { Passage, PassageUse } from './passage.ts';

/** How strongly each further layer colours the page. The sum stays low enough for the text to keep its contrast. */
const LAYER_TINT = [17, 12, 9, 6];
const UNDERLINE_STEP = 3;

interface Layer {
  readonly passage: Passage;
  readonly underline: number;
}

/**
 * Makes style classes for pieces of overlapping passages as they are needed. The content security policy lets no
 * element carry a style attribute and tags have any colour, so the rules go into a constructed style sheet.
 */
export class TintSheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #classes = new Map<string, string>();

  /** Puts the sheet into force. Answers a function that takes it out again. */
  adopt(document: Document): () => void {
    document.adoptedStyleSheets.push(this.#sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (one) => one !== this.#sheet,
      );
    };
  }

  /** The class of a piece under these passages, outermost first. */
  piece(layers: readonly Layer[], depth: number): string {
    const key = layers
      .map(({ passage, underline }) => `${passage.colors[0] ?? ''}/${passage.use}/${underline}`)
      .join(' ');
    return this.#class(`${key} ${depth}`, () => declarations(layers));
  }

  /** The class of a stripe in these colours, one above the other. */
  stripe(colors: readonly string[]): string {
    return this.#class(`stripe ${colors.join(' ')}`, () => {
      const [only] = colors;
      if (colors.length <= 1) return `background:${line(only ?? NO_COLOR)}`;
      const share = 100 / colors.length;
      const stops = colors.map((color, at) => `${line(color)} ${at * share}% ${(at + 1) * share}%`);
      return `background:linear-gradient(${stops.join(',')})`;
    });
  }

  #class(key: string, declare: () => string): string {
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const made = `lg-tint-${this.#classes.size}`;
    this.#classes.set(key, made);
    this.#sheet.insertRule(`.${made}{${declare()}}`, this.#sheet.cssRules.length);
    return made;
  }
}

const NO_COLOR = 'var(--lg-control)';

/** A colour as a line of it shows on either ground; the reader's own sheet says how far it is moved. */
function line(color: string): string {
  return `color-mix(in srgb, ${color}, var(--lg-line-toward) var(--lg-line-share))`;
}

function stroke(color: string, use: PassageUse): string {
  const drawn = line(color);
  switch (use) {
    case 'evidence':
      return `linear-gradient(${drawn},${drawn})`;
    case 'tag':
      return `repeating-linear-gradient(90deg,${drawn} 0 6px,transparent 6px 9px)`;
    case 'mention':
    case 'none':
      return `repeating-linear-gradient(90deg,${drawn} 0 2px,transparent 2px 5px)`;
  }
}

function declarations(layers: readonly Layer[]): string {
  const images: string[] = [];
  for (const { passage, underline } of layers) {
    if (underline < 0) continue;
    const height = passage.use === 'evidence' ? 2 : 1.5;
    const up = underline * UNDERLINE_STEP;
    images.push(
      `${stroke(passage.colors[0] ?? NO_COLOR, passage.use)} 0 calc(100% - ${up}px) / 100% ${height}px no-repeat`,
    );
  }
  for (const [at, { passage }] of layers.entries()) {
    const tint = `color-mix(in srgb, ${passage.colors[0] ?? NO_COLOR} ${LAYER_TINT[at] ?? 5}%, transparent)`;
    images.push(`linear-gradient(${tint},${tint})`);
  }
  return `background:${images.join(',')};padding-bottom:4px`;
}
