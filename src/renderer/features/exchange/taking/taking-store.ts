import { create } from 'zustand';
import type { TransferProgress } from '#contract/bridge.ts';
import type { MergePreview, MergeProgress } from '#contract/merge.ts';
import type { PackageInspection } from '#contract/package.ts';
import { nothingLeftOut, type LeftOut } from './left-out.ts';

/** How far taking a file in has come. */
export type Step =
  | 'choose'
  | 'copying'
  | 'looking'
  | 'passphrase'
  | 'inspected'
  | 'working'
  | 'preview'
  | 'merging'
  | 'merged'
  | 'foreign';

export interface Taking {
  step: Step;
  /** The case that it is taken into. */
  handle: string | null;
  path: string;
  name: string;
  copying: TransferProgress | null;
  /** That opened the package. */
  passphrase: string;
  inspection: PackageInspection | null;
  /** Who signed it may be known better by now than when it was looked into. */
  mayBeKnown: boolean;
  preview: MergePreview | null;
  leftOut: LeftOut;
  progress: MergeProgress | null;
  outcome: MergeProgress['outcome'];
  /** The change set of the merge, by its place in the journal; null when it changed nothing. */
  gesture: number | null;
  /** The person gave a merge up that was under way. */
  gaveUp: boolean;
  error: unknown;
}

export const nothingTaken: Taking = {
  step: 'choose',
  handle: null,
  path: '',
  name: '',
  copying: null,
  passphrase: '',
  inspection: null,
  mayBeKnown: false,
  preview: null,
  leftOut: nothingLeftOut,
  progress: null,
  outcome: null,
  gesture: null,
  gaveUp: false,
  error: null,
};

/** The file that is being taken in, kept while other screens are looked at. */
export const useTaking = create<Taking>(() => nothingTaken);
