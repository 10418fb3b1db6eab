/** A stretch of a text, by whatever measure: characters, or paragraphs. `last` is within it. */
export interface Stretch {
  /** The source whose text it is, or the source and which of its texts. */
  source: string;
  first: number;
  last: number;
}

/** Stretches of sources, made to be asked whether any of them meets a given one. */
export class SpanIndex {
  readonly #sources = new Map<string, { firsts: Float64Array; furthest: Float64Array }>();

  constructor(stretches: readonly Stretch[]) {
    for (const [source, group] of Map.groupBy(stretches, (one) => one.source)) {
      const sorted = group.toSorted((a, b) => a.first - b.first);
      const furthest = new Float64Array(sorted.length);
      let far = -Infinity;
      sorted.forEach(({ last }, at) => {
        far = Math.max(far, last);
        furthest[at] = far;
      });
      this.#sources.set(source, {
        firsts: Float64Array.from(sorted, ({ first }) => first),
        furthest,
      });
    }
  }

  /**
   * Whether a stretch of the index comes within `distance` of the one given; 0: they share a place. Those that begin
   * early enough are the first of the sorted ones, and one of them reaches far enough just if the furthest of them does.
   */
  meets({ source, first, last }: Stretch, distance = 0): boolean {
    const known = this.#sources.get(source);
    if (known === undefined) return false;
    const { firsts, furthest } = known;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] ?? Infinity) <= last + distance) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (furthest[low - 1] ?? -Infinity) >= first - distance;
  }
}
