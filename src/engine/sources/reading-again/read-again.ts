import { CaseError } from '#contract/error.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import type { ImportItem } from '#contract/job.ts';
import { newId } from '#shared/id.ts';
import { storeFailure, writeBlob, type CaseStore, type Writer } from '../../store/index.ts';
import { CarryThread } from '../carry/index.ts';
import {
  DEFAULT_LIMITS,
  extractDocument,
  type DocumentProgress,
  type Extraction,
} from '../extract/index.ts';
import { putText } from '../importing/source-row.ts';
import { originalBytes } from '../original/index.ts';
import { readingColumns, type ReadingColumns } from './reading-columns.ts';
import { carrySpans, spansElsewhere, writeSpans, type CarriedSpan } from './spans.ts';
import { sourceVersions } from './texts.ts';

/** How sources are read again. */
export interface ReadAgainOptions {
  /** In place of those with which they were read; what is left out is told from the document. */
  readonly settings: ExtractionSettings;
  /** Tried in turn on what is encrypted; not kept. */
  readonly passwords?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Waits before a source while the work is to rest. */
  readonly rest?: () => Promise<void>;
}

/** What becomes of each source, told as it is known. */
export interface ReadAgainWatcher {
  started(item: ImportItem): void;
  progressed?(item: ImportItem, progress: DocumentProgress): void;
  settled(item: ImportItem): void;
}

/** The first word of what is told of a source that was read again, each followed by a number. */
const carriedWarning = { carried: 'passagesCarried', orphaned: 'passagesOrphaned' } as const;

/**
 * Reads sources again from the originals in the case, one after another, each in one gesture. One whose text comes out
 * other than before (`made`) gets the new text; the old one is kept, and what stood in it is carried over where that is
 * sure. Of one whose text comes out the same (`duplicate`) only the settings are noted. One that cannot be read, or of
 * which nothing would be left, keeps the text it has and is reported with the reason.
 *
 * @param watcher told of each by an item with the source's title and, as warnings, how many passages went along
 *   (`passagesCarried 3`) and how many stay in a former text (`passagesOrphaned 1`)
 * @throws CaseError `file.diskFull`, `case.vanished` and their like when the case file fails
 */
export async function readAgain(
  store: CaseStore,
  sources: readonly string[],
  options: ReadAgainOptions,
  watcher: ReadAgainWatcher,
): Promise<void> {
  const thread = new CarryThread();
  try {
    for (const id of new Set(sources)) {
      const item = itemOf(store, id);
      await options.rest?.();
      if (options.signal?.aborted === true) {
        watcher.settled({ ...item, outcome: 'cancelled' });
        continue;
      }
      watcher.started(item);
      try {
        watcher.settled(await readOne(store, thread, item, id, options, watcher));
      } catch (error) {
        const failure = storeFailure(error, store.opening.path);
        watcher.settled(fallen(item, failure));
        if (concernsCase(failure)) throw failure;
      }
    }
  } finally {
    await thread.close();
  }
}

async function readOne(
  store: CaseStore,
  thread: CarryThread,
  item: ImportItem,
  id: string,
  { settings, passwords = [], signal }: ReadAgainOptions,
  watcher: ReadAgainWatcher,
): Promise<ImportItem> {
  const { fileName, textLength, byteSize } = rowOf(store, id);
  // What is larger is a container, of whose text nothing depends on how it is read.
  const { pdfBytes: limit } = DEFAULT_LIMITS;
  if (byteSize > limit) {
    throw new CaseError('source.tooLarge', { path: item.name, size: byteSize, limit });
  }
  const { bytes } = originalBytes(store, id);
  const extraction = await extractDocument(
    { name: fileName, bytes },
    { settings, passwords, signal, progress: (progress) => watcher.progressed?.(item, progress) },
  );
  if (extraction.text === '' && textLength > 0) {
    throw new CaseError('source.noText', { path: item.name });
  }
  const columns = readingColumns(extraction, settings);
  for (;;) {
    const rows = spansElsewhere(store, id, columns.textSha256);
    const encodings = new Map(
      sourceVersions(store, id).map((version) => [version.textSha256, version.encoding]),
    );
    const after = { text: extraction.text, encoding: extraction.encoding };
    const carried = await carrySpans(store, thread, rows, after, encodings, signal);
    if (signal?.aborted === true) throw new CaseError('job.cancelled');
    const outcome = store.gesture('source.readAgain', (writer) => {
      // What a person did while the texts were held against each other is not to be lost.
      const now = spansElsewhere(writer, id, columns.textSha256);
      if (JSON.stringify(now) !== JSON.stringify(rows)) return null;
      return write(writer, id, extraction, columns, carried);
    });
    if (outcome !== null) {
      const { changed, passages, orphans } = outcome;
      const told = [
        ...(passages > 0 ? [`${carriedWarning.carried} ${passages}`] : []),
        ...(orphans > 0 ? [`${carriedWarning.orphaned} ${orphans}`] : []),
      ];
      const warnings = [...extraction.warnings, ...told];
      return { ...item, outcome: changed ? 'made' : 'duplicate', source: id, warnings };
    }
  }
}

