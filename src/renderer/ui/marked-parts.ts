import type { MarkedText } from '#contract/search.ts';

interface Part {
  /** Where it begins in the text, in UTF-16 code units. */
  start: number;
  text: string;
  marked: boolean;
}

/** Cuts a text into marked and unmarked parts, in order. Marks may overlap or run over the end. */
export function markedParts({ text, marks }: MarkedText): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}
