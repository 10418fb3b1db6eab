import type { CaseErrorData } from '#contract/error.ts';
import type { PictureWanted } from './picture.ts';

/** What the thread that draws is asked, besides the number of the question. */
export interface PictureQuestion extends PictureWanted {
  readonly bytes: Uint8Array;
}

export type PictureReply =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: CaseErrorData };
