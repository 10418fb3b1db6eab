import type { ForeignRemark, ForeignRemarkCode } from '#contract/foreign-import.ts';

/** More kinds of things that are not understood than any person reads; the count goes on. */
const mostKinds = 5000;

/** What is to be told of a file: the same thing once, with how often it is there and where first. */
export class Remarks {
  readonly #byKey = new Map<string, ForeignRemark>();
  #beyond = 0;

  add(code: ForeignRemarkCode, name: string, where: string, count = 1): void {
    const shown = name.length > 200 ? `${name.slice(0, 199)}…` : name;
    const key = `${code} ${shown}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) known.count += count;
    else if (this.#byKey.size >= mostKinds) this.#beyond += 1;
    else this.#byKey.set(key, { code, name: shown.toWellFormed(), where, count });
  }

  /** Adds what was gathered elsewhere. */
  join(others: readonly ForeignRemark[]): void {
    for (const { code, name, where, count } of others) this.add(code, name, where, count);
  }

  get list(): ForeignRemark[] {
    return [...this.#byKey.values()];
  }

  /** Kinds of remarks, those that were too many to keep included. */
  get count(): number {
    return this.#byKey.size + this.#beyond;
  }
}
