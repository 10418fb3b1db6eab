import { CaseError } from '#contract/error.ts';
import type { Writer } from './store/index.ts';

/** A row of those that a person puts in order among its fellows. */
interface Placed {
  id: string;
  ordinal: number;
}

/** Room left between two neighbours, so that what is put between them is mostly the only row that changes. */
const room = 1024;

/** The place after all these fellows, which are in their order. */
export function lastPlace(fellows: readonly Placed[]): number {
  return (fellows.at(-1)?.ordinal ?? 0) + room;
}

/**
 * Puts a row before another of its fellows, or last.
 *
 * @param fellows all of them in their order, the row among them
 * @returns false when it stood there already
 * @throws CaseError `record.notFound` when either is not among them
 */
export function placeBefore(
  writer: Writer,
  table: 'finding' | 'photo',
  fellows: readonly Placed[],
  id: string,
  before: string | null,
): boolean {
  const at = fellows.findIndex((fellow) => fellow.id === id);
  const others = fellows.filter((fellow) => fellow.id !== id);
  const to = before === null ? others.length : others.findIndex((other) => other.id === before);
  if (at === -1) throw new CaseError('record.notFound', { id });
  if (before === id || at === to) return false;
  if (to === -1) throw new CaseError('record.notFound', { id: before ?? '' });
  const above = others[to - 1]?.ordinal ?? 0;
  const below = others[to]?.ordinal ?? above + 2 * room;
  if (below - above > 1) {
    return writer.update(table, id, { ordinal: Math.floor((above + below) / 2) });
  }
  for (const [place, { id: one }] of others.toSpliced(to, 0, { id, ordinal: 0 }).entries()) {
    writer.update(table, one, { ordinal: (place + 1) * room });
  }
  return true;
}
