/** Making one takes longer than all that is asked of it. */
const names = new Map<string, Intl.DisplayNames>();

/**
 * A language by its name in another; its tag when it has none.
 *
 * @param tag BCP 47, or anything else: it is given back as it is then
 * @param shownIn the language of the workbench or of a dossier
 */
export function languageName(tag: string, shownIn: string): string {
  let known = names.get(shownIn);
  if (known === undefined) {
    known = new Intl.DisplayNames(shownIn, { type: 'language' });
    names.set(shownIn, known);
  }
  try {
    return known.of(tag) ?? tag;
  } catch {
    // Not a language tag: shown as it was written.
    return tag;
  }
}
