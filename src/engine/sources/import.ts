import { basename, extname } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { isEdtf } from '#shared/edtf.ts';
import { newId } from '#shared/id.ts';
import {
  storeFailure,
  writeBlobFromFile,
  writeText,
  type CaseStore,
  type Writer,
  openHere,
} from '../store/index.ts';
import { extractDocument, type Extraction } from './extract/index.ts';
import { provenanceColumns } from './list.ts';

/** Documents being read at the same time: enough to keep the workers busy while others wait for the disk. */
const atOnce = 16;
/** A gesture of an import holds at most so many documents, or so many bytes of them. */
const batchDocuments = 128;
const batchBytes = 16 * 1024 * 1024;
/** What was read waits no longer than this for more, in milliseconds, so that a slow import is seen to go on. */
const batchWait = 2000;

/** A document that was read and is still to be written. */
interface ReadDocument {
  item: ImportItem;
  extraction: Extraction;
}

/** What becomes of an import's files, told as it is known. An `imported` file is on the disk. */
export interface ImportWatcher {
  started(item: ImportItem): void;
  settled(item: ImportItem): void;
}

/**
 * Imports documents. Each stands or falls alone: one that cannot be read is reported with its reason, and the others go
 * in. The same bytes are not imported twice. Documents are written in batches, each one gesture; an aborted import keeps
 * what it has imported and reports the rest as cancelled.
 *
 * @param provenance what is set on each source, before what the document says of itself
 * @throws CaseError `edtf.invalid`, before anything is read; `file.diskFull`, `case.vanished` and their like when the case
 *   file fails, after every file was reported
 */
export async function importDocuments(
  store: CaseStore,
  paths: readonly string[],
  provenance: ProvenanceChanges,
  watcher: ImportWatcher,
  signal?: AbortSignal,
): Promise<void> {
  provenanceColumns(provenance);
  const items = paths.map((path): ImportItem => ({
    name: basename(path),
    path,
    outcome: 'waiting',
    source: null,
    parts: 0,
    error: null,
    warnings: [],
  }));
  let batch: ReadDocument[] = [];
  let bytes = 0;
  let since = performance.now();
  // When the case file fails, nothing more is read: the rest is reported as cancelled before the failure is thrown.
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const flush = () => {
    if (batch.length === 0) return;
    const writing = batch;
    batch = [];
    bytes = 0;
    since = performance.now();
    let settled: readonly ImportItem[];
    try {
      stop.signal.throwIfAborted();
      settled = writeBatch(store, writing, provenance);
    } catch (error) {
      stop.abort(error);
      settled = writing.map(({ item }) => fallen(item, error));
    }
    for (const item of settled) watcher.settled(item);
  };
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) {
      if (ended.aborted) {
        watcher.settled({ ...item, outcome: 'cancelled' });
        continue;
      }
      watcher.started(item);
      try {
        // A case that is open is no document, and may not be opened a second time: see `store/open-files.ts`.
        if (openHere(item.path) !== undefined) {
          const details = { path: item.path, mediaType: 'application/vnd.sqlite3' };
          throw new CaseError('source.unsupported', details);
        }
        const extraction = await extractDocument(item.path, { signal: ended });
        batch.push({ item, extraction });
        bytes += extraction.byteSize;
      } catch (error) {
        watcher.settled(fallen(item, error));
        continue;
      }
      const waited = performance.now() - since;
      if (batch.length >= batchDocuments || bytes >= batchBytes || waited >= batchWait) flush();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  flush();
  stop.signal.throwIfAborted();
}

/**
 * Writes a batch as one gesture: first the records, then the texts. A document that cannot go in takes the gesture back,
 * and it is made again without that one: this is rare, and cheaper than a savepoint for each document, since at each
 * savepoint, those of statements with triggers included, FTS5 writes to the file the words it has gathered.
 *
 * @throws CaseError when the case file itself is in trouble, so that nothing of the batch can go in
 */
