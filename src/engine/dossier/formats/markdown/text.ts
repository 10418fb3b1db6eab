import { legible } from '../printed/legible.ts';

/** What GitHub's extensions would make a link without being asked: addresses of pages and of people. */
const address = /[^\s`|\\]*(?:@|:\/\/|www\.|mailto:|xmpp:)[^\s`|\\]*/gi;

/**
 * Text within a line as CommonMark 0.31 with GitHub's tables, footnotes and links, so that it says just this text and is
 * nothing else: no markup, no HTML, no link and no picture. Addresses are set as code, the only place where GitHub's
 * links are not made (an escaped `@` still makes one).
 */
export function markdownText(text: string): string {
  let written = '';
  let from = 0;
  const line = legible(text).replaceAll(/\s+/g, ' ');
  for (const found of line.matchAll(address)) {
    written += `${escaped(line.slice(from, found.index))}\`${found[0]}\``;
    from = found.index + found[0].length;
  }
  return written + escaped(line.slice(from));
}

/** Text as code, where it has no sign that code cannot hold everywhere (in a cell, say). */
export function markdownCode(text: string): string {
  const line = legible(text).replaceAll(/\s+/g, ' ').trim();
  return line === '' || /[`|\\]/.test(line) ? markdownText(line) : `\`${line}\``;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~^=$!&"]/g, (sign) => `\\${sign}`);
}

/** A written line as it may begin one: not as a list, a heading, a rule or a table. */
export function lineStart(line: string): string {
  return line
    .trim()
    .replace(/^[-+:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Front matter: values are JSON, which YAML 1.2 takes as it is. */
export function frontMatter(
  fields: Readonly<Record<string, string | number | readonly string[] | null>>,
): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([key, value]) =>
        `${key}: ${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? legible(part) : part))}`,
    );
  return `---\n${lines.join('\n')}\n---`;
}
