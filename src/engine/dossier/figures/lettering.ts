/**
 * Advance widths of Source Sans in thousandths of its size, by groups of signs: near enough to wrap lines and to keep
 * words apart, whichever sans serif they are set in.
 */
const widths: readonly (readonly [signs: string, width: number])[] = [
  [` .,;:'|!iIjl`, 255],
  ['()[]{}-/ft\\r·', 320],
  ['sczxk?"*', 450],
  ['mM', 800],
  ['wW%@', 780],
  ['QOHNUDG—', 650],
  ['ABCEFJKLPRSTVXYZ', 560],
];
const usual = 530;
const wide = 1000;

const widthOf = new Map<string, number>(
  widths.flatMap(([signs, width]) => Array.from(signs, (sign) => [sign, width] as const)),
);

/** How long a line of text is, in pixels, at a size in pixels. A little more than it will be. */
export function lengthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const sign of text) {
    let width = widthOf.get(sign);
    if (width === undefined) widthOf.set(sign, (width = estimated(sign)));
    sum += width;
  }
  return (sum / 1000) * size * (bold ? 1.06 : 1.02);
}

function estimated(sign: string): number {
  if (/\p{M}/u.test(sign)) return 0;
  const base = widthOf.get(sign.normalize('NFD').charAt(0));
  if (base !== undefined) return base;
  if (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u.test(sign)
  ) {
    return wide;
  }
  if (/[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(sign)) return 320;
  return /\p{Lu}/u.test(sign) ? 640 : usual;
}

/** Words broken into lines that are about as long as one another: see `wrapped`. */
export function balanced(
  text: string,
  shape: { width: number; size: number; most: number; bold?: boolean },
): string[] {
  const lines = wrapped(text, shape);
  if (lines.length < 2 || lines.at(-1)?.endsWith('…') === true) return lines;
  let best = lines;
  for (let width = shape.width - 4; width > shape.width / 3; width -= 4) {
    const narrower = wrapped(text, { ...shape, width });
    const broken = narrower.join(' ') !== lines.join(' ');
    if (broken || narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/**
 * Words broken into lines no longer than `width` pixels. A word that is longer than a line is broken within; what does
 * not fit into `most` lines ends in an ellipsis.
 */
export function wrapped(
  text: string,
  {
    width,
    size,
    most,
    bold = false,
  }: { width: number; size: number; most: number; bold?: boolean },
): string[] {
  const fits = (words: string) => lengthOf(words, size, bold) <= width;
  const lines: string[] = [];
  let current = '';
  for (const word of text.trim().split(/\s+/u)) {
    let rest = current === '' ? word : `${current} ${word}`;
    if (current !== '' && !fits(rest)) {
      lines.push(current);
      rest = word;
    }
    while (!fits(rest)) {
      const signs = Array.from(rest);
      let taken = signs.length - 1;
      while (taken > 1 && !fits(signs.slice(0, taken).join(''))) taken -= 1;
      // After a hyphen or a slash a word is broken more gladly than in its middle.
      const after = signs.slice(0, taken).findLastIndex((sign) => /[-/–]/u.test(sign)) + 1;
      const cut = after > taken / 2 ? after : taken;
      lines.push(signs.slice(0, cut).join(''));
      rest = signs.slice(cut).join('');
      if (lines.length > most) break;
    }
    current = rest;
    if (lines.length > most) break;
  }
  if (current !== '') lines.push(current);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = Array.from(`${kept.at(-1) ?? ''} ${lines[most] ?? ''}`);
  while (last.length > 0 && !fits(`${last.join('').trimEnd()}…`)) last.pop();
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`];
}

/** A name or sentence cut to one line. */
export function cut(text: string, width: number, size: number, bold = false): string {
  return wrapped(text, { width, size, most: 1, bold })[0] ?? '';
}
