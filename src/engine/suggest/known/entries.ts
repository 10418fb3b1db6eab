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
  /** By entry: its kind and its name, side by side, since who asks for one asks for the other. */
  readonly #kindsAndNames: Int32Array;
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
    this.#kindsAndNames = new Int32Array(kinds.length * 2);
    for (const number of names.keys()) {
      const end = this.firstOf(number + 1);
      for (let entry = this.firstOf(number); entry < end; entry += 1) {
        this.#kindsAndNames[entry * 2] = kinds[entry] ?? 0;
        this.#kindsAndNames[entry * 2 + 1] = number;
      }
    }
  }

  get count(): number {
    return this.#kindsAndNames.length / 2;
  }

  /** One of `variantKind`, or 0. */
  kindOf(entry: number): number {
    return this.#kindsAndNames[entry * 2] ?? 0;
  }

  /** The number of the name that an entry writes, or -1. */
  nameOf(entry: number): number {
    return this.#kindsAndNames[entry * 2 + 1] ?? -1;
  }

  /** The number of the first entry of a name; of the number after the last name, how many entries there are. */
  firstOf(name: number): number {
    return this.#firsts[name] ?? 0;
  }

  variantOf(entry: number): Variant | undefined {
    const number = this.nameOf(entry);
    const name = this.names[number];
    if (name === undefined) return undefined;
    const at = entry - this.firstOf(number);
    if (at === 0 && this.kindOf(entry) === variantKind.full) {
      return name.whole;
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
