import { readDate } from './dates.ts';

/** When and from where a page was saved, as the program that saved it says in the page; both null where it does not. */
export interface SavedNote {
  readonly url: string | null;
  /** EDTF */
  readonly date: string | null;
}

/** Notes stand near the start of a page, or (those of web archives) near its end. */
const NEAR = 4000;

/**
 * Reads the note of a browser (`saved from url=(0042)https://...`, the number being the length of the address), of
 * SingleFile (`url: ...`, `saved date: ...`) or of the Wayback Machine (`FILE ARCHIVED ON ...`, at the end).
 */
export function readSavedNote(html: string): SavedNote {
  const start = html.slice(0, NEAR);
  const browser = /<!-- saved from url=\(\d+\)(\S+)/.exec(start)?.[1];
  const single = /<!--\s*Page saved with SingleFile([^]*?)-->/.exec(start)?.[1] ?? '';
  const archived = /FILE ARCHIVED ON [\d:]+ ([A-Za-z]+ \d+, \d+)/.exec(html.slice(-NEAR))?.[1];
  const date = /saved date:\s*(\S.*)/.exec(single)?.[1] ?? archived;
  return {
    url: browser ?? /url:\s*(\S+)/.exec(single)?.[1] ?? null,
    date: date === undefined ? null : readDate(date),
  };
}
