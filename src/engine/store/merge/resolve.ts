import { readingTime } from '#shared/clock.ts';
import { CaseError } from '#contract/error.ts';
import type { Reads } from '../take-back.ts';
import { unlessCancelled, type Watch } from './accept.ts';
import type { Chain, Incoming } from './incoming.ts';
import { leaveOut } from './leave-out.ts';
import { mend } from './mend.ts';
import type { Key } from './references.ts';
import { bringBack } from './return.ts';
import { View } from './view.ts';

/** How a merge is to be done. */
export interface MergeOptions extends Watch {
  /**
   * Whether change sets of another case are taken in, with all their ids kept. What the other case says of itself is left
   * out, always; notes on it become notes on this one.
   */
  otherCase?: boolean | undefined;
  /** Whether change sets are taken in that are dated more than a day ahead of this computer's clock. */
  acceptClock?: boolean | undefined;
  /** Whether a row is to be left as it is here. What hangs on one that is not here is left out with it. */
  leaveOut?: ((key: Key) => boolean) | undefined;
  /** SHA-256 of texts and originals that were handed over without: a source may come in without these. */
  withheld?: readonly string[] | undefined;
  /**
   * Whether the rows are what the change sets make of them and nothing more: those of one file, that hold together in it. Two
   * sources of one document that somebody wants to have twice stay two.
   */
  asTheyAre?: boolean | undefined;
  /** Whether the merge is one step of undo. It is unless this is false: what comes by itself is nobody's gesture here. */
  asStep?: boolean | undefined;
  /** The case that a new file is to hold. */
  caseId?: string | undefined;
  /** The time of this computer, in Unix milliseconds. */
  now?: number | undefined;
}

/** How far ahead of this computer's clock a change set may be dated, in milliseconds. */
const mostAhead = 24 * 60 * 60 * 1000;

/** What a merge makes of a case. */
export interface Resolved {
  view: View;
  /** The rows that the change sets speak of, table by table and in the order of their ids. */
  touched: Key[];
  chains: Chain[];
}

/**
 * Works out what a case becomes with what comes in, and writes nothing. Each row becomes what all its changes make of it;
 * then what must not be gone comes back and what the tables forbid is mended.
 *
 * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` ({replica, sequence} or {table, id}),
 *   `merge.otherCase`, `merge.clockAhead` {replica, at}, `job.cancelled`
 */
export function resolve(reads: Reads, incoming: Incoming, options: MergeOptions): Resolved {
  const chains = incoming.chains(reads);
  checkClocks(chains, options);
  const touched = incoming.touched();
  const view = new View(reads, { incoming, caseId: caseOf(reads, touched, options) });
  view.preload(touched, (done) => {
    unlessCancelled(options);
    options.onProgress?.(done, touched.length * 2);
  });
  checkCase(view, touched, options);
  leaveOut(view, touched, options.leaveOut);
  for (const key of touched) {
    const state = view.state(key);
    if (state?.made !== true) {
      if (!view.isLeft(key)) throw new CaseError('merge.incomplete', { ...key });
      continue;
    }
    view.set(key, state.there ? { id: key.id, ...state.fields } : null);
  }
  if (options.asTheyAre !== true) {
    bringBack(view, touched);
    mend(view);
  }
  requireContent(view, reads, options);
  unlessCancelled(options);
  return { view, touched, chains };
}

/** The case of a file that holds none yet: of several that come in, the one that was asked for, or began first. */
function caseOf(reads: Reads, touched: readonly Key[], { caseId }: MergeOptions) {
  if (reads.one('SELECT 1 FROM case_file') !== undefined) return undefined;
  return caseId ?? touched.find(({ table }) => table === 'case_file')?.id;
}

function checkCase(view: View, touched: readonly Key[], { otherCase }: MergeOptions): void {
  if (otherCase === true) return;
  for (const key of touched) {
    if (key.table === 'case_file' && key.id !== view.caseId && !view.wasLeft(key)) {
      throw new CaseError('merge.otherCase', {});
    }
  }
}

function checkClocks(
  chains: readonly Chain[],
  { acceptClock, now = Date.now() }: MergeOptions,
): void {
  if (acceptClock === true) return;
  for (const { replica, clock } of chains) {
    const at = readingTime(clock);
    if (at > now + mostAhead) {
      throw new CaseError('merge.clockAhead', { replica, at: new Date(at).toISOString() });
    }
  }
}

/**
 * A source that comes in finds its text and its bytes, with where the words stand in it, and the texts that it had, and a
 * photograph its picture, unless they were withheld.
 */
export function requireContent(
  view: View,
  reads: Reads,
  { withheld = [] }: Pick<MergeOptions, 'withheld'>,
): void {
  const known = new Set(withheld);
  const isThere = (table: string, sha256: unknown) =>
    typeof sha256 === 'string' &&
    (known.has(sha256) ||
      reads.one(`SELECT 1 FROM "${table}" WHERE sha256 = ?`, sha256) !== undefined ||
      reads.one('SELECT 1 FROM withheld WHERE sha256 = ?', sha256) !== undefined);
  for (const { id, row } of view.changed('source')) {
    if (row === null || view.tableRow({ table: 'source', id }) !== null) continue;
    if (!isThere('blob', row['sha256'])) {
      throw new CaseError('merge.incomplete', { table: 'source', id });
    }
  }
  // A source that was read again has another text than the one that is here.
  for (const table of ['source', 'text_version']) {
    for (const { id, row } of view.changed(table)) {
      if (row === null) continue;
      const { text_sha256: text, layout_sha256: layout } = row;
      const before = view.tableRow({ table, id });
      const isNew = (column: string) => row[column] !== before?.[column];
      if (
        (isNew('text_sha256') && !isThere('extracted_text', text)) ||
        (isNew('layout_sha256') && typeof layout === 'string' && !isThere('blob', layout))
      ) {
        throw new CaseError('merge.incomplete', { table, id });
      }
    }
  }
  for (const { id, row } of view.changed('photo')) {
    if (row === null || view.tableRow({ table: 'photo', id }) !== null) continue;
    if (!isThere('blob', row['sha256'])) {
      throw new CaseError('merge.incomplete', { table: 'photo', id });
    }
  }
}
