import { availableParallelism } from 'node:os';
import { workerFile } from '../../threads/index.ts';
import { DEFAULT_LIMITS, type Extraction, type ExtractionLimits } from './extraction.ts';
import { ExtractionPool } from './pool.ts';

export { DEFAULT_LIMITS, Warning } from './extraction.ts';
export { SEGMENT_LIMIT } from './segments.ts';
export type {
  DocumentMetadata,
  Extraction,
  ExtractionLimits,
  Segment,
  SegmentKind,
} from './extraction.ts';

/** Mebibytes of JavaScript heap for one document: the tree of a page of 32 MiB is the largest thing held. */
const WORKER_HEAP = 1536;

let pool: ExtractionPool | undefined;

/**
 * Turns one document into text with segments, in a worker thread. Give many at once: the pool keeps its workers busy
 * and answers in the order they finish.
 *
 * @param path of the file; nothing but this file is read, nothing is fetched, nothing in it is run
 * @throws CaseError, each with the `path`: `file.notFound`, `file.notReadable`, `file.isFolder`; `source.empty`,
 *   `source.tooLarge` {size, limit}, `source.binary`, `source.unsupported` {mediaType}, `source.noText`,
 *   `source.passwordNeeded`, `source.truncated`, `source.timedOut` {limit}, `source.failed` {reason}; `job.cancelled`
 *   when the signal is aborted
 */
export function extractDocument(
  path: string,
  options: { signal?: AbortSignal | undefined; limits?: Partial<ExtractionLimits> } = {},
): Promise<Extraction> {
  pool ??= new ExtractionPool({
    file: workerFile(import.meta.url, 'extract-worker'),
    size: Math.max(2, Math.min(4, availableParallelism() - 1)),
    heap: WORKER_HEAP,
  });
  return pool.run(path, { ...DEFAULT_LIMITS, ...options.limits }, options.signal);
}

/** Ends the workers; documents under way fail with `job.cancelled`. A later extraction starts new ones. */
export async function closeExtraction(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
