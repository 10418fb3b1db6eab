import type { ProvenanceChanges, Source } from '#contract/source.ts';

const fields = [
  'title',
  'publisher',
  'author',
  'published',
  'retrieved',
  'url',
  'language',
  'reliability',
  'handling',
] as const;

/** What all of these sources have alike. A field in which they differ is left out. */
export function commonProvenance(
  sources: readonly Pick<Source, (typeof fields)[number]>[],
): ProvenanceChanges {
  const [first, ...rest] = sources;
  if (first === undefined) return {};
  return Object.fromEntries(
    fields
      .filter((field) => rest.every((source) => source[field] === first[field]))
      .map((field) => [field, first[field]]),
  );
}
