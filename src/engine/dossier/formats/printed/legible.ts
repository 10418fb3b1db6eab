/** What no file format can say or no reader is to see: controls, and the signs that turn the direction of a line. */
const unsayable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/**
 * Text as it may stand in a file: well-formed, with `\n` line ends, without control signs and without those with which a
 * document could make a line read otherwise than it says (Unicode TR 36, "Bidirectional Text Spoofing").
 */
export function legible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unsayable, '');
}

/** The same in one line: white space of a document is its layout, not ours. */
export function oneLine(text: string): string {
  return legible(text).replaceAll(/\s+/g, ' ').trim();
}

/** Paragraphs of a text: blank lines part them, other line ends are those of a scan or a screen. */
export function paragraphsOf(text: string): string[] {
  return legible(text)
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether there is anything in a text that is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** The direction of a text by its first letter (Unicode Standard Annex 9, rules P2 and P3). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && hasRightToLeft(first) ? 'rtl' : 'ltr';
}

/**
 * A language tag (BCP 47) as far as a reader of files needs it: what is not well-formed is none.
 *
 * @returns for example `es`, `pt-BR`
 */
export function languageTag(tag: string | null): string | null {
  if (tag === null) return null;
  const parts = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z\d-]+)?$/i.exec(
    tag.trim(),
  );
  if (parts === null) return null;
  const [, language = '', , region] = parts;
  return region === undefined
    ? language.toLowerCase()
    : `${language.toLowerCase()}-${region.toUpperCase()}`;
}
