import type { ProvenanceChanges, Source } from '#contract/source.ts';

const fields = [
  'title',
  'publisher',
  'author',
  'published',
  'retrieved',
  'retrievedFrom',
  'retrievedBy',
  'retrievedWith',
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

/** What all of them derive from; null where none of them does, undefined where they differ in it. */
export function commonOrigin(
  sources: readonly Pick<Source, 'derivesFrom'>[],
): Source['derivesFrom'] | undefined {
  const [first, ...rest] = sources;
  if (first === undefined) return undefined;
  const { derivesFrom } = first;
  return rest.every((source) => source.derivesFrom?.id === derivesFrom?.id)
    ? derivesFrom
    : undefined;
}

/** How far all of them have been read; undefined where they differ in it. */
export function commonReading(
  sources: readonly Pick<Source, 'reading'>[],
): Source['reading'] | undefined {
  const [first, ...rest] = sources;
  return rest.every(({ reading }) => reading === first?.reading) ? first?.reading : undefined;
}
