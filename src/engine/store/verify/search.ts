import { expectedEntries, indexes } from '../search-index.ts';
import type { Inspection } from './inspection.ts';

/** One word of an index: in which columns, how often, and two sums over where it stands. */
type WordPlaces = [
  term: string,
  first: string,
  last: string,
  times: number,
  sum: number,
  squares: number,
];

/**
 * Where each word stands, the words in their order. The index gives each place, row and offset, in the order of words, so
 * this takes one walk; summed up, because a million rows are compared in less time than they take to leave SQLite. One
 * place changed changes the sum; the sum of squares, by another prime, tells places that were exchanged.
 */
const wordPlaces = (vocabulary: string) => `SELECT term, min(col), max(col), count(*),
    sum(place), sum(place * place % 2147483629)
  FROM (SELECT term, col, ((doc % 2147483647) * 48271 + (offset % 2147483647) * 69621) % 2147483647 AS place
        FROM temp.${vocabulary}) GROUP BY term`;

/**
 * What is searched is what the case holds: `search_entry` has the words of each record, and each full-text index has the
 * words of what it indexes. An index is made again beside the file, in a temporary table, and compared with the one in
 * the file word by word, since SQLite's own comparison would have to write to it.
 */
export function* checkSearch(inspection: Inspection): Generator<void, void, undefined> {
  checkEntries(inspection);
  for (const index of indexes) {
    yield;
    yield* checkIndex(inspection, index);
  }
}

function checkEntries(inspection: Inspection): void {
  const stored = 'SELECT kind, row_id, body FROM main.search_entry';
  const expected = `SELECT * FROM (${expectedEntries()})`;
  const differing = (from: string, but: string) =>
    inspection.all<{ kind: string; row_id: string }>(
      `SELECT kind, row_id FROM (${from} EXCEPT ${but}) LIMIT 500`,
    );
  for (const { kind, row_id: id } of differing(expected, stored)) {
    inspection.found('search_entry', id, `${kind} cannot be found by its words`);
  }
  for (const { kind, row_id: id } of differing(stored, expected)) {
    inspection.found('search_entry', id, `${kind} is found by words that it has not`);
  }
  inspection.looked(
    inspection.one<{ rows: number }>('SELECT count(*) AS rows FROM search_entry')?.rows ?? 0,
  );
}

function* checkIndex(
  inspection: Inspection,
  { name, column, rows, tokenizer }: (typeof indexes)[number],
): Generator<void, void, undefined> {
  const { db } = inspection;
  const copy = `copy_of_${name}`;
  db.exec(`CREATE VIRTUAL TABLE temp."${copy}" USING fts5(${column}, content='', ${tokenizer});
    CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab(main, ${name}, instance);
    CREATE VIRTUAL TABLE temp.wanted_words USING fts5vocab(temp, "${copy}", instance);`);
  try {
    db.exec(`INSERT INTO temp."${copy}" (rowid, ${column}) ${rows}`);
    yield;
    const stored = inspection.eachRaw<WordPlaces>(wordPlaces('stored_words'));
    const wanted = inspection.eachRaw<WordPlaces>(wordPlaces('wanted_words'));
    let looked = 0;
    for (let words = 1; ; words += 1) {
      const have = stored.next();
      const want = wanted.next();
      if (have.done === true && want.done === true) break;
      if (have.done === true || want.done === true || !sameWord(have.value, want.value)) {
        inspection.found(name, '', 'does not hold the words of what it indexes');
        break;
      }
      looked += have.value[3];
      if (words % 1000 === 0) yield;
    }
    inspection.leave();
    inspection.looked(looked);
    for (const [part, key, what] of [
      ['docsize', 'id', 'sz'],
      ['config', 'k', 'v'],
    ] as const) {
      const differs = inspection.one(
        `SELECT 1 FROM (
           SELECT * FROM (SELECT ${key}, ${what} FROM main.${name}_${part} EXCEPT SELECT ${key}, ${what} FROM temp.${copy}_${part})
           UNION ALL
           SELECT * FROM (SELECT ${key}, ${what} FROM temp.${copy}_${part} EXCEPT SELECT ${key}, ${what} FROM main.${name}_${part})) LIMIT 1`,
      );
      if (differs !== undefined) inspection.found(name, part, 'is not as it must be');
    }
    // Row 1 of an index's data: how many rows and words it has, or nothing (https://sqlite.org/fts5.html).
    const averages = inspection.one<{ same: number }>(
      `SELECT (SELECT block FROM main.${name}_data WHERE id = 1) IS (SELECT block FROM temp.${copy}_data WHERE id = 1) AS same`,
    );
    if (looked > 0 && averages?.same !== 1)
      inspection.found(name, 'data', 'counts its words wrongly');
  } finally {
    inspection.leave();
    db.exec(`DROP TABLE IF EXISTS temp.stored_words; DROP TABLE IF EXISTS temp.wanted_words;
      DROP TABLE IF EXISTS temp."${copy}"`);
  }
}

function sameWord(one: WordPlaces, other: WordPlaces): boolean {
  return one.every((value, at) => value === other[at]);
}
