import type { SegmentKind } from '../extraction.ts';
import type { Region } from './columns.ts';
import { median } from './fragment.ts';
import type { Line, PlacedRun } from './lines.ts';

export interface PageParagraph {
  readonly kind: SegmentKind;
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

/** Columns are wider than this, in characters: shorter lines are items or entries. */
const SHORTEST_WRAPPED = 20;

/** Of the letters' size: lines of one paragraph are nearer, also in a text that is set with double space. */
const WIDEST_LEADING = 2.6;

/** An entry of a table of contents: dots that lead to a page number. */
const LEADER = /\.(?: ?\.){3,} ?\S{1,6}$/;

/** A note at the foot of a page begins with its number or sign. */
const NOTE = /^(?:\d{1,3}|\[\d{1,3}\]|[*†‡§]{1,3})[\s.):]*\p{L}/u;

/** Of the size of most letters: notes are smaller, headings larger. */
const NOTE_SIZE = 0.93;
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 300;

/** The paragraphs of the parts of a page. `body` is the size of most letters of the pages around. */
export function paragraphsOf(
  regions: readonly Region[],
  page: { body: number; middle: number },
): PageParagraph[] {
  const leading = typicalLeading(
    regions.flatMap((region) => (region.kind === 'table' ? region.rows.flat(2) : region.lines)),
  );
  return regions.flatMap((region) =>
    region.kind === 'table'
      ? [tableOf(region.rows)]
      : buildParagraphs(region.lines, { ...page, leading }),
  );
}

/** A line for each row, its cells apart by a tab; the lines of a cell are joined. */
function tableOf(rows: readonly (readonly (readonly Line[])[])[]): PageParagraph {
  const text = new Joined();
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      for (const [number, line] of cell.entries()) {
        text.add(line, number > 0 ? ' ' : column > 0 ? '\t' : index > 0 ? '\n' : '');
      }
    }
  }
  return { kind: 'table', text: text.text, runs: text.runs };
}

/**
 * The paragraphs of lines in reading order. A new paragraph begins where the distance between lines grows, the size of the
 * letters changes, or a new column begins after the end of a sentence. Lines that fill their column are joined by a space; a
 * line that ends early keeps its line end.
 */
export function buildParagraphs(
  lines: readonly Line[],
  page: { body: number; middle: number; leading?: number },
): PageParagraph[] {
  const leading = page.leading ?? typicalLeading(lines);
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
  return groups.map((group) => {
    const { text, runs } = joinLines(group);
    return { kind: kindOf(group, text, page), text, runs };
  });
}

/** The usual distance between the baselines of neighbouring lines. */
export function typicalLeading(lines: readonly { baseline: number; size: number }[]): number {
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const gap = above === undefined ? 0 : line.baseline - above.baseline;
    if (above !== undefined && gap > 0 && gap < Math.max(above.size, line.size) * 4) {
      gaps.push(gap);
    }
  }
  // The lower quartile: on a page of short paragraphs half of the gaps are between paragraphs.
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

function beginsParagraph(above: Line, line: Line, leading: number): boolean {
  const larger = Math.max(above.size, line.size);
  const smaller = Math.min(above.size, line.size);
  if (smaller > 0 && larger / smaller > 1.2) {
    return true;
  }
  const gap = line.baseline - above.baseline;
  if (gap > larger * WIDEST_LEADING) {
    return true;
  }
  if (beginsColumn(above, line)) {
    return /[.!?:;…]["'”’»)]*$/.test(above.text);
  }
  const indented = line.left - above.left > larger && line.left - above.left < larger * 4;
  return gap > leading * 1.35 || (indented && /[.!?…:]["'”’»)]*$/.test(above.text));
}

/** Whether a line stands above or beside the one before it. */
function beginsColumn(above: Line, line: Line): boolean {
  const higher = above.baseline - line.baseline > Math.max(above.size, line.size) / 2;
  return higher || line.left >= above.right || line.right <= above.left;
}

function kindOf(
  group: readonly Line[],
  text: string,
  { body, middle }: { body: number; middle: number },
): SegmentKind {
  const large = group.length <= 3 && group.every((line) => line.size > body * HEADING_SIZE);
  if (large && text.length <= LONGEST_HEADING && (group.length === 1 || !/[.,;]$/.test(text))) {
    return 'heading';
  }
  const below = (group[0]?.baseline ?? 0) > middle;
  const small = median(group.map(({ size }) => size)) < body * NOTE_SIZE;
  return below && small && NOTE.test(text) ? 'footnote' : 'paragraph';
}

function joinLines(group: readonly Line[]): Joined {
  const joined = new Joined();
  let between = '';
  for (const column of columnsOf(group)) {
    const right = column.reduce((most, one) => Math.max(most, one.right), -Infinity);
    const left = column.reduce((least, one) => Math.min(least, one.left), Infinity);
    for (const line of column) {
      joined.add(line, between);
      between = fillsColumn(line, left, right) ? ' ' : '\n';
      if (line.broken || /\p{L}-$/u.test(line.text)) {
        between = '';
      }
    }
  }
  return joined;
}

/** Whether a line was ended by the margin rather than by its writer. */
function fillsColumn(line: Line, left: number, right: number): boolean {
  const entry = line.text.length < SHORTEST_WRAPPED || LEADER.test(line.text);
  return !entry && line.right - left >= (right - left) * 0.75;
}

/** The lines of a paragraph, those of each column that it stands in together. */
function columnsOf(group: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  let above: Line | undefined;
  for (const line of group) {
    const column = columns.at(-1);
    if (column === undefined || above === undefined || beginsColumn(above, line)) {
      columns.push([line]);
    } else {
      column.push(line);
    }
    above = line;
  }
  return columns;
}

/** Text that is put together of lines, and where its runs stand. */
class Joined {
  text = '';
  readonly runs: PlacedRun[] = [];

  add(line: Line, between: string): void {
    this.text += between;
    const from = this.text.length;
    for (const { start, end, box } of line.runs) {
      this.runs.push({ start: start + from, end: end + from, box });
    }
    this.text += line.text;
  }
}
