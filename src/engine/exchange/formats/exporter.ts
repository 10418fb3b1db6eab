import type { CaseStore } from '../../store/index.ts';
import type { Handling } from '#contract/vocabulary.ts';

/** What of a case is written, in whatever form. Fields left out choose nothing. */
export interface ExporterOptions {
  /** The strictest marking that may leave. */
  handling?: Handling | undefined;
  /** Ids: only what carries one of these tags, or one below it, stands in one of these sources, is one of these entities. */
  tags?: readonly string[] | undefined;
  sources?: readonly string[] | undefined;
  entities?: readonly string[] | undefined;
  /** No notes. */
  dropNotes?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
}

/** A file that was written: where, its size in bytes, its SHA-256. */
export interface Exported {
  path: string;
  byteSize: number;
  sha256: string;
}

/** Writes a case in one form to a file, which is put in its place when it is whole. */
export type Exporter = (
  store: CaseStore,
  path: string,
  options: ExporterOptions,
) => Promise<Exported>;
