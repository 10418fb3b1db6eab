import type { CaseErrorData } from '#contract/error.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import type { DocumentInput } from './document.ts';
import type { DocumentPart, Extraction, ExtractionLimits, MissingPart } from './extraction.ts';
import type { PackedSegments } from './packed-segments.ts';

/**
 * Who has a task, in the first 32-bit cell that pool and worker share. The worker takes it up or the pool takes it back,
 * never both; and when a time limit fires the pool sees whether the answer is already on its way. The second cell is
 * counted up whenever the document gets on.
 */
export const Claim = { free: 0, taken: 1, withdrawn: 2, finished: 3 } as const;

/** What a document is to be read with. */
export interface ReadRequest {
  readonly input: DocumentInput;
  readonly limits: ExtractionLimits;
  readonly settings: ExtractionSettings;
  readonly passwords: readonly string[];
  /** Parts of it that were handed out already, by a worker that is gone. */
  readonly skip: number;
}

/** What a worker is asked for: to read a document, or to hand out the next part of one that it read. */
export type Wanted =
  | ({ readonly want: 'document' } & ReadRequest)
  | { readonly want: 'part'; readonly of: number; readonly limits: ExtractionLimits };

/** One task. A worker is given several at a time and takes them up in order. */
export type WorkerTask = Wanted & {
  readonly id: number;
  readonly claim: Int32Array<SharedArrayBuffer>;
};

/** What a worker is told: a task, or that the parts of a document that it read are wanted no more. */
export type WorkerMessage = WorkerTask | { readonly want: 'none'; readonly of: number };

/** A document within another as a worker hands it over. */
export type HandedPart = DocumentPart & {
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
};

/** A document that was read, as a worker hands it over. */
export type HandedExtraction = Omit<Extraction, 'segments'>;

export type WorkerAnswer =
  | {
      readonly id: number;
      readonly extraction: HandedExtraction;
      readonly segments: PackedSegments;
      readonly parts: boolean;
    }
  | { readonly id: number; readonly part: HandedPart | MissingPart | null }
  | { readonly id: number; readonly error: CaseErrorData };

/** How far a document is. */
export interface DocumentProgress {
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  readonly unit: 'bytes' | 'pages' | 'documents';
}

/** What a worker says unasked. */
export type WorkerNews = { readonly id: number; readonly progress: DocumentProgress };
