import type { Span } from './found.ts';

/** Whether one of some spans, which are in order and apart, overlaps another. */
export function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const first = spans[low];
  return first !== undefined && first.start < end;
}

/** Of some spans, the most important first, those that overlap none before them; in the order of the text. */
export function apart<T extends Span>(text: string, spans: readonly T[]): T[] {
  const isTaken = new Uint8Array(text.length);
  const kept: T[] = [];
  for (const span of spans) {
    if (isTaken.subarray(span.start, span.end).includes(1)) continue;
    isTaken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}

/** Of spans in the order of the text, longer ones first, those that lie in no other. */
export function outermost<T extends Span>(spans: readonly T[]): T[] {
  let end = 0;
  return spans.filter((span) => {
    if (span.start < end) return false;
    ({ end } = span);
    return true;
  });
}
