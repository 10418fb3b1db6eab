import { CaseError } from '#contract/error.ts';
import { Actor } from '#contract/settings.ts';
import { caseInfo } from '../../cases/index.ts';
import {
  mergeChangeSets,
  settleWithheld,
  stageChangeSets,
  type CaseStore,
  type ClosedChangeSet,
  type Incoming,
  type Key,
  type Merged,
} from '../../store/index.ts';
import type { Keys } from '../age.ts';
import { PackageReader } from '../package-reader.ts';
import { digestOf, sha256OfFile, type Seen } from './package-file.ts';
import { lackingIn, takeContents } from '../take-contents.ts';

/** How a package is opened and held against a case. */
export interface PackageOptions {
  /** What opens the package, if it is encrypted. */
  keys?: Keys | undefined;
  /** Whether a package of another case is added to this one. */
  otherCase?: boolean | undefined;
  /** Whether changes are taken in that are dated more than a day ahead of this computer's clock. */
  acceptClock?: boolean | undefined;
  /** Asked now and then: whether the work is to end, with nothing changed. */
  isCancelled?: (() => boolean) | undefined;
  onProgress?: ((step: Step) => void) | undefined;
}

/** How far the work on a package is, in steps of about the same length. */
export interface Step {
  state: 'reading' | 'merging';
  done: number;
  total: number;
}

/** What of a package is left as it is in the case: all records of some tables, and some by themselves. */
export interface LeaveOut {
  tables: readonly string[];
  records: readonly Key[];
}

export interface MergePackageOptions extends PackageOptions {
  leaveOut?: LeaveOut | undefined;
  /** Whether it is one step of undo. It is unless this is false. */
  asStep?: boolean | undefined;
  /** Called before anything is written, when there is something to write. */
  before?: (() => Promise<void>) | undefined;
  /** The package as it was looked through: it is refused if it has changed since. */
  seen?: Seen | undefined;
}

export interface MergedPackage extends Merged {
  /** Texts and originals that came in. */
  contents: number;
}

/**
 * Merges a package into a case that is open for writing, in one transaction: what others did, and the texts and originals
 * that it needs. Nobody else may use the store meanwhile. The same package again changes nothing.
 *
 * @throws CaseError `package.changed`, those of `PackageReader.open`, `package.damaged` {member}; `merge.altered`,
 *   `merge.incomplete` {replica, sequence, by} or {table, id}, `merge.otherCase`, `merge.clockAhead` {replica, at},
 *   `job.cancelled`, and those of `CaseStore.gesture`
 */
export async function mergePackage(
  store: CaseStore,
  path: string,
  options: MergePackageOptions = {},
): Promise<MergedPackage> {
  const { seen, leaveOut } = options;
  if (seen !== undefined && (await sha256OfFile(path, stopper(options))) !== seen.sha256) {
    throw new CaseError('package.changed', { path });
  }
  return readingPackage(store, path, options, async (reader, incoming) => {
    if (seen !== undefined && digestOf(reader.manifest) !== seen.manifest) {
      throw new CaseError('package.changed', { path });
    }
    const lacking = lackingIn(store, reader);
    const contents = lacking.texts.length + lacking.blobs.length;
    if (contents === 0 && incoming.chains(store).length === 0) {
      return { taken: 0, mended: 0, leftOut: 0, contents };
    }
    await options.before?.();
    return store.whole(async () => {
      await takeContents(store, reader, lacking);
      const merged = mergeChangeSets(store, incoming, {
        // The manifest was asked whose case it is: what a colleague added to it from another comes along.
        otherCase: true,
        acceptClock: options.acceptClock,
        withheld: reader.manifest.withheld,
        asStep: options.asStep,
        leaveOut: leaveOut === undefined ? undefined : isLeftOut(leaveOut),
        isCancelled: options.isCancelled,
        onProgress: (done, total) => options.onProgress?.({ state: 'merging', done, total }),
      });
      if (contents > 0) store.replay((writer) => settleWithheld(writer));
      return { ...merged, contents };
    });
  });
}

/**
 * Reads the change sets of a package and holds them against a case, and does something with what is new to it.
 *
 * @throws CaseError as `mergePackage`
 */
export async function readingPackage<T>(
  store: CaseStore,
  path: string,
  options: PackageOptions,
  work: (reader: PackageReader, incoming: Incoming) => Promise<T> | T,
): Promise<T> {
  let done = 0;
  let total = 0;
  const stop = stopper(options);
  const reader = await PackageReader.open(path, {
    ...options.keys,
    onBytes: (count) => {
      stop();
      done += count;
      options.onProgress?.({ state: 'reading', done, total });
    },
  });
  const people = new Map<string, string>();
  try {
    const { manifest } = reader;
    total = reader.byteSize;
    if (manifest.case.id !== caseInfo(store).id && options.otherCase !== true) {
      throw new CaseError('merge.otherCase', { title: manifest.case.title });
    }
    // Read for its hash alone.
    for await (const _ of reader.cover()) continue;
    const incoming = await stageChangeSets(store, noting(reader, people), options);
    try {
      return await work(reader, incoming);
    } finally {
      incoming.close();
    }
  } catch (error) {
    throw withName(error, store, people);
  } finally {
    reader.close();
  }
}

/** What throws when the work is to end. */
export function stopper({ isCancelled }: PackageOptions): () => void {
  return () => {
    if (isCancelled?.() === true) throw new CaseError('job.cancelled', {});
  };
}

function isLeftOut({ tables, records }: LeaveOut): (key: Key) => boolean {
  const whole = new Set(tables);
  const single = new Set(records.map(({ table, id }) => `${table} ${id}`));
  return ({ table, id }) => whole.has(table) || single.has(`${table} ${id}`);
}

/** The change sets of a package, noting who made the latest of each replica. */
async function* noting(
  reader: PackageReader,
  people: Map<string, string>,
): AsyncGenerator<ClosedChangeSet, void, undefined> {
  for await (const set of reader.changeSets()) {
    people.set(set.replica, set.actor);
    yield set;
  }
}

/** What is missing, or was altered, with the name of whose work it is: a replica is known to nobody by its id. */
function withName(error: unknown, store: CaseStore, people: ReadonlyMap<string, string>): unknown {
  if (!(error instanceof CaseError)) return error;
  const { code, details, cause } = error;
  const { replica } = details;
  if (!(code === 'merge.incomplete' || code === 'merge.altered') || typeof replica !== 'string') {
    return error;
  }
  const actor =
    people.get(replica) ??
    store.one<{ actor: string }>(
      'SELECT actor FROM change_set WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
      replica,
    )?.actor;
  if (actor === undefined) return error;
  return new CaseError(code, { ...details, by: Actor.parse(JSON.parse(actor)).name }, cause);
}
