import type { CitedPassage } from '#contract/note.ts';
import { matchQuery } from '../search/index.ts';
import type { CaseStore } from '../store/index.ts';

type Row = Omit<CitedPassage, 'place'> & {
  page: number | null;
  paragraph: number;
  former: 0 | 1;
};

/** The passages of these ids as they are now, in the order of the ids; one that is gone is left out. */
export function citedPassages(store: CaseStore, ids: readonly string[]): CitedPassage[] {
  return store
    .all<Row>(
      `SELECT x.id, x.quotation, s.id AS source, s.title AS sourceTitle, s.language AS sourceLanguage, s.reliability,
         g.page, coalesce(g.ordinal + 1, 0) AS paragraph, x.text_sha256 <> s.text_sha256 AS former
       FROM json_each(?) wanted JOIN excerpt x ON x.id = wanted.value JOIN source s ON s.id = x.source_id
       LEFT JOIN segment g ON g.text_sha256 = x.text_sha256 AND g.start =
         (SELECT max(start) FROM segment WHERE text_sha256 = x.text_sha256 AND start <= x.start)
       ORDER BY wanted.key`,
      JSON.stringify(ids),
    )
    .map(({ page, paragraph, former, ...row }) => ({
      ...row,
      place: { page, paragraph, ...(former === 1 && { former: true }) },
    }));
}

/** Passages that a note may want to cite: those taken last, or those that hold all the words, the best first. */
export function citablePassages(
  store: CaseStore,
  { words, limit }: { words: string; limit: number },
): CitedPassage[] {
  const match = matchQuery(words);
  const ids =
    match === null
      ? store.all<{ id: string }>('SELECT id FROM excerpt ORDER BY id DESC LIMIT ?', limit)
      : store.all<{ id: string }>(
          `SELECT e.row_id AS id FROM search_words w JOIN search_entry e ON e.id = w.rowid
           WHERE search_words MATCH ? AND e.kind = 'excerpt' ORDER BY bm25(search_words), e.id LIMIT ?`,
          match,
          limit,
        );
  return citedPassages(
    store,
    ids.map(({ id }) => id),
  );
}
