import { sortOf } from '../exchange/taking/file-sort.ts';

/** What becomes of files that were dropped at once. */
export interface Dropped<F> {
  /** What others handed over, to be looked through; one at a time. */
  readonly handedOver: F | null;
  /** To be imported. */
  readonly documents: readonly F[];
  /** Handed over by others too, but nothing is done with them now. */
  readonly apart: readonly F[];
}

/**
 * Sorts files by what they are dropped for. Nothing that came with documents keeps them from being imported. A table may
 * be a document or the list of another program: it is the latter only where such are taken in.
 *
 * @param takesIn whether they were dropped where what others handed over is taken in
 */
export function sortDropped<F extends { name: string }>(
  files: readonly F[],
  takesIn: boolean,
): Dropped<F> {
  const isHandedOver = ({ name }: F): boolean =>
    sortOf(name) !== null && (takesIn || !/\.[ct]sv$/i.test(name));
  const handed = files.filter(isHandedOver);
  const documents = files.filter((file) => !isHandedOver(file));
  if (documents.length > 0) return { handedOver: null, documents, apart: handed };
  const [handedOver = null, ...apart] = handed;
  return { handedOver, documents, apart };
}
