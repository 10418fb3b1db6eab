import { createHash } from 'node:crypto';
import type { DossierModel, DossierSource } from '../model.ts';

/**
 * What a dossier says, apart from when it was asked and by whom: two states of a case that say the same of a subject have
 * the same. How a source came into this copy of the case is no part of it, since each colleague's copy has its own way.
 */
export function contentOf(model: DossierModel): unknown {
  const {
    author: _author,
    asOf: _asOf,
    caseRevision: _revision,
    sources,
    excerpts,
    ...said
  } = model;
  return {
    ...said,
    excerpts: excerpts.map(({ former, ...excerpt }) => (former ? { ...excerpt, former } : excerpt)),
    sources: sources.map((source) => ({
      ...withoutNothing(source),
      custody: source.custody.filter(({ act }) => act !== 'merged'),
    })),
  };
}

/** What earlier versions did not know to say of a source: where it says nothing, what it says is what they said. */
const later = [
  'retrievedFrom',
  'retrievedBy',
  'retrievedWith',
  'container',
  'containerTitle',
  'memberPath',
  'log',
] as const satisfies (keyof DossierSource)[];

function withoutNothing(source: DossierSource): Partial<DossierSource> {
  const nothing = later.filter(
    (key) => source[key] === null || (key === 'log' && source.log.length === 0),
  );
  const left = new Set<string>(nothing);
  return Object.fromEntries(Object.entries(source).filter(([key]) => !left.has(key)));
}

/** SHA-256 of what a dossier says, hexadecimal; over JSON with the keys of each object in the order of their code units. */
export function contentHashOf(model: DossierModel): string {
  return createHash('sha256')
    .update(canonical(contentOf(model)))
    .digest('hex');
}

/** JSON with sorted keys, which does not depend on the order in which something was put together. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
