import { expect } from 'vitest';
import { contentHash, type CaseStore } from '../index.ts';

/** Leaves room for so many more pages: when there is none, SQLite answers as it does on a disk that is full. */
function leaveRoom(store: CaseStore, pages: number): void {
  const held = store.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  store.one(`PRAGMA max_page_count = ${held + pages}`);
}

/** What the case holds, with what is in it besides its records and would stay if something half-done did. */
function held(store: CaseStore): string {
  const bulk = store.one(
    `SELECT (SELECT count(*) FROM blob_chunk) AS chunks, (SELECT count(*) FROM segment) AS segments,
     (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM search_text) AS searched`,
  );
  return `${contentHash(store)} ${JSON.stringify(bulk)}`;
}

/**
 * Does something with room for no page more, for one page, for two, until there is enough.
 *
 * @returns how each attempt but the last failed, and whether it left the case as it was
 */
export async function atEachPage(
  store: CaseStore,
  act: () => unknown,
): Promise<{ error: unknown; unchanged: boolean }[]> {
  const before = held(store);
  const failures: { error: unknown; unchanged: boolean }[] = [];
  for (let pages = 0; ; pages += 1) {
    leaveRoom(store, pages);
    try {
      await act();
      return failures;
    } catch (error) {
      failures.push({ error, unchanged: held(store) === before });
    }
  }
}

/** What each of so many attempts came to. */
export const refusals = (count: number, path: string) =>
  Array.from({ length: count }, () => ({
    error: expect.objectContaining({ code: 'file.diskFull', details: { path } }),
    unchanged: true,
  }));
