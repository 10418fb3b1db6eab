import { CrossScript } from './cross-script.ts';
import { Entries } from './entries.ts';
import type { KnownName } from './known.ts';
import { parseName, type ParsedName } from './parsed-name.ts';
import { variantKind, type Variant } from './variant.ts';
import { WordTable } from './word-table.ts';
import { WordTrie } from './word-trie.ts';

/**
 * All names of a case, ready to be looked for in texts. It is not changed once made: when names change, make another
 * (50,000 names take about a second).
 */
export class KnownIndex {
  readonly names: readonly KnownName[];
  readonly entries: Entries;
  /** The writings of all names by their words in the script of the name. */
  readonly trie: WordTrie;
  readonly table: WordTable;
  readonly cross: CrossScript;

  constructor(names: readonly KnownName[]) {
    const trie = new WordTrie();
    this.names = names;
    this.trie = trie;
    this.entries = new Entries(names.map(parseName), (entry, name, variant) =>
      trie.add(lettersOf(name, variant), entry, variant.kind),
    );
    this.table = new WordTable(trie);
    this.cross = new CrossScript(this.entries, trie);
  }
}

function lettersOf(name: ParsedName, { kind, words }: Variant): string[] {
  const letters = words.map((index) => name.words[index]?.folded ?? '');
  return kind === variantKind.dotted ? [...letters.join('')] : letters;
}
