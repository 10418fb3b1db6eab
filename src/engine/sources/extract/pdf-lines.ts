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

/** Columns are wider than this, in characters: shorter lines are items or entries. */
const SHORTEST_WRAPPED = 20;

/** An entry of a table of contents: dots that lead to a page number. */
const LEADER = /\.(?: ?\.){3,} ?\S{1,6}$/;

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
  if (beginsColumn(above, line)) {
    return /[.!?:;…]["'”’»)]*$/.test(above.text);
  }
  const indented = line.left - above.left > larger && line.left - above.left < larger * 4;
  return gap > leading * 1.35 || (indented && /[.!?…:]["'”’»)]*$/.test(above.text));
}

/** Whether a line stands above or beside the one drawn before it. */
function beginsColumn(above: Line, line: Line): boolean {
  const higher = line.y - above.y > Math.max(above.height, line.height) / 2;
  return higher || line.left >= above.right || line.right <= above.left;
}

function isHeading(group: readonly Line[], body: number): boolean {
  return group.length <= 3 && group.every((line) => line.height > body * 1.15);
}

function joinLines(group: readonly Line[]): string {
  let text = '';
  for (const [index, line] of group.entries()) {
    text += line.text;
    if (index === group.length - 1) {
      break;
    }
    if (text.endsWith(SOFT_HYPHEN)) {
      text = text.slice(0, -1);
    } else if (!/\p{L}-$/u.test(line.text)) {
      text += fillsColumn(line, columnAround(group, index)) ? ' ' : '\n';
    }
  }
  return text.replaceAll(SOFT_HYPHEN, '');
}

/** Whether a line was ended by the margin rather than by its writer. */
function fillsColumn(line: Line, column: readonly Line[]): boolean {
  const right = Math.max(...column.map((one) => one.right));
  const left = Math.min(...column.map((one) => one.left));
  const entry = line.text.length < SHORTEST_WRAPPED || LEADER.test(line.text);
  return !entry && line.right - left >= (right - left) * 0.75;
}

/** The lines of a paragraph that stand in one column with the line at an index. */
function columnAround(group: readonly Line[], index: number): Line[] {
  let first = index;
  let last = index;
  const breaks = (at: number): boolean => {
    const above = group[at - 1];
    const line = group[at];
    return above === undefined || line === undefined || beginsColumn(above, line);
  };
  while (!breaks(first)) {
    first -= 1;
  }
  while (!breaks(last + 1)) {
    last += 1;
  }
  return group.slice(first, last + 1);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
