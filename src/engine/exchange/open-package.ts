import { existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { Actor } from '#contract/settings.ts';
import { newId } from '#shared/id.ts';
import { caseInfo } from '../cases/index.ts';
import {
  buildCase,
  createStore,
  fieldsOf,
  openStore,
  stageChangeSets,
  type CaseStore,
  type ClosedChangeSet,
} from '../store/index.ts';
import { writeFailure } from '../write-whole.ts';
import type { Keys } from './age.ts';
import type { Progress } from './export-package.ts';
import { damaged, unlessCancelled } from './failure.ts';
import { blobMember, memberNames, textMember } from './format.ts';
import { PackageReader } from './package-reader.ts';
import { takeContents } from './take-contents.ts';

export interface OpenPackageOptions {
  /** What opens the package, if it is encrypted. */
  keys?: Keys | undefined;
  /** Who works here, as for `openStore`. */
  actor: () => Actor;
  /** Encrypts the new case file. */
  passphrase?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Makes a new case file of a package and opens it: the same case with the same history, as a replica of its own. All
 * or nothing: the file is built under another name and takes its own when everything has been checked.
 *
 * @throws CaseError `package.notAPackage`, `package.damaged` {member}, `package.unsafePath` {member},
 *   `package.newerVersion`, `package.onlyChanges`, `package.passphraseNeeded`, `package.passphraseWrong`,
 *   `package.notForThisKey`; of the package, `file.notFound`, `file.notReadable`, `file.isFolder`; of the case file,
 *   `case.exists`, `file.notFound` (no such folder), `file.notWritable`, `file.diskFull`; `job.cancelled`
 */
export async function openPackage(
  packagePath: string,
  casePath: string,
  { actor, keys, passphrase, signal, onProgress }: OpenPackageOptions,
): Promise<CaseStore> {
  const target = resolve(casePath);
  if (existsSync(target)) throw new CaseError('case.exists', { path: target });
  checkFolder(dirname(target));
  unlessCancelled(signal);
  const progress = { done: 0, total: 0 };
  const reader = await PackageReader.open(resolve(packagePath), {
    ...keys,
    signal,
    onBytes: (count) => {
      progress.done += count;
      onProgress?.({ ...progress });
    },
  });
  try {
    if (reader.manifest.scope === 'delta') {
      throw new CaseError('package.onlyChanges', { path: reader.path });
    }
    progress.total = reader.byteSize;
    checkSpace(target, reader.byteSize);
    const unfinished = join(dirname(target), `.${basename(target)}.${newId()}.part`);
    try {
      const store = createStore(unfinished, { passphrase, actor });
      try {
        await fill(store, reader);
        checkCase(store, reader);
      } finally {
        store.close();
      }
      unlessCancelled(signal);
      if (existsSync(target)) throw new CaseError('case.exists', { path: target });
      renameSync(unfinished, target);
    } catch (error) {
      for (const end of ['', '-wal', '-shm', '-journal']) {
        rmSync(`${unfinished}${end}`, { force: true });
      }
      throw failureOf(error, unfinished, target);
    }
  } finally {
    reader.close();
  }
  return openStore(target, { passphrase, actor });
}

async function fill(store: CaseStore, reader: PackageReader): Promise<void> {
  // Read for its hash alone.
  for await (const _ of reader.cover()) continue;
  await takeContents(store, reader, reader);
  const { case: head, withheld, leftOut } = reader.manifest;
  const named = new Map<string, string>();
  try {
    const incoming = await stageChangeSets(store, naming(reader.changeSets(), named));
    try {
      buildCase(store, incoming, { caseId: head.id, withheld, asTheyAre: leftOut === 0 });
    } finally {
      incoming.close();
    }
  } catch (error) {
    const missing = error instanceof CaseError && error.code === 'merge.incomplete';
    const known = new Set([...reader.texts, ...reader.blobs, ...withheld]);
    const member = missing ? [...named].find(([sha256]) => !known.has(sha256))?.[1] : undefined;
    throw isUnfit(error) ? damaged(reader.path, member ?? memberNames.changes, error) : error;
  }
}

/** The tables whose rows name bytes or text by their SHA-256. */
const hasContent = new Set(['source', 'text_version', 'photo']);

/** Change sets as they are, noting the members that the sources and photographs they make need. */
async function* naming(
  sets: AsyncIterable<ClosedChangeSet>,
  named: Map<string, string>,
): AsyncGenerator<ClosedChangeSet, void, undefined> {
  for await (const set of sets) {
    for (const change of set.changes.filter(({ tableName }) => hasContent.has(tableName))) {
      const { sha256, text_sha256: text, layout_sha256: layout } = fieldsOf(change);
      for (const blob of [sha256?.[1], layout?.[1]]) {
        if (typeof blob === 'string') named.set(blob, blobMember(blob));
      }
      if (typeof text?.[1] === 'string') named.set(text[1], textMember(text[1]));
    }
    yield set;
  }
}

/** Whether changes were told not to be those of a case: each by itself, or with the others. */
function isUnfit(error: unknown): boolean {
  if (error instanceof CaseError) {
    return error.code === 'input.invalid' || error.code.startsWith('merge.');
  }
  return isConstraint(error);
}

function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(error.code)
  );
}

