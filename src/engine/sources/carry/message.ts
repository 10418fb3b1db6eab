import type { Place, Span } from './passage.ts';
import type { Encodings } from './same-bytes.ts';

/** Two texts of a document, and passages of the first to be found in the second. */
export interface CarryQuestion {
  readonly want: 'places' | 'offers';
  readonly before: string;
  readonly after: string;
  readonly passages: readonly Span[];
  readonly encodings?: Encodings;
}
export type CarryRequest = CarryQuestion & { readonly id: number };

/** For each passage its place, if any, or the places that it may have. */
export type CarryReply =
  | { readonly id: number; readonly places: Place[][] }
  | { readonly id: number; readonly places: null; readonly reason: string };
