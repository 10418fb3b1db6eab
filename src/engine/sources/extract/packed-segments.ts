import { SegmentKind } from '#contract/vocabulary.ts';
import type { Segment } from './extraction.ts';

/** Segments as numbers, as they go from thread to thread: copying the objects takes longer than reading many a document. */
export type PackedSegments = Int32Array<ArrayBuffer>;

const KINDS = SegmentKind.options;

/** Numbers of one segment: that of its kind, its start, its end, its page or 0. */
const NUMBERS = 4;

export function packSegments(segments: readonly Segment[]): PackedSegments {
  const packed = new Int32Array(segments.length * NUMBERS);
  let at = 0;
  for (const { kind, start, end, page } of segments) {
    packed[at] = KINDS.indexOf(kind);
    packed[at + 1] = start;
    packed[at + 2] = end;
    packed[at + 3] = page ?? 0;
    at += NUMBERS;
  }
  return packed;
}

export function unpackSegments(packed: PackedSegments): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < packed.length; at += NUMBERS) {
    const kind = KINDS[packed[at] ?? -1];
    if (kind === undefined) throw new RangeError(`There is no kind of segment ${packed[at]}`);
    const [start, end] = [packed[at + 1] ?? 0, packed[at + 2] ?? 0];
    segments.push({ kind, start, end, page: packed[at + 3] || null });
  }
  return segments;
}
