import type { SegmentKind } from './extraction.ts';

/** A run of text on a page. Positions in PDF units: x to the right, y upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

export interface PageParagraph {
  readonly kind: SegmentKind;
  readonly text: string;
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly y: number;
  height: number;
}

const SOFT_HYPHEN = '\u00ad';

/**
 * The paragraphs of a page, from its runs of text in the order the page draws them. A new paragraph begins where the
 * distance between lines grows, the size of the letters changes, or a new column begins after the end of a sentence. Lines
 * that fill their column are joined by a space; a line that ends early keeps its line end.
 */
export function buildParagraphs(runs: readonly TextRun[]): PageParagraph[] {
  const lines = buildLines(runs);
  const leading = typicalLeading(lines);
  const body = median(lines.map((line) => line.height));
  const groups: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    if (previous === undefined || group === undefined || beginsParagraph(previous, line, leading)) {
      groups.push([line]);
    } else {
      group.push(line);
    }
    previous = line;
  }
  return groups.map((group) => ({
    kind: isHeading(group, body) ? 'heading' : 'paragraph',
    text: joinLines(group),
  }));
}

function buildLines(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const run of runs) {
    if (run.text !== '') {
      if (line === undefined) {
        line = { text: '', left: run.x, right: run.x, y: run.y, height: run.height };
        lines.push(line);
      }
      line.text += run.text;
      if (run.text.trim() !== '') {
        line.left = Math.min(line.left, run.x);
        line.right = Math.max(line.right, run.x + run.width);
        line.height = Math.max(line.height, run.height);
      }
    }
    line = run.endsLine ? undefined : line;
  }
  return lines
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter((one) => one.text !== '');
}

/** The usual distance between the baselines of neighbouring lines. */
function typicalLeading(lines: readonly Line[]): number {
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const gap = above === undefined ? 0 : above.y - line.y;
    if (above !== undefined && gap > 0 && gap < Math.max(above.height, line.height) * 4) {
      gaps.push(gap);
    }
  }
  // The lower quartile: on a page of short paragraphs half of the gaps are between paragraphs.
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

function beginsParagraph(above: Line, line: Line, leading: number): boolean {
  const larger = Math.max(above.height, line.height);
  const smaller = Math.min(above.height, line.height);
  if (smaller > 0 && larger / smaller > 1.2) {
    return true;
  }
  const gap = above.y - line.y;
  if (gap < -larger / 2) {
    return /[.!?:;…]["'”’»)]*$/.test(above.text);
  }
  const indented = line.left - above.left > larger && line.left - above.left < larger * 4;
  return gap > leading * 1.35 || (indented && /[.!?…:]["'”’»)]*$/.test(above.text));
}

function isHeading(group: readonly Line[], body: number): boolean {
  return group.length <= 3 && group.every((line) => line.height > body * 1.15);
}

function joinLines(group: readonly Line[]): string {
  const right = Math.max(...group.map((line) => line.right));
  const left = Math.min(...group.map((line) => line.left));
  let text = '';
  for (const [index, line] of group.entries()) {
    text += line.text;
    if (index === group.length - 1) {
      break;
    }
    if (text.endsWith(SOFT_HYPHEN)) {
      text = text.slice(0, -1);
    } else if (!/\p{L}-$/u.test(line.text)) {
      const full = line.right - left >= (right - left) * 0.75;
      text += full ? ' ' : '\n';
    }
  }
  return text.replaceAll(SOFT_HYPHEN, '');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
