import { DocumentDetails } from '#contract/extraction.ts';
import { Warning, type DocumentMetadata, type ParsedDocument } from '../extraction.ts';
import { languageOf } from '../language.ts';
import type { Composer } from './composer.ts';
import { property, type Property } from './properties.ts';

/** More headings than an outline is looked at for. */
const LONGEST_OUTLINE = 5000;

/**
 * A document as it was put together. Its details hold its own properties, then what was found in it: how many
 * `trackedInsertions`, `trackedDeletions`, `comments` and `notes`, and how many characters of `hiddenText`.
 */
export async function composedDocument(
  mediaType: string,
  composer: Composer,
  metadata: DocumentMetadata,
  properties: readonly Property[],
): Promise<ParsedDocument> {
  const { text, segments } = composer.finish();
  const { insertions, deletions, comments, notes, hidden } = composer.tally;
  const found = Object.entries({
    trackedInsertions: insertions,
    trackedDeletions: deletions,
    comments,
    notes,
    hiddenText: hidden,
  });
  return {
    mediaType,
    encoding: null,
    text,
    segments,
    metadata: { ...metadata, language: await languageOf(text, metadata.language) },
    details: DocumentDetails.parse({
      properties: [
        ...properties,
        ...found.filter(([, count]) => count > 0).map(([name, count]) => property(name, count)),
      ],
      outline: composer.outline.slice(0, LONGEST_OUTLINE),
    }),
    warnings: [
      ...(text === '' ? [Warning.noText] : []),
      ...(text.includes('\ufffd') ? [Warning.charactersReplaced] : []),
    ],
  };
}
