import type { Text } from '@codemirror/state';
import type { SegmentPlace } from '#contract/source.ts';

/** The sorts of places that can be gone to by their number. */
export type PlaceSort = 'page' | 'paragraph' | 'line';

export interface WantedPlace {
  readonly sort: PlaceSort;
  /** From 1. */
  readonly number: number;
}

const signs: Record<PlaceSort, RegExp> = {
  page: /^(?:p|pg|pag|pagina|page)\.?$/,
  paragraph: /^(?:¶|§|par|parr|parrafo|paragraph)\.?$/,
  line: /^(?:l|lin|linea|line)\.?$/,
};

/**
 * Reads what a person typed of a place: `p 12`, `¶ 34`, `§34`, `l 56`, the words whole or cut short in English or
 * Spanish, accents or none. A bare number is of the sort given. Null where it is none of these.
 */
export function readPlace(typed: string, bare: PlaceSort): WantedPlace | null {
  const plain = typed.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const match = /^(?<sign>[^\d\s]*)\s*(?<digits>\d{1,9})$/u.exec(plain);
  if (match?.groups === undefined) return null;
  const { sign = '', digits = '' } = match.groups;
  const number = Number(digits);
  if (sign === '') return { sort: bare, number };
  for (const sort of ['page', 'paragraph', 'line'] as const) {
    if (signs[sort].test(sign)) return { sort, number };
  }
  return null;
}

/** The number of the last page, paragraph or line; 0 where the source has no pages. */
export function lastOf(sort: PlaceSort, doc: Text, segments: readonly SegmentPlace[]): number {
  if (sort === 'line') return doc.lines;
  let last = 0;
  for (const segment of segments) last = Math.max(last, segment[sort] ?? 0);
  return last;
}

/**
 * Where a place begins, in UTF-16 code units; null when there is none of that number. A page without words is where the
 * next one begins.
 */
export function offsetOf(
  { sort, number }: WantedPlace,
  doc: Text,
  segments: readonly SegmentPlace[],
): number | null {
  if (number < 1 || number > lastOf(sort, doc, segments)) return null;
  if (sort === 'line') return doc.line(number).from;
  return segments.find((segment) => (segment[sort] ?? 0) >= number)?.start ?? null;
}
