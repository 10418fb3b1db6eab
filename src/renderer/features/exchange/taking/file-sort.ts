/** What a file is by its name: a package of this program, a file of another, or neither. */
export function sortOf(name: string): 'package' | 'foreign' | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'casepack' || ending === 'age') return 'package';
  return foreignEndings.has(ending) ? 'foreign' : null;
}

const foreignEndings: ReadonlySet<string> = new Set([
  'ndjson',
  'ftm',
  'ijson',
  'qdpx',
  'qdc',
  'csv',
  'tsv',
]);

/** The last part of a path of any system. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
