import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { RepairReport } from '#contract/safety.ts';
import { CaseError } from '#contract/error.ts';
import { readingTime } from '#shared/clock.ts';
import { isId } from '#shared/id.ts';
import type { CaseStore } from '../case-store.ts';
import { storeFailure } from '../failure.ts';
import { lineageWith } from '../lineage.ts';
import { setLocal } from '../local.ts';
import { areMerges } from '../merge/index.ts';
import { createStore, enter, existing, lockFor } from '../open.ts';
import { openHere } from '../open-files.ts';
import { bringBlobs, bringTexts } from './content.ts';
import { decide, type Decided } from './decide.ts';
import { PageFile } from './page-file.ts';
import { Past } from './past.ts';
import { bringAbsences, bringRows, replayPast } from './rebuild.ts';
import { Remarks } from './remarks.ts';
import { Salvage } from './salvage.ts';
import { settle } from './settle.ts';
import { Survey } from './survey.ts';

type Actor = Parameters<typeof createStore>[1]['actor'];

/**
 * Puts all that can be read of a damaged case file into a new one, and tells what was lost. The damaged file is read page
 * by page, without SQLite, and is not changed. Tables and journal stand in for each other: a row whose page is lost is
 * what the journal knows of it, and a change whose page is lost is what its row became, if its change set then has its
 * hash. The new file is sound, and encrypted if the damaged one is. Its history is that of the damaged file up to the
 * first gesture of which something is lost, and then one gesture that says that it was repaired.
 *
 * @param out the new file; nothing may be there
 * @throws CaseError `case.notFound`, `case.exists`, `case.inUse` while it is open anywhere, `case.passphraseNeeded`,
 *   `case.passphraseWrong`, `case.notACaseFile`, `repair.nothing` when nothing of a case can be read, `file.diskFull`,
 *   `file.notFound` (no such folder)
 */
export function repairFile(
  path: string,
  out: string,
  { passphrase, actor }: { passphrase?: string | undefined; actor: Actor },
): RepairReport {
  const damaged = existing(path);
  const target = resolve(out);
  if (existsSync(target)) throw new CaseError('case.exists', { path: target });
  if (!existsSync(dirname(target))) throw new CaseError('file.notFound', { path: dirname(target) });
  if (openHere(damaged) !== undefined) throw new CaseError('case.inUse', { path: damaged });
  const { lock, holder } = lockFor(damaged);
  if (lock === null && holder !== null)
    throw new CaseError('case.inUse', { path: damaged, ...holder });
  try {
    return repaired(damaged, target, passphrase, actor);
  } catch (error) {
    throw storeFailure(error, target);
  } finally {
    lock?.release();
  }
}

function repaired(
  path: string,
  out: string,
  passphrase: string | undefined,
  actor: Actor,
): RepairReport {
  const pages = new PageFile(path, passphrase);
  try {
    const survey = new Survey(pages);
    const salvage = new Salvage(survey);
    const past = new Past(salvage);
    const tables = decide(salvage, past);
    const found = [...tables.values()].reduce((sum, { rows }) => sum + rows.size, 0);
    if (found + salvage.chunks.size + salvage.segments.size === 0) {
      throw new CaseError('repair.nothing', { path });
    }
    const remarks = new Remarks();
    noteLost(tables, remarks);
    const draft = `${out}.part`;
    discard(draft);
    try {
      const store = createStore(draft, {
        passphrase: pages.encrypted ? passphrase : undefined,
        actor,
      });
      let kept: number;
      let rows: ReadonlyMap<string, number>;
      let repairedBy: boolean;
      try {
        bringTexts(store, salvage, tables, remarks);
        bringBlobs(store, salvage, tables, remarks);
        settle(tables, remarks, basename(path).replace(/\.casefile$/iu, ''));
        bringAbsences(store, salvage);
        kept = replayPast(store, past);
        bringRows(store, tables, remarks);
        repairedBy =
          store.one(`SELECT 1 FROM change_set WHERE replica = ?`, store.replica) !== undefined;
        rows = rowsIn(store, [...tables.keys(), 'blob', 'extracted_text']);
      } finally {
        store.close();
      }
      const isWhole = past.whole && kept === past.known;
      if (isWhole && !repairedBy) inherit(draft, salvage, pages.encrypted ? passphrase : undefined);
      if (existsSync(out)) throw new CaseError('case.exists', { path: out });
      renameSync(draft, out);
      return {
        path,
        out,
        tables: [...rows].map(([table, count]) => ({
          table,
          kept: count,
          restored: restoredIn(tables.get(table)),
          lost: remarks.lostOf(table),
        })),
        lost: remarks.lost,
        totalLost: remarks.totalLost,
        mended: remarks.mended,
        totalMended: remarks.totalMended,
        pages: { total: pages.count, unreadable: survey.unreadable.size },
        untold:
          salvage.contentUntold || [...tables.values()].some(({ unknown }) => unknown === null),
        history: {
          state: isWhole ? 'whole' : kept > 0 ? 'partly' : 'lost',
          kept,
          lost: past.known - kept,
          until: until(past, kept),
        },
      };
    } finally {
      discard(draft);
    }
  } finally {
    pages.close();
  }
}