/** The changes have made the case that the manifest speaks of. */
function checkCase(store: CaseStore, { manifest, path }: PackageReader): void {
  let info;
  try {
    info = caseInfo(store);
  } catch (error) {
    throw damaged(path, memberNames.changes, error);
  }
  const { counts, leftOut } = manifest;
  const cases = store.one<{ n: number }>('SELECT count(*) AS n FROM case_file')?.n;
  // Rows that were left out of the case it was made of are in its history, and so in this one.
  const comparable = leftOut === 0;
  const same =
    cases === 1 &&
    Object.entries(info.counts).every(
      ([key, count]) =>
        !comparable ||
        Object.entries(counts).some(([name, declared]) => name === key && declared === count),
    ) &&
    info.id === manifest.case.id &&
    info.title === manifest.case.title &&
    info.reference === manifest.case.reference &&
    info.language === manifest.case.language &&
    info.handling === manifest.case.handling;
  if (!same) throw damaged(path, memberNames.manifest);
  const lacking = (column: string, table: string) =>
    `iif(${column} IN (SELECT sha256 FROM ${table} UNION ALL SELECT sha256 FROM withheld), NULL, ${column})`;
  const text = lacking('text_sha256', 'extracted_text');
  for (const { text: lacksText, blob } of store.each<{ text: string | null; blob: string | null }>(
    `SELECT ${text} AS text, ${lacking('sha256', 'blob')} AS blob FROM source
     UNION ALL SELECT ${text}, ${lacking('layout_sha256', 'blob')} FROM text_version
     UNION ALL SELECT NULL, ${lacking('layout_sha256', 'blob')} FROM source
     UNION ALL SELECT NULL, ${lacking('sha256', 'blob')} FROM photo`,
  )) {
    if (lacksText !== null) throw damaged(path, textMember(lacksText));
    if (blob !== null) throw damaged(path, blobMember(blob));
  }
}

function checkFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) throw new CaseError('file.notFound', { path: folder });
  if (!there.isDirectory()) throw new CaseError('file.notWritable', { path: folder });
}

/** A package that would fill the disk is told before anything is written, whatever it unpacks from. */
function checkSpace(target: string, byteSize: number): void {
  const { bavail, bsize } = statfsSync(dirname(target));
  if (byteSize > bavail * bsize) throw new CaseError('file.diskFull', { path: target });
}

/** The error as told of the file that was asked for: nobody knows the one it was built in. */
function failureOf(error: unknown, unfinished: string, target: string): unknown {
  const failure = writeFailure(error, target);
  if (failure instanceof CaseError && failure.details['path'] === unfinished) {
    return new CaseError(failure.code, { ...failure.details, path: target }, failure.cause);
  }
  return failure;
}