function write(
  writer: Writer,
  id: string,
  extraction: Extraction,
  columns: ReadingColumns,
  carried: readonly CarriedSpan[],
): { changed: boolean; passages: number; orphans: number } {
  const before = rowOf(writer, id);
  const { fileName: _, byteSize: __, language, ...old } = before;
  const changed = old.textSha256 !== columns.textSha256;
  if (extraction.layout !== null) {
    writeBlob(writer, extraction.layout.sha256, extraction.layout.bytes);
  }
  if (changed) {
    putText(writer, extraction);
    const createdAt = new Date().toISOString();
    writer.insert('textVersion', { id: newId(), sourceId: id, ...old, createdAt });
    // It may be one that the source had before.
    writer.run(
      'DELETE FROM text_version WHERE source_id = ? AND text_sha256 = ?',
      id,
      columns.textSha256,
    );
  }
  const told = extraction.metadata.language;
  writer.update('source', id, {
    ...columns,
    language: language === '' && told !== null ? told : undefined,
  });
  const passages = writeSpans(writer, id, columns.textSha256, extraction.text, carried);
  const orphans = writer.one<{ n: number }>(
    'SELECT count(*) AS n FROM excerpt WHERE source_id = ? AND text_sha256 <> ?',
    id,
    columns.textSha256,
  );
  return { changed, passages, orphans: orphans?.n ?? 0 };
}

interface SourceRow extends ReadingColumns {
  readonly fileName: string;
  readonly byteSize: number;
  readonly language: string;
}

/** @throws CaseError `record.notFound` */
function rowOf(from: Pick<CaseStore, 'one'> | Writer, id: string): SourceRow {
  const row = from.one<SourceRow>(
    `SELECT file_name AS fileName, byte_size AS byteSize, language, text_sha256 AS textSha256, text_length AS textLength, pages, encoding,
       extraction, extracted_by AS extractedBy, layout_sha256 AS layoutSha256 FROM source WHERE id = ?`,
    id,
  );
  if (row === undefined) throw new CaseError('record.notFound', { id });
  return row;
}

/** What is told of a source; one that is gone meanwhile is told by its id. */
function itemOf(store: CaseStore, id: string): ImportItem {
  const row = store.one<{ title: string }>('SELECT title FROM source WHERE id = ?', id);
  return {
    name: row?.title ?? id,
    path: id,
    outcome: 'waiting',
    source: row === undefined ? null : id,
    parts: 0,
    error: null,
    warnings: [],
  };
}

function concernsCase(failure: unknown): boolean {
  if (!(failure instanceof CaseError)) return false;
  return failure.code === 'file.diskFull' || failure.code.startsWith('case.');
}

function fallen(item: ImportItem, failure: unknown): ImportItem {
  if (!(failure instanceof CaseError)) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    const details = { path: item.name, reason };
    return { ...item, outcome: 'failed', error: { code: 'source.failed', details } };
  }
  if (failure.code === 'job.cancelled') return { ...item, outcome: 'cancelled' };
  const { code, details } = failure;
  return { ...item, outcome: 'failed', error: { code, details } };
}
