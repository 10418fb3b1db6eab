import type { ImportItem } from '#contract/job.ts';
import type { ImportLine } from './import-store.ts';

/** What results can be looked at by themselves. */
export const resultSorts = ['failed', 'warnings', 'duplicates'] as const;
export type ResultSort = (typeof resultSorts)[number];
export type Shown = ResultSort | 'all';

/** Of what sort a result is; null for what went well or has not come to an end. */
export function sortOfResult(item: ImportItem | null): ResultSort | null {
  switch (item?.outcome) {
    case 'failed':
      return 'failed';
    case 'imported':
    case 'made':
      return item.warnings.length > 0 ? 'warnings' : null;
    case 'duplicate':
      return 'duplicates';
    case 'cancelled':
    case 'waiting':
    case undefined:
      return null;
  }
}

/** How many results there are of each sort. */
export function countResults(lines: readonly ImportLine[]): Record<ResultSort, number> {
  const counts = { failed: 0, warnings: 0, duplicates: 0 };
  for (const { item } of lines) {
    const sort = sortOfResult(item);
    if (sort !== null) counts[sort] += 1;
  }
  return counts;
}

/** Failed files first, then those with a warning, those left out, and those that went well; otherwise as they were. */
export function inOrderOfConcern(lines: readonly ImportLine[]): ImportLine[] {
  return lines.toSorted((a, b) => concern(a) - concern(b));
}

function concern({ item }: ImportLine): number {
  const sort = sortOfResult(item);
  if (sort !== null) return resultSorts.indexOf(sort);
  const wentWell = item?.outcome === 'imported' || item?.outcome === 'made';
  return wentWell ? resultSorts.length + 1 : resultSorts.length;
}

/**
 * The lines while what failed is tried again: a file that failed, or that something was left out of, waits anew; what
 * failed within a file is told with that file.
 */
export function linesToTryAgain(lines: readonly ImportLine[]): ImportLine[] {
  const lacking = ({ item }: ImportLine): boolean =>
    item?.outcome === 'failed' ||
    item?.warnings.some((warning) => warning.startsWith('membersLeftOut')) === true;
  const again = new Set(lines.filter(lacking).map(({ path }) => path));
  return lines
    .filter((line) => !(lacking(line) && isWithin(line.path, again)))
    .map((line) => (lacking(line) ? { ...line, item: null } : line));
}

function isWithin(path: string, files: ReadonlySet<string>): boolean {
  return [...path.matchAll(/[/\\]/g)].some(({ index }) => files.has(path.slice(0, index)));
}

/** Whether a password may help: something failed because it is encrypted. */
export function needsPassword(lines: readonly ImportLine[]): boolean {
  return lines.some(({ item }) => item?.error?.code === 'source.passwordNeeded');
}
