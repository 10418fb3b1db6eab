import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { Actor } from '#contract/settings.ts';
import { readingTime } from '#shared/clock.ts';
import { caseInfo } from '../cases/index.ts';
import {
  blobChunkSize,
  listBlobs,
  listTexts,
  readBlob,
  readSegments,
  type CaseStore,
  type ClosedChangeSet,
} from '../store/index.ts';
import { programVersion } from '../version.ts';
import { coverPage } from './cover.ts';
import {
  blobMember,
  formatName,
  memberNames,
  packageVersion,
  textMember,
  type Manifest,
  type Member,
} from './format.ts';
import { asLines } from './lines.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

/** How far a long piece of work has come, in steps of about the same length. */
export interface Progress {
  done: number;
  total: number;
}

export interface ExportOptions {
  /** Who hands the case on; left out, who made its latest change. */
  actor?: Actor | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** What of a case goes into a package, as it was at one moment. Everything in it only ever grows. */
interface Snapshot {
  head: Omit<Manifest, 'members'>;
  latest: number;
  texts: { sha256: string }[];
  blobs: { sha256: string; byteSize: number }[];
}

/**
 * Writes the whole case, its history included, as a package. The case as it is now goes in, whatever is done to it
 * meanwhile, and the same case gives the same bytes.
 *
 * @param path of the package; a file that is there is replaced when the new one is whole
 * @returns the package's path, size in bytes and SHA-256
 * @throws CaseError `file.diskFull`, `file.notFound` (no such folder), `file.notWritable`, `file.isFolder`, `case.inUse`
 *   when `path` is the case file itself, `job.cancelled`
 */
export async function exportPackage(
  store: CaseStore,
  path: string,
  { actor, signal, onProgress }: ExportOptions = {},
): Promise<{ path: string; byteSize: number; sha256: string }> {
  const target = resolve(path);
  refuseItself(store, target);
  const snapshot = snapshotOf(store, actor);
  const members: Member[] = [];
  const progress = { done: 0, total: stepsOf(snapshot) };
  const step = () => {
    progress.done += 1;
    onProgress?.({ ...progress });
  };
  const measured = (name: string, compress: boolean, content: () => Iterable<Buffer>): ZipPart => ({
    name,
    compress,
    content: () => measure(name, content(), (member) => members.push(member)),
  });
  const parts: ZipPart[] = [
    measured(memberNames.cover, true, () => [Buffer.from(coverPage(snapshot.head), 'utf8')]),
    measured(memberNames.changes, true, () =>
      asLines(counted(changeSets(store, snapshot.latest), step)),
    ),
    ...snapshot.texts.map(({ sha256 }) =>
      measured(textMember(sha256), true, function* segments() {
        yield* asLines(segmentLines(store, sha256));
        step();
      }),
    ),
    ...snapshot.blobs.map(({ sha256 }) =>
      measured(blobMember(sha256), isCompressible(store, sha256), () =>
        counted(readBlob(store, sha256), step),
      ),
    ),
    {
      name: memberNames.manifest,
      compress: true,
      // The last of the parts: by now the members are known.
      content: () => [
        Buffer.from(`${JSON.stringify({ ...snapshot.head, members }, null, 1)}\n`, 'utf8'),
      ],
    },
  ];
  return { path: target, ...(await writeZip(target, parts, signal)) };
}

function snapshotOf(store: CaseStore, actor: Actor | undefined): Snapshot {
  const info = caseInfo(store);
  const latest = store.one<{ id: number; clock: string | null; actor: string | null }>(
    `SELECT coalesce(max(id), 0) AS id, (SELECT max(clock) FROM change_set) AS clock,
       (SELECT actor FROM change_set ORDER BY clock DESC, replica DESC LIMIT 1) AS actor FROM change_set`,
  );
  const clock = latest?.clock ?? null;
  return {
    head: {
      format: formatName,
      formatVersion: packageVersion,
      caseFormat: info.formatVersion,
      scope: 'whole',
      case: {
        id: info.id,
        title: info.title,
        reference: info.reference,
        language: info.language,
        handling: info.handling,
      },
      madeAt: clock === null ? info.createdAt : new Date(readingTime(clock)).toISOString(),
      madeBy: {
        program: 'Legajo',
        version: programVersion(),
        actor: actor ?? Actor.parse(JSON.parse(latest?.actor ?? '{}')),
      },
      replicas: store.all(
        `SELECT replica, sequence, hash FROM change_set s
         WHERE sequence = (SELECT max(sequence) FROM change_set t WHERE t.replica = s.replica) ORDER BY replica`,
      ),
      counts: info.counts,
    },
    latest: latest?.id ?? 0,
    texts: listTexts(store),
    blobs: listBlobs(store),
  };
}

function stepsOf({ head, texts, blobs }: Snapshot): number {
  return blobs.reduce(
    (sum, { byteSize }) => sum + Math.ceil(byteSize / blobChunkSize),
    head.counts.changeSets + texts.length,
  );
}

/** Change sets read at a time. */
const batch = 200;

/** The change sets of a case up to one of them, in the order in which they came into this file. */
function* changeSets(
  store: CaseStore,
  latest: number,
): Generator<ClosedChangeSet, void, undefined> {
  let after = 0;
  for (;;) {
    const sets = store.all<Omit<ClosedChangeSet, 'changes'> & { id: number }>(
      `SELECT id, replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
       FROM change_set WHERE id > ? AND id <= ? ORDER BY id LIMIT ${batch}`,
      after,
      latest,
    );
    for (const { id, ...set } of sets) {
      const changes = store.all<ClosedChangeSet['changes'][number]>(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields
         FROM change WHERE change_set_id = ? ORDER BY id`,
        id,
      );
      yield { ...set, changes };
      after = id;
    }
    if (sets.length < batch) return;
  }
}

function* segmentLines(store: CaseStore, sha256: string): Generator<object, void, undefined> {
  for (const { ordinal, start, kind, page, content } of readSegments(store, sha256)) {
    yield { ordinal, start, kind, page, content };
  }
}

/** PDF files and ZIP archives (DOCX, EPUB) are compressed within; trying again takes time and gives nothing. */
function isCompressible(store: CaseStore, sha256: string): boolean {
  const head = store.one<{ head: Buffer }>(
    'SELECT substr(bytes, 1, 4) AS head FROM blob_chunk WHERE sha256 = ? AND ordinal = 0',
    sha256,
  )?.head;
  return head === undefined || !['%PDF', 'PK\x03\x04'].includes(head.toString('latin1'));
}

function* counted<T>(items: Iterable<T>, step: () => void): Generator<T, void, undefined> {
  for (const item of items) {
    yield item;
    step();
  }
}

function* measure(
  name: string,
  content: Iterable<Buffer>,
  done: (member: Member) => void,
): Generator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for (const part of content) {
    hash.update(part);
    byteSize += part.length;
    yield part;
  }
  done({ name, byteSize, sha256: hash.digest('hex') });
}

/** A package must not be put where the case itself is. */
function refuseItself(store: CaseStore, target: string): void {
  const there = statSync(target, { throwIfNoEntry: false });
  const own = statSync(store.opening.path, { throwIfNoEntry: false });
  if (there !== undefined && there.ino === own?.ino && there.dev === own.dev) {
    throw new CaseError('case.inUse', { path: target });
  }
}
