import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { ListOrphansInput, Orphan } from '#contract/text-version.ts';
import { CarryThread, textOf, wordsIn, type Place } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';
import { passageAt, passageById, wholeCharacters } from './passage.ts';
import { absorb, place } from './reshape.ts';

/*
 * Orphans: passages that stand in a text their source no longer has, because it was read again and they had no sure place
 * in what came of it. They keep all that hangs on them.
 */

interface Row {
  excerpt: string;
  sourceId: string;
  title: string;
  quotation: string;
  prefix: string;
  suffix: string;
  tags: number;
  evidence: number;
  start: number;
  end: number;
  textSha256: string;
  textNow: string;
}

const orphaned = `FROM excerpt x JOIN source s ON s.id = x.source_id WHERE x.text_sha256 <> s.text_sha256`;

/** How many orphans there are. */
export function countOrphans(store: CaseStore): number {
  return store.one<{ n: number }>(`SELECT count(*) AS n ${orphaned}`)?.n ?? 0;
}

/**
 * Orphans with the places that they may have, in the order of the sources by title, and of the text in which they stand.
 * Long texts are held against each other in a thread.
 */
export async function listOrphans(
  store: CaseStore,
  { source, offset, limit }: Omit<z.infer<typeof ListOrphansInput>, 'handle'>,
): Promise<{ items: Orphan[]; total: number }> {
  const condition = source === undefined ? '' : 'AND x.source_id = ?';
  const parameters = source === undefined ? [] : [source];
  const total = store.one<{ n: number }>(
    `SELECT count(*) AS n ${orphaned} ${condition}`,
    ...parameters,
  );
  const rows = store.all<Row>(
    `SELECT x.id AS excerpt, s.id AS sourceId, s.title, x.quotation, x.prefix, x.suffix, x.start, x."end",
       x.text_sha256 AS textSha256, s.text_sha256 AS textNow,
       (SELECT count(*) FROM excerpt_tag t WHERE t.excerpt_id = x.id) AS tags,
       (SELECT count(*) FROM evidence v WHERE v.excerpt_id = x.id) AS evidence
     ${orphaned} ${condition} ORDER BY s.title COLLATE NOCASE, s.id, x.text_sha256, x.start, x.id LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  const candidates = await candidatesFor(store, rows);
  const items = rows.map(({ excerpt, sourceId, title, quotation, prefix, suffix, ...row }) => ({
    excerpt,
    source: { id: sourceId, title },
    quotation,
    prefix,
    suffix,
    tags: row.tags,
    evidence: row.evidence,
    candidates: candidates.get(excerpt) ?? [],
  }));
  return { items, total: total?.n ?? 0 };
}

type Candidates = Orphan['candidates'];

/** What was found for orphans of a case, by the passage and the two texts; it is the same as long as those are. */
const known = new WeakMap<CaseStore, Map<string, Candidates>>();
/** Orphans for which it is remembered. */
const mostKnown = 5000;

async function candidatesFor(
  store: CaseStore,
  rows: readonly Row[],
): Promise<Map<string, Candidates>> {
  const remembered = known.get(store) ?? new Map<string, Candidates>();
  known.set(store, remembered);
  if (remembered.size > mostKnown) remembered.clear();
  const keyOf = (row: Row) =>
    `${row.excerpt} ${row.start} ${row.end} ${row.textSha256} ${row.textNow}`;
  const asked = rows.filter((row) => !remembered.has(keyOf(row)));
  const thread = new CarryThread();
  try {
    for (const group of Map.groupBy(asked, (row) => `${row.textSha256} ${row.textNow}`).values()) {
      const [first] = group;
      const after = first === undefined ? null : textOf(store, first.textNow);
      if (first === undefined || after === null) continue;
      const before = textOf(store, first.textSha256);
      const found =
        before === null
          ? await offersByWords(thread, after, group)
          : await thread.offer(before, after, group);
      for (const [at, row] of group.entries()) {
        const offered = (found[at] ?? []).map(({ start, end, score }) => ({
          start,
          end,
          ...wordsIn(after, { start, end }),
          score,
        }));
        remembered.set(keyOf(row), offered);
      }
    }
  } finally {
    await thread.close();
  }
  return new Map(rows.map((row) => [row.excerpt, remembered.get(keyOf(row)) ?? []]));
}

/** Where the text in which passages stand was not handed over, what is kept with each has to do. */
async function offersByWords(
  thread: CarryThread,
  after: string,
  rows: readonly Row[],
): Promise<Place[][]> {
  const found: Place[][] = [];
  for (const { prefix, quotation, suffix } of rows) {
    const span = { start: prefix.length, end: prefix.length + quotation.length };
    const [places = []] = await thread.offer(`${prefix}${quotation}${suffix}`, after, [span]);
    found.push(places);
  }
  return found;
}

/**
 * Puts a passage where it belongs in the text that its source has, with its mentions. If another passage has just that
 * span, it takes on what hangs on this one.
 *
 * @param span UTF-16 offsets in the text of now
 * @throws CaseError `record.notFound`, `excerpt.outsideText`, `excerpt.contrary`
 */
export function placeOrphan(
  store: CaseStore,
  id: string,
  span: { start: number; end: number },
): void {
  store.gesture('excerpt.place', (writer) => {
    const passage = passageById(writer, id);
    const { sourceId } = passage;
    const text = writer.one<{ sha256: string; length: number }>(
      'SELECT text_sha256 AS sha256, text_length AS length FROM source WHERE id = ?',
      sourceId,
    );
    if (text === undefined) throw new CaseError('record.notFound', { id: sourceId });
    const whole = wholeCharacters(store, text, span);
    const there = passageAt(writer, sourceId, text.sha256, whole);
    if (there !== undefined && there.id !== id) absorb(writer, passage, there);
    else place(store, writer, { id, textSha256: text.sha256 }, whole);
  });
}