/** Lets undo go on in the new file where it was in the damaged one, when nothing of its history is missing. */
function inherit(path: string, salvage: Salvage, passphrase: string | undefined): void {
  const replica = salvage.local.get('replica');
  if (replica === undefined || !isId(replica)) return;
  const db = new Database(path);
  try {
    enter(db, path, passphrase !== undefined, passphrase);
    db.pragma('temp_store = MEMORY');
    let lineage: string;
    try {
      lineage = lineageWith(db, replica, salvage.local.get('lineage'));
    } catch {
      // What it was before is not to be read any more.
      lineage = lineageWith(db, replica, '[]');
    }
    // Ids of change sets are as they were, so what came in together is known by them.
    const merges = salvage.local.get('merges');
    setLocal(db, { lineage, ...(merges !== undefined && areMerges(merges) ? { merges } : {}) });
  } finally {
    db.close();
  }
}

/** Tells of the rows that cannot be had, before anything else goes because of them. */
function noteLost(tables: ReadonlyMap<string, Decided>, remarks: Remarks): void {
  for (const [table, { rows, lost, doubted, old, unheard, unknown }] of tables) {
    for (const [id, told] of doubted) {
      const row = rows.get(id) ?? {};
      const unlike = Object.keys(told).filter((column) => told[column] !== row[column]);
      const words = unlike.map((column) => `${column}: ${JSON.stringify(told[column])}`).join(', ');
      remarks.mend(
        table,
        id,
        `the journal says otherwise, and neither can be proved: ${words}`,
        row,
      );
    }
    for (const [id, what] of old) remarks.mend(table, id, what, rows.get(id));
    for (const [id, row] of unheard) {
      remarks.lose(table, id, 'was made by no gesture of the journal, which is whole', row);
    }
    for (const id of lost)
      remarks.lose(table, id, 'can be read neither in its table nor in the journal');
    if (unknown !== null && unknown > 0) {
      remarks.lose(
        table,
        '',
        `up to ${unknown} rows of which nothing is known`,
        undefined,
        unknown,
      );
    }
  }
}

function restoredIn(decided: Decided | undefined): number {
  let count = 0;
  for (const id of decided?.restored ?? []) if (decided?.rows.has(id) === true) count += 1;
  return count;
}

function rowsIn(store: CaseStore, tables: readonly string[]): Map<string, number> {
  return new Map(
    tables.map((table) => [
      table,
      store.one<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}"`)?.rows ?? 0,
    ]),
  );
}

/** Time of the last change set that was kept. */
function until(past: Past, kept: number): string | null {
  let clock: string | null = null;
  let at = 0;
  for (const set of past.sets()) {
    at += 1;
    if (at === kept) clock = set.clock;
  }
  return clock === null ? null : new Date(readingTime(clock)).toISOString();
}

/** Clears away what a repair that was ended in the middle left of the new file. */
export function discardRepair(out: string): void {
  discard(`${resolve(out)}.part`);
}

function discard(draft: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm', '-lock']) {
    rmSync(`${draft}${ending}`, { force: true });
  }
}
