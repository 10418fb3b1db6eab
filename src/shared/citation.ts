/**
 * How a note, summary or finding cites a passage: `[[passage:ID]]` in its text. What is cited is the passage as it is
 * whenever the text is read, so the text keeps no words of it.
 */
export const citationPattern = /\[\[passage:([\w-]{1,64})\]\]/g;

/** The text by which a passage is cited. */
export function citationOf(passage: string): string {
  return `[[passage:${passage}]]`;
}

/** A text without its citations, for where they cannot be shown. */
export function withoutCitations(body: string): string {
  return body.replaceAll(/ ?\[\[passage:[\w-]{1,64}\]\]/g, '');
}

/** Ids of the passages that a text cites, each once, in their order. */
export function citedIn(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(citationPattern), ([, id]) => id ?? ''))];
}
