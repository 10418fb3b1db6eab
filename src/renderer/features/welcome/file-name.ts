/** Characters that no file system of ours takes in a name (Windows: Naming Files, Paths, and Namespaces). */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001F<>:"/\\|?*]+/g;

/** A name for a file from a title: what a file system does not take is left out, and it is not too long. */
export function fileNameFrom(title: string, extension = 'casefile'): string {
  const name = title
    .replaceAll(forbidden, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 80)
    .trim();
  return `${name === '' ? 'case' : name}.${extension}`;
}
