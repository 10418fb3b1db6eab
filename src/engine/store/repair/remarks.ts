import { mostRemarks, type RepairRemark } from '#contract/safety.ts';
import type { Row } from './layout.ts';

/** What is told of a repair: what was lost, and what had to be changed to keep it. */
export class Remarks {
  readonly lost: RepairRemark[] = [];
  readonly mended: RepairRemark[] = [];
  totalLost = 0;
  totalMended = 0;
  readonly #lostBy = new Map<string, number>();

  /** @param count how many it stands for, where they cannot be told one by one */
  lose(table: string, id: string, what: string, row?: Row, count = 1): void {
    this.totalLost += count;
    this.#lostBy.set(table, this.lostOf(table) + count);
    if (this.lost.length < mostRemarks) this.lost.push({ table, id, title: titleOf(row), what });
  }

  mend(table: string, id: string, what: string, row?: Row): void {
    this.totalMended += 1;
    if (this.mended.length < mostRemarks) {
      this.mended.push({ table, id, title: titleOf(row), what });
    }
  }

  /** How much was lost of a table. */
  lostOf(table: string): number {
    return this.#lostBy.get(table) ?? 0;
  }
}

/** Longest words of a row that are told. */
const longest = 120;

function titleOf(row: Row | undefined): string {
  for (const column of ['title', 'name', 'value', 'quotation', 'body', 'type', 'summary']) {
    const value = row?.[column];
    if (typeof value === 'string' && value !== '') {
      return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
    }
  }
  return '';
}
