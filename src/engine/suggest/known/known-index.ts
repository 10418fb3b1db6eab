import { CrossScript } from './cross-script.ts';
import type { KnownName } from './known.ts';
import { parseName, type ParsedName } from './parsed-name.ts';
import { variantKind, type Variant } from './variant.ts';
import { variantsOf } from './variants.ts';
import { WordTable } from './word-table.ts';
import { WordTrie } from './word-trie.ts';

/** One way of writing one name. */
export interface Entry {
  readonly name: ParsedName;
  readonly variant: Variant;
  /** The number of the first entry of the name, which is the whole name. */
  readonly first: number;
}

/**
 * All names of a case, ready to be looked for in texts. It is not changed once made: when names change, make another
 * (50,000 names take well under a second).
 */
export class KnownIndex {
  readonly names: readonly KnownName[];
  /** Every writing of every name; those of one name stand together, the whole name first. */
  readonly entries: readonly Entry[];
  /** The writings by their words in the script of the name. */
  readonly trie: WordTrie;
  readonly table: WordTable;
  readonly cross: CrossScript;

  constructor(names: readonly KnownName[]) {
    const entries: Entry[] = [];
    this.names = names;
    this.trie = new WordTrie();
    for (const known of names) {
      const name = parseName(known);
      const first = entries.length;
      for (const variant of variantsOf(name)) {
        this.trie.add(lettersOf(name, variant), entries.length, variant.kind);
        entries.push({ name, variant, first });
      }
    }
    this.entries = entries;
    this.table = new WordTable(this.trie);
    this.cross = new CrossScript(entries, this.trie);
  }
}

function lettersOf(name: ParsedName, { kind, words }: Variant): string[] {
  const letters = words.map((index) => name.words[index]?.folded ?? '');
  return kind === variantKind.dotted ? [...letters.join('')] : letters;
}
