import type { CaseStore } from '../store/index.ts';

interface Row {
  id: string;
  derivesFrom: string | null;
  sha256: string;
  /** Null when there are no words that could be the same. */
  textSha256: string | null;
}

/**
 * What sources go back to: those of one origin corroborate nothing as two. A source that derives from another has its
 * origin, and so have sources of the same bytes or of the same text (of one character at least). A chain that leads back
 * into itself, which a merge can make, is one origin.
 *
 * @returns by the id of each source that is there, the id of its origin: the source at the end of its chain, of several
 *   that are the same the one that came first
 */
export function originsOf(store: CaseStore, sourceIds: Iterable<string>): Map<string, string> {
  const asked = [...new Set(sourceIds)];
  const rows = store.all<Row>(
    `WITH RECURSIVE reached(id) AS (
       SELECT value FROM json_each(?)
       UNION SELECT s.derives_from FROM reached r JOIN source s ON s.id = r.id WHERE s.derives_from IS NOT NULL
       UNION SELECT o.id FROM reached r JOIN source s ON s.id = r.id JOIN source o ON o.sha256 = s.sha256
       UNION SELECT o.id FROM reached r JOIN source s ON s.id = r.id JOIN source o ON o.text_sha256 = s.text_sha256
         WHERE s.text_length > 0)
     SELECT s.id, s.derives_from AS derivesFrom, s.sha256, iif(s.text_length > 0, s.text_sha256, NULL) AS textSha256
     FROM source s WHERE s.id IN (SELECT id FROM reached) ORDER BY s.id`,
    JSON.stringify(asked),
  );
  const groups = new Groups();
  for (const { id, derivesFrom, sha256, textSha256 } of rows) {
    groups.join(`source ${id}`, `bytes ${sha256}`);
    if (textSha256 !== null) groups.join(`source ${id}`, `text ${textSha256}`);
    if (derivesFrom !== null) groups.join(`source ${id}`, `source ${derivesFrom}`);
  }
  const first = new Map<string, Row>();
  for (const row of rows) {
    const group = groups.of(`source ${row.id}`);
    const known = first.get(group);
    if (known === undefined || (known.derivesFrom !== null && row.derivesFrom === null)) {
      first.set(group, row);
    }
  }
  const origins = new Map<string, string>();
  const wanted = new Set(asked);
  for (const { id } of rows) {
    const origin = first.get(groups.of(`source ${id}`));
    if (origin !== undefined && wanted.has(id)) origins.set(id, origin.id);
  }
  return origins;
}

/** Things that belong together, joined two by two: a disjoint-set forest. */
class Groups {
  readonly #parents = new Map<string, string>();

  of(one: string): string {
    let head = one;
    for (let next = this.#parents.get(head); next !== undefined; next = this.#parents.get(head)) {
      head = next;
    }
    if (head !== one) this.#parents.set(one, head);
    return head;
  }

  join(one: string, other: string): void {
    const a = this.of(one);
    const b = this.of(other);
    if (a !== b) this.#parents.set(a, b);
  }
}
