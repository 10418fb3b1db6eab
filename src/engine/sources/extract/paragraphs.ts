import type { SegmentKind } from './extraction.ts';
import type { Stretch } from './segments.ts';

/**
 * A line longer than this, in UTF-16 code units, was not wrapped by hand: it is a paragraph by itself, whether or not
 * blank lines stand around it.
 */
const WRAPPED_LINE = 160;

const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Whether a line ends or begins a paragraph by what it is, not only by the blank lines around it. */
type LineRole = 'blank' | 'plain' | 'long' | 'heading' | 'underline';

/**
 * The paragraphs of plain text or Markdown: lines up to a blank one, a long line, or (Markdown, CommonMark 0.31) a
 * heading outside fenced code. Nothing of the text is left out: blank lines belong to the paragraph before them. One at
 * a time, because a text of tiny paragraphs has tens of millions of them.
 */
export function* findParagraphs(
  text: string,
  format: 'text' | 'markdown',
): Generator<Stretch, void, undefined> {
  let kind: SegmentKind = 'paragraph';
  let previous: LineRole = 'blank';
  let lines = 0;
  let fence: string | null = null;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    let role = plainRole(text, start, end);
    if (format === 'markdown' && role === 'plain') {
      const line = text.slice(start, newline === -1 ? end : newline);
      const mark: string | undefined = FENCE.exec(line)?.[1];
      if (mark !== undefined && (fence === null || mark.startsWith(fence))) {
        fence = fence === null ? mark : null;
      } else if (fence === null) {
        role = markdownRole(line, previous, lines);
      }
    }
    if (role !== 'blank') {
      const joins =
        role === 'underline' || (role === 'plain' && (previous === 'plain' || lines === 0));
      if (!joins && start > 0 && lines > 0) {
        yield { kind, end: start, page: null };
        kind = 'paragraph';
        lines = 0;
      }
      lines += 1;
      kind = role === 'heading' || role === 'underline' ? 'heading' : kind;
    }
    previous = role;
    start = end;
  }
  if (text.length > 0) {
    yield { kind, end: text.length, page: null };
  }
}

function plainRole(text: string, start: number, end: number): LineRole {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) {
    at += 1;
  }
  if (at === end) {
    return 'blank';
  }
  return end - start > WRAPPED_LINE ? 'long' : 'plain';
}

function markdownRole(line: string, previous: LineRole, lines: number): LineRole {
  if (HEADING.test(line)) {
    return 'heading';
  }
  return previous === 'plain' && lines === 1 && UNDERLINE.test(line) ? 'underline' : 'plain';
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}
