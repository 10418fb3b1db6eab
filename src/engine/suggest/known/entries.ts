import type { ParsedName } from './parsed-name.ts';
import { variantKind, type Variant } from './variant.ts';
import { variantsOf } from './variants.ts';

/** Names whose writings are kept once they were asked for. */
const mostRemembered = 10_000;

/**
 * Every way of writing every name, each a number; those of one name follow each other, the whole name first. There are
 * ten times as many as names, so that only their kinds and names are kept, and the rest is made anew when it is asked.
 */
export class Entries {
  readonly names: readonly ParsedName[];
  /** By entry: its kind and its name. */
  readonly #kinds: Uint16Array;
  readonly #names: Int32Array;
  /** By name: its first entry, and after the last name how many entries there are. */
  readonly #firsts: Int32Array;
  readonly #variants = new Map<number, readonly Variant[]>();

  /** @param visit is shown each writing with its number as it is made */
  constructor(
    names: readonly ParsedName[],
    visit: (entry: number, name: ParsedName, variant: Variant) => void,
  ) {
    this.names = names;
    this.#firsts = new Int32Array(names.length + 1);
    const kinds: number[] = [];
    for (const [number, name] of names.entries()) {
      for (const variant of variantsOf(name)) {
        visit(kinds.length, name, variant);
        kinds.push(variant.kind);
      }
      this.#firsts[number + 1] = kinds.length;
    }
    this.#kinds = new Uint16Array(kinds);
    this.#names = new Int32Array(kinds.length);
    for (const number of names.keys()) {
      this.#names.fill(number, this.#firsts[number], this.#firsts[number + 1]);
    }
  }

  get count(): number {
    return this.#kinds.length;
  }

  /** One of `variantKind`, or 0. */
  kindOf(entry: number): number {
    return this.#kinds[entry] ?? 0;
  }

  /** The number of the name that an entry writes, or -1. */
  nameOf(entry: number): number {
    return this.#names[entry] ?? -1;
  }

  /** The number of the first entry of a name. */
  firstOf(name: number): number {
    return this.#firsts[name] ?? 0;
  }

  variantOf(entry: number): Variant | undefined {
    const number = this.nameOf(entry);
    const name = this.names[number];
    if (name === undefined) return undefined;
    const at = entry - this.firstOf(number);
    if (at === 0 && this.kindOf(entry) === variantKind.full) {
      return wholeOf(name.words.length);
    }
    let variants = this.#variants.get(number);
    if (variants === undefined) {
      variants = variantsOf(name);
      if (this.#variants.size >= mostRemembered) this.#variants.clear();
      this.#variants.set(number, variants);
    }
    return variants[at];
  }
}

const wholes = new Map<number, Variant>();

/** The whole of a name of so many words. */
function wholeOf(length: number): Variant {
  let whole = wholes.get(length);
  if (whole === undefined) {
    whole = { kind: variantKind.full, words: Array.from({ length }, (_, index) => index) };
    wholes.set(length, whole);
  }
  return whole;
}
