import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../store/index.ts';
import type { Content } from './content.ts';
import type { Left } from './left.ts';

/** What of a case is written, in whatever form. Fields left out, and empty lists, choose nothing less. */
export interface ExporterOptions {
  /** The strictest marking that may leave. */
  handling?: Handling | undefined;
  /** Ids: only what carries one of these tags, or one below it, stands in one of these sources, is one of these entities. */
  tags?: readonly string[] | undefined;
  sources?: readonly string[] | undefined;
  entities?: readonly string[] | undefined;
  /** No notes. */
  dropNotes?: boolean | undefined;
  /** CSV: each file begins with a byte order mark, by which Excel knows UTF-8. */
  bom?: boolean | undefined;
  /** Is shown what is about to be written, which a throw keeps from being written. */
  before?: ((content: Content) => void) | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
}

/** A file that was written: where, its size in bytes, its SHA-256. */
export interface ExportedFile {
  path: string;
  byteSize: number;
  /** Of a folder: of the list of its files as `sha256sum` prints it, in the order of their names. */
  sha256: string;
}

/** What was written, and what was not. */
export interface Exported extends ExportedFile {
  /** What the form cannot carry, what stayed behind by its marking, and what had to be written otherwise. */
  left: Left[];
  /** Files beside the main one that belong to it. */
  beside: ExportedFile[];
}

/** Writes a case in one form to a file, which is put in its place when it is whole. */
export type Exporter = (
  store: CaseStore,
  path: string,
  options: ExporterOptions,
) => Promise<Exported>;
