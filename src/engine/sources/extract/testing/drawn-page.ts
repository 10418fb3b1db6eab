import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import { resourcePath } from '../../../resources.ts';

/** A page that a test set, and where each of its words stands on it, in pixels. */
export interface DrawnPage {
  readonly canvas: Canvas;
  readonly text: string;
  readonly words: readonly {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly baseline: number;
  }[];
}

let registered = false;

/** Sets lines of text in black on white. */
export function drawPage(
  lines: readonly string[],
  { size = 32, width = 1000, margin = 60 } = {},
): DrawnPage {
  if (!registered) {
    GlobalFonts.registerFromPath(resourcePath('fonts', 'LegajoSerif-Regular.ttf'), 'Set');
    registered = true;
  }
  const leading = size * 1.5;
  const canvas = createCanvas(width, Math.ceil(lines.length * leading + 2 * margin));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#111';
  context.font = `${size}px Set`;
  const words = lines.flatMap((line, index) => {
    const baseline = margin + size + index * leading;
    context.fillText(line, margin, baseline);
    return [...line.matchAll(/\S+/g)].map((match) => {
      const left = margin + context.measureText(line.slice(0, match.index)).width;
      const right = left + context.measureText(match[0]).width;
      return { text: match[0], left, right, baseline };
    });
  });
  return { canvas, text: lines.join('\n'), words };
}

/** The part of the letters of `meant` that are wrong, missing or too many in `told` (Levenshtein), white space aside. */
export function errorRate(told: string, meant: string): number {
  const [one, other] = [told, meant].map((text) => text.replaceAll(/\s+/g, ' ').trim());
  if (one === undefined || other === undefined) return 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return (row[other.length] ?? 0) / Math.max(1, other.length);
}
