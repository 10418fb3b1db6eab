import type { ForeignKind } from '#contract/foreign-import.ts';

/** What of a file of another program is left out: whole kinds, and single sources, tags and entities by their keys. */
export interface ForeignLeft {
  kinds: ReadonlySet<ForeignKind>;
  keys: ReadonlySet<string>;
}

export const nothingLeft: ForeignLeft = { kinds: new Set(), keys: new Set() };

export function withKind(left: ForeignLeft, kind: ForeignKind, out: boolean): ForeignLeft {
  const kinds = new Set(left.kinds);
  if (out) kinds.add(kind);
  else kinds.delete(kind);
  return { ...left, kinds };
}

export function withKeys(left: ForeignLeft, which: readonly string[], out: boolean): ForeignLeft {
  const keys = new Set(left.keys);
  for (const key of which) {
    if (out) keys.add(key);
    else keys.delete(key);
  }
  return { ...left, keys };
}
