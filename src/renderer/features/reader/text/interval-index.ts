/** A stretch of text; offsets in UTF-16 code units, `end` is the offset after the last. */
export interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Document order: by start, a longer stretch before a shorter one, then by id so that the order is total. */
export function inDocumentOrder(a: Stretch, b: Stretch): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Answers which stretches touch a given part of the text.
 *
 * The stretches are sorted by start, and beside each stands the furthest end reached so far. That column only rises,
 * so both ends of the part of the list that can matter are found by bisection. One stretch that spans the whole text
 * makes a question linear in the number of stretches, which for the tens of thousands a person can make is still far
 * below a millisecond.
 */
export class IntervalIndex<T extends Stretch> {
  readonly all: readonly T[];
  readonly #reach: Float64Array;
  readonly #position = new Map<string, number>();

  constructor(stretches: Iterable<T>) {
    this.all = [...stretches].toSorted(inDocumentOrder);
    this.#reach = new Float64Array(this.all.length);
    let reach = 0;
    for (const [at, stretch] of this.all.entries()) {
      reach = Math.max(reach, stretch.end);
      this.#reach[at] = reach;
      this.#position.set(stretch.id, at);
    }
  }

  get(id: string): T | undefined {
    const at = this.#position.get(id);
    return at === undefined ? undefined : this.all[at];
  }

  /** Ordinal in document order, or -1. */
  positionOf(id: string): number {
    return this.#position.get(id) ?? -1;
  }

  /** Those that share at least one code unit with [from, to), in document order. */
  overlapping(from: number, to: number): T[] {
    const found: T[] = [];
    const past = this.#firstStartingAt(to);
    for (let at = this.#firstReachingBeyond(from); at < past; at += 1) {
      const stretch = this.all[at];
      if (stretch !== undefined && stretch.end > from) found.push(stretch);
    }
    return found;
  }

  /** Those under a caret at `offset`: a caret at either edge of a stretch counts as being on it. */
  touching(offset: number): T[] {
    return this.overlapping(Math.max(0, offset - 1), offset + 1).filter(
      (stretch) => stretch.start <= offset && stretch.end >= offset,
    );
  }

  /** The first that starts after `offset`. */
  next(offset: number): T | undefined {
    return this.all[this.#firstStartingAt(offset + 1)];
  }

  /** The last that starts before `offset`. */
  previous(offset: number): T | undefined {
    return this.all[this.#firstStartingAt(offset) - 1];
  }

  #firstStartingAt(offset: number): number {
    return bisect(this.all.length, (at) => (this.all[at]?.start ?? Infinity) >= offset);
  }

  #firstReachingBeyond(offset: number): number {
    return bisect(this.all.length, (at) => (this.#reach[at] ?? Infinity) > offset);
  }
}

/** The first of `length` ordinals at which `holds` is true, given that from there on it stays true; else `length`. */
export function bisect(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
