import type { ParsedName } from './parsed-name.ts';
import { variantKind, type Variant, type VariantKind } from './variant.ts';
import { variantsOf } from './variants.ts';

/** Names whose writings are kept once they were asked for. */
const mostRemembered = 10_000;

/**
 * Every way of writing every name, each a number; those of one name follow each other, the whole name first. There are
 * ten times as many as names, so that only their kinds and names are kept, and the rest is made anew when it is asked.
 */
export class Entries {
  readonly names: readonly ParsedName[];
  readonly #kinds: VariantKind[] = [];
  readonly #names: number[] = [];
  readonly #firsts: number[] = [];
  readonly #variants = new Map<number, readonly Variant[]>();

  /** @param visit is shown each writing with its number as it is made */
  constructor(
    names: readonly ParsedName[],
    visit: (entry: number, name: ParsedName, variant: Variant) => void,
  ) {
    this.names = names;
    for (const [number, name] of names.entries()) {
      this.#firsts.push(this.#kinds.length);
      for (const variant of variantsOf(name)) {
        visit(this.#kinds.length, name, variant);
        this.#kinds.push(variant.kind);
        this.#names.push(number);
      }
    }
  }

  get count(): number {
    return this.#kinds.length;
  }

  kindOf(entry: number): VariantKind | 0 {
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
      return { kind: variantKind.full, words: name.words.map((_, index) => index) };
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
