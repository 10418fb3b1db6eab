import { createHash } from 'node:crypto';
import type { DossierModel } from '../model.ts';

/**
 * What a dossier says, apart from when it was asked and by whom: two states of a case that say the same of a subject have
 * the same. How a source came into this copy of the case is no part of it, since each colleague's copy has its own way.
 */
export function contentOf(model: DossierModel): unknown {
  const { author: _author, asOf: _asOf, caseRevision: _revision, sources, ...said } = model;
  return {
    ...said,
    sources: sources.map((source) => ({
      ...source,
      custody: source.custody.filter(({ act }) => act !== 'merged'),
    })),
  };
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
