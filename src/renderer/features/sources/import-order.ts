import type { ImportLine } from './import-store.ts';

/** Failed files first, then those with a warning, those left out, and those that went well; otherwise as they were. */
export function inOrderOfConcern(lines: readonly ImportLine[]): ImportLine[] {
  return lines.toSorted((a, b) => concern(a) - concern(b));
}

function concern({ item }: ImportLine): number {
  switch (item?.outcome) {
    case 'failed':
      return 0;
    case 'imported':
    case 'made':
      return item.warnings.length > 0 ? 1 : 4;
    case 'duplicate':
      return 2;
    case 'cancelled':
    case 'waiting':
    case undefined:
      return 3;
  }
}