function writeBatch(
  store: CaseStore,
  batch: readonly ReadDocument[],
  provenance: ProvenanceChanges,
): ImportItem[] {
  const failed: ImportItem[] = [];
  let rest = batch;
  for (;;) {
    let current: ReadDocument | null = null;
    try {
      const written = store.gesture('source.import', (writer) => {
        const items = rest.map((document) => {
          current = document;
          return putRecord(writer, document, provenance);
        });
        for (const [at, document] of rest.entries()) {
          current = document;
          if (items[at]?.outcome === 'imported') putText(writer, document.extraction);
        }
        current = null;
        return items;
      });
      return [...failed, ...written];
    } catch (error) {
      const failure = storeFailure(error, store.opening.path);
      const culprit = rest.find((document) => document === current);
      if (culprit === undefined || concernsCase(failure)) throw failure;
      failed.push(fallen(culprit.item, failure));
      rest = rest.filter((document) => document !== culprit);
    }
  }
}

function concernsCase(failure: unknown): boolean {
  if (!(failure instanceof CaseError)) return false;
  return failure.code === 'file.diskFull' || failure.code.startsWith('case.');
}

/** Adds a document's bytes and its source, unless the case has the same bytes. */
function putRecord(
  writer: Writer,
  { item, extraction }: ReadDocument,
  provenance: ProvenanceChanges,
): ImportItem {
  const known = writer.one<{ id: string }>(
    'SELECT id FROM source WHERE sha256 = ?',
    extraction.sha256,
  );
  if (known !== undefined) return { ...item, outcome: 'duplicate', source: known.id };
  const source = putSourceRow(writer, item, extraction, provenance);
  return { ...item, outcome: 'imported', source, warnings: [...extraction.warnings] };
}

/**
 * Adds a source with its bytes and text within a gesture that is under way.
 *
 * @param item.id of a source that came from elsewhere and keeps its identity
 * @returns its id
 */
export function putSource(
  writer: Writer,
  item: { name: string; path: string; id?: string },
  extraction: Extraction,
  provenance: ProvenanceChanges,
): string {
  const id = putSourceRow(writer, item, extraction, provenance);
  putText(writer, extraction);
  return id;
}

function putText(writer: Writer, { textSha256, text, segments }: Extraction): void {
  writeText(
    writer,
    textSha256,
    segments.map(({ start, end, kind, page }) => ({
      start,
      kind,
      page,
      content: text.slice(start, end),
    })),
  );
}

function putSourceRow(
  writer: Writer,
  item: { name: string; path: string; id?: string },
  extraction: Extraction,
  provenance: ProvenanceChanges,
): string {
  const { kind, mediaType, encoding, text, segments, metadata, textSha256, sha256, byteSize } =
    extraction;
  writeBlobFromFile(writer, item.path, sha256);
  const { id = newId() } = item;
  const title = metadata.title ?? basename(item.name, extname(item.name));
  const said = {
    author: metadata.author ?? '',
    publisher: metadata.publisher ?? '',
    published: metadata.published !== null && isEdtf(metadata.published) ? metadata.published : '',
    url: metadata.url ?? '',
    language: metadata.language ?? '',
  };
  const handling = writer.one<{ handling: Handling }>('SELECT handling FROM case_file')?.handling;
  writer.insert('source', {
    id,
    kind,
    fileName: item.name,
    mediaType,
    encoding,
    sha256,
    byteSize,
    textSha256,
    textLength: text.length,
    pages: segments.reduce<number | null>(
      (most, { page }) => (page === null ? most : Math.max(most ?? 0, page)),
      null,
    ),
    createdAt: new Date().toISOString(),
    ...provenanceColumns({ ...said, ...given(provenance) }),
    title: provenance.title ?? title,
    handling: provenance.handling ?? handling ?? 'AMBER',
  });
  return id;
}

/** What a person has set; a field left empty leaves what the document says of itself. */
function given(provenance: ProvenanceChanges): ProvenanceChanges {
  return Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== ''));
}

function fallen(item: ImportItem, error: unknown): ImportItem {
  if (!(error instanceof CaseError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...item,
      outcome: 'failed',
      error: { code: 'source.failed', details: { path: item.path, reason } },
    };
  }
  if (error.code === 'job.cancelled') return { ...item, outcome: 'cancelled' };
  return { ...item, outcome: 'failed', error: { code: error.code, details: error.details } };
}
