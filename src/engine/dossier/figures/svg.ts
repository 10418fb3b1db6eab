import { lengthOf } from './lettering.ts';

/** A number as it is written in a drawing: to a tenth, so that the same drawing is the same bytes on every computer. */
export function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  // -0 would be written as 0 by some and -0 by others.
  return String(rounded === 0 ? 0 : rounded);
}

type Value = string | number;

/** An element; numbers are written to a tenth, text is escaped. `content` is markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escaped(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Words that are drawn. Control characters, which XML does not allow, are left out. */
export function escaped(text: Value | undefined): string {
  return (
    String(text ?? '')
      // oxlint-disable-next-line no-control-regex -- XML 1.0 allows none of these
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replaceAll(/\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** How words are set: `size` in pixels. */
export interface Lettering {
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly fill?: string | undefined;
}

/** One line of text; `y` is its baseline. */
export function line(text: string, x: number, y: number, lettering: Lettering): string {
  const { size, anchor = 'start', bold, italic, fill } = lettering;
  const set = (words: string, at: number, align: string, family: string) =>
    element(
      'text',
      {
        x: at,
        y,
        'font-family': family === '' ? undefined : `'${family}', sans-serif`,
        'font-size': size,
        'text-anchor': align === 'start' ? undefined : align,
        'font-weight': bold === true ? '600' : undefined,
        'font-style': italic === true ? 'italic' : undefined,
        fill,
      },
      escaped(words),
    );
  const parts = runs(text);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined) return set(only.text, x, anchor, only.family);
  // Each script is set by itself, since not all that draw SVG keep several of them in order on one line.
  const widths = parts.map((part) => lengthOf(part.text, size, bold));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let at = anchor === 'middle' ? x - whole / 2 : anchor === 'end' ? x - whole : x;
  return parts
    .map((part, index) => {
      const width = widths[index] ?? 0;
      at += width;
      return set(part.text.trim(), at - width + leading(part.text, size), 'start', part.family);
    })
    .join('');
}

function leading(text: string, size: number): number {
  return /^\s/u.test(text) ? lengthOf(' ', size) : 0;
}

/** Scripts that are in fonts of their own, which a drawing must name. */
const ownFont: readonly (readonly [of: RegExp, family: string])[] = [
  [/[\p{sc=Arabic}\u060C\u061B\u061F]/u, 'Legajo Arabic'],
  [/\p{sc=Hebrew}/u, 'Legajo Hebrew'],
  [/\p{Emoji_Presentation}/u, 'Legajo Emoji'],
];

function runs(text: string): { family: string; text: string }[] {
  const found: { family: string; text: string }[] = [];
  for (const sign of text) {
    const last = found.at(-1);
    const own = ownFont.find(([of]) => of.test(sign))?.[1] ?? '';
    // Spaces and marks go with what is before them.
    const family = /^[\s\p{M}\u200C\u200D]$/u.test(sign) ? (last?.family ?? own) : own;
    if (last?.family === family) last.text += sign;
    else found.push({ family, text: sign });
  }
  return found;
}

/** A whole drawing on white. */
export function document(width: number, height: number, content: readonly string[]): string {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${tenth(width)} ${tenth(height)}`,
      'font-family': "'Legajo Sans', sans-serif",
      fill: '#000',
    },
    `\n${content.join('\n')}\n`,
  )}\n`;
}
