import type { ExtractionSettings } from '#contract/extraction.ts';
import { workerFile } from '../../threads/index.ts';
import type { DocumentInput } from './document.ts';
import { DEFAULT_LIMITS, type Extraction, type ExtractionLimits } from './extraction.ts';
import { memoryLimit, planMemory } from './memory.ts';
import { closePictures } from './images/picture-thread.ts';
import { ExtractionPool, type OpenedDocument } from './pool.ts';
import type { DocumentProgress } from './worker-protocol.ts';

export { drawPicture } from './images/picture-thread.ts';
export type { DocumentInput } from './document.ts';
export { DEFAULT_LIMITS, Warning } from './extraction.ts';
export { memoryLimit, planMemory } from './memory.ts';
export type { OpenedDocument } from './pool.ts';
export { SEGMENT_LIMIT } from './segments.ts';
export type { DocumentProgress, HandedPart } from './worker-protocol.ts';
export type {
  DocumentMetadata,
  DocumentPart,
  Extraction,
  ExtractionLimits,
  MissingPart,
  Segment,
  SegmentKind,
} from './extraction.ts';

let pool: ExtractionPool | undefined;

/** How a document is to be read; all of it can be left out. */
export interface ExtractOptions {
  readonly settings?: ExtractionSettings;
  /** Tried in turn on what is encrypted. */
  readonly passwords?: readonly string[];
  readonly limits?: Partial<ExtractionLimits>;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: DocumentProgress) => void) | undefined;
}

/**
 * Turns one document into text with segments, in a worker thread. Give many at once: the pool keeps its workers busy
 * and answers in the order they finish. A document that has no text for us (of no known format, without words, or too
 * large to be read) comes with an empty text and a warning.
 *
 * @param document a file, by its path, or bytes; nothing but them is read, nothing is fetched, nothing in it is run
 * @throws CaseError, each with the `path`: `file.notFound`, `file.notReadable`, `file.isFolder`; `source.empty` (no
 *   bytes), `source.passwordNeeded`, `source.truncated`, `source.timedOut` {limit}, `source.failed` {reason};
 *   `job.cancelled` when the signal is aborted
 */
export async function extractDocument(
  document: string | DocumentInput,
  options: ExtractOptions = {},
): Promise<Extraction> {
  const opened = await openDocument(document, options);
  opened.close();
  return opened.extraction;
}

/**
 * As {@link extractDocument}, with the documents that are within it.
 *
 * @throws CaseError as `extractDocument` does
 */
export async function openDocument(
  document: string | DocumentInput,
  { settings = {}, passwords = [], limits, signal, progress }: ExtractOptions = {},
): Promise<OpenedDocument> {
  pool ??= newPool();
  const input = typeof document === 'string' ? { path: document } : document;
  const request = {
    input,
    settings,
    passwords,
    limits: { ...DEFAULT_LIMITS, ...limits },
    skip: 0,
  };
  return await pool.run(request, { signal, progress });
}

function newPool(): ExtractionPool {
  const { workers: size, share, large } = planMemory(memoryLimit());
  const file = workerFile(import.meta.url, 'extract-worker');
  return new ExtractionPool({ file, size, share, large });
}

/** Ends the workers; documents and pictures under way fail with `job.cancelled`. A later extraction starts new ones. */
export async function closeExtraction(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await Promise.all([closing?.close(), closePictures()]);
}
