/** The face that texts are read in, as `--lg-font-read` names it, in any size. */
const face = "17px 'Source Serif 4 Variable'";

/** Longest a text is kept waiting for its face, in milliseconds: without it, it is read in another. */
const patience = 500;

/** How much of a text is looked at to know which scripts it needs, in UTF-16 code units. */
const sample = 4000;

/**
 * Has the face ready before a text is drawn in it. A text drawn in another face first would break its lines anew when
 * this one came, and everything on the page would move under the pointer.
 *
 * @returns undefined when it is ready already
 */
export function readingFont(text: string): Promise<unknown> | undefined {
  const { fonts } = document;
  const signs = [...new Set(text.slice(0, sample))].join('');
  if (signs === '' || fonts.check(face, signs)) return undefined;
  return Promise.race([
    fonts.load(face, signs).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
}

/** The letters of most texts, so that the first source that is opened need not wait for them. */
export function fetchReadingFont(): void {
  void readingFont('Aa\u0100');
}
