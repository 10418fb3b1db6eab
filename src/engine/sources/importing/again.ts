import type { ProvenanceChanges } from '#contract/source.ts';
import { insertCustody } from '../../custody/index.ts';
import type { Writer } from '../../store/index.ts';

/** A document that the case has, and that came again: what it was called then, where it lay, and what was said of it. */
export interface Again {
  readonly source: string;
  readonly name: string;
  readonly path: string;
  readonly provenance: ProvenanceChanges;
}

/** Notes that are remembered at most, so as not to look each of them up. */
const mostRemembered = 20_000;

/**
 * Notes what came again in the custody log of its source, once for each place and what was said of it there. The logo in
 * ten thousand messages has ten thousand such notes: those of a source are read once, and not for each of them.
 */
export class AgainNotes {
  /** Of each source that came again. */
  #noted = new Map<string, Set<string>>();
  #count = 0;

  /** Writes them within a gesture that is under way; then either `written` or `forget` is called. */
  write(writer: Writer, again: readonly Again[]): void {
    for (const { source, name, path, provenance } of again) {
      // A person may have taken it away meanwhile.
      if (writer.one('SELECT 1 FROM source WHERE id = ?', source) === undefined) continue;
      const noted = this.#of(writer, source);
      const key = keyOf(name, path, JSON.stringify(provenance));
      if (noted.has(key)) continue;
      noted.add(key);
      this.#count += 1;
      insertCustody(writer, source, { act: 'again', fileName: name, note: path, provenance });
    }
  }

  /** The gesture is on the disk. */
  written(): void {
    if (this.#count > mostRemembered) this.forget();
  }

  /** The gesture was taken back. */
  forget(): void {
    this.#noted = new Map();
    this.#count = 0;
  }

  #of(writer: Writer, source: string): Set<string> {
    const known = this.#noted.get(source);
    if (known !== undefined) return known;
    const noted = read(writer, source);
    this.#noted.set(source, noted);
    this.#count += 1 + noted.size;
    return noted;
  }
}

function read(writer: Writer, source: string): Set<string> {
  const rows = writer.all<{ name: string; path: string; said: string }>(
    `SELECT file_name AS name, note AS path, provenance AS said FROM custody
     WHERE source_id = ? AND act = 'again'`,
    source,
  );
  return new Set(rows.map(({ name, path, said }) => keyOf(name, path, said)));
}

function keyOf(...words: readonly string[]): string {
  return JSON.stringify(words);
}
