import type { MarkedText } from '#contract/search.ts';

/** Put around each match by FTS5's `highlight`: two of Unicode's noncharacters, which no text contains. */
export const markStart = '\uFDD0';
export const markEnd = '\uFDD1';

/** How much of a text is shown with a hit in it, in UTF-16 code units: before the first match, and in all. */
const before = 60;
const shown = 220;

/**
 * Takes the marks out of a highlighted text and cuts it to what is worth showing around the first of them.
 *
 * @returns the cut text with its marks, and where the first match begins and ends in the whole (UTF-16 code units)
 */
export function markedText(highlighted: string): MarkedText & { start: number; end: number } {
  const marks: [number, number][] = [];
  let whole = '';
  let opened = 0;
  for (const piece of highlighted.split(/([\uFDD0\uFDD1])/u)) {
    if (piece === markStart) opened = whole.length;
    else if (piece === markEnd) marks.push([opened, whole.length]);
    else whole += piece;
  }
  const [start, end] = marks[0] ?? [0, 0];
  const from = wordBoundary(whole, Math.max(0, start - before));
  const to = Math.min(whole.length, from + shown);
  const cut = whole.slice(from, to);
  const lead = from > 0 ? '… ' : '';
  const tail = to < whole.trimEnd().length ? ' …' : '';
  return {
    text: `${lead}${cut.replace(/\s/gu, ' ')}${tail}`,
    marks: marks
      .filter(([first, last]) => first >= from && last <= to)
      .map(([first, last]) => [first - from + lead.length, last - from + lead.length]),
    start,
    end,
  };
}

/** A highlighted note without the ids by which it cites passages, which say nothing to a person. */
export function withoutCitations(highlighted: string): string {
  return highlighted.replaceAll(
    /\[\[[\uFDD0\uFDD1]?passage[\uFDD0\uFDD1]?:[\w\-\uFDD0\uFDD1]*\]\]/gu,
    '[…]',
  );
}

/** The offset itself at the start of the text, else the beginning of the next word. */
function wordBoundary(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.slice(offset, offset + 30).search(/\s\S/u);
  return space < 0 ? offset : offset + space + 1;
}
