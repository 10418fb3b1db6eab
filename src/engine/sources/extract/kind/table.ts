import { told, type Told } from './told.ts';

const DELIMITERS = ['\t', ',', ';'] as const;
/** Lines that must agree before a text whose name does not say so is taken for a table. */
const ENOUGH_LINES = 5;
/** Names of texts that are no tables whatever their lines look like. */
const PROSE_NAMES = new Set(['.md', '.markdown', '.mdown', '.mkd', '.html', '.htm', '.log']);

/**
 * Whether a text is a table: its name says so, or its lines do, all having the same number of cells, the first of them
 * short names that differ.
 *
 * @param whole whether the opening is the whole text
 * @param extension lower case, with its dot
 */
export function tellTable(opening: string, whole: boolean, extension: string): Told | undefined {
  if (extension === '.csv') return told('csv');
  if (extension === '.tsv' || extension === '.tab') return told('tsv');
  if (PROSE_NAMES.has(extension)) return undefined;
  const all = opening.split('\n');
  const lines = (whole ? all : all.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, 40);
  if (lines.length < ENOUGH_LINES) return undefined;
  const delimiter = DELIMITERS.find((candidate) => agree(lines, candidate));
  if (delimiter === undefined) return undefined;
  return told(delimiter === '\t' ? 'tsv' : 'csv');
}

function agree(lines: readonly string[], delimiter: string): boolean {
  const [first = [], ...rest] = lines.map((line) => cellsOf(line, delimiter));
  const names = new Set(first.map((cell) => cell.trim().toLowerCase()));
  return (
    first.length >= 3 &&
    names.size === first.length &&
    first.every((cell) => cell.trim() !== '' && cell.length <= 60) &&
    rest.every((cells) => cells.length === first.length) &&
    // In prose a comma is followed by a space.
    [first, ...rest].flat().filter((cell) => cell.startsWith(' ')).length < lines.length / 2
  );
}

function cellsOf(line: string, delimiter: string): string[] {
  return line.replace(/"(?:[^"]|"")*"/g, '""').split(delimiter);
}
