import type { ExtractionSettings } from '#contract/extraction.ts';
import { programVersion } from '../../version.ts';
import type { Extraction } from '../extract/index.ts';

/** The columns of a source that say how its text was read, and what came of it. */
export interface ReadingColumns {
  readonly textSha256: string;
  readonly textLength: number;
  readonly pages: number | null;
  readonly encoding: string | null;
  readonly extraction: string;
  readonly extractedBy: string;
  readonly layoutSha256: string | null;
}

/** What they are after a reading with these settings. */
export function readingColumns(
  { textSha256, text, segments, encoding, layout }: Extraction,
  settings: ExtractionSettings,
): ReadingColumns {
  return {
    textSha256,
    textLength: text.length,
    pages: segments.reduce<number | null>(
      (most, { page }) => (page === null ? most : Math.max(most ?? 0, page)),
      null,
    ),
    encoding,
    extraction: JSON.stringify(settings),
    extractedBy: `Legajo ${programVersion()}`,
    layoutSha256: layout?.sha256 ?? null,
  };
}
