/*
 * From what a person types to FTS5's query language (https://sqlite.org/fts5.html#full_text_query_syntax). Nothing typed
 * is read as that language: words are quoted, so no typing can be a syntax error.
 */

/** The words of a query, and whether each stands in quotation marks, as a phrase. */
function parts(text: string): { words: string[]; phrase: boolean }[] {
  const found: { words: string[]; phrase: boolean }[] = [];
  for (const [, phrase, word] of text.matchAll(/["“”«»]([^"“”«»]+)["“”«»]|([^\s"“”«»]+)/gu)) {
    const words = (phrase ?? word ?? '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length > 0) found.push({ words, phrase: phrase !== undefined });
  }
  return found;
}

/**
 * A query for words: all of them must occur, the last letters of each may be missing, and what stands in quotation
 * marks must occur as it stands.
 *
 * @returns null when there is no word in the text
 */
export function matchQuery(text: string): string | null {
  const found = parts(text);
  if (found.length === 0) return null;
  return found.map(({ words, phrase }) => `"${words.join(' ')}"${phrase ? '' : '*'}`).join(' AND ');
}

/** Names that match a query, as SQL that gives their ids, and the value for its one parameter; null for no word. */
export function namesMatching(text: string): { ids: string; query: string } | null {
  const words = parts(text).flatMap((part) => part.words);
  if (words.length === 0) return null;
  // Trigrams find a word by any three letters of it in a row; a shorter word only by its beginning.
  const table = words.every((word) => word.length >= 3) ? 'search_names' : 'search_words';
  return {
    ids: `SELECT row_id FROM search_entry WHERE kind = 'name'
      AND id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`,
    query:
      table === 'search_names'
        ? words.map((word) => `"${word}"`).join(' AND ')
        : words.map((word) => `"${word}"*`).join(' AND '),
  };
}
