/*
 * Text of a case as Markdown (CommonMark 0.31) that says just this text, in Obsidian too: what it would take for a mark of
 * its own is escaped.
 */

/** Control signs, which have no place in a text file; line ends are dealt with by who calls. */
const controls = /[\p{Cc}\u2028\u2029]/gu;
/** Signs that turn the direction of what follows: contained, they could turn the page (Unicode, UTR 36). */
const turning = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;

/** How many signs of a text Markdown is not given: those that are replaced, and those that turn the direction. */
export function unsayableIn(text: string): number {
  const replaced = text.replaceAll(/\s/g, ' ').match(controls)?.length ?? 0;
  return replaced + (text.match(turning)?.length ?? 0);
}

/** Text within a line, or as the whole of one. */
export function inline(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(turning, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(controls, '\uFFFD')
      .replaceAll(/[\\`*_{}[\]<>#|~^=$%!&@]/g, (sign) => `\\${sign}`)
      // Addresses are not to become links that somebody clicks by mistake.
      .replaceAll('://', '\\://')
      .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
      // A list, or the line under a heading.
      .replace(/^[-+]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}

/** Text of several lines, each a line of a quotation. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n');
}

/** A link to another file, from one folder to another beside it. */
export function link(words: string, path: string): string {
  return `[${inline(words)}](${path.split('/').map(encoded).join('/')})`;
}

function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll('(', '%28').replaceAll(')', '%29');
}

/** Front matter: values are JSON, which YAML 1.2 takes as it is. */
export function frontMatter(fields: Record<string, string | number | readonly string[]>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n`;
}
