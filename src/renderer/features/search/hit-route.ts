import type { SearchHit } from '#contract/search.ts';
import type { Route } from '../../app/route.ts';

/** Where a hit leads. */
export function hitRoute(hit: SearchHit): Route {
  const { kind, id, source, start, end } = hit;
  const at = start !== null && end !== null && start < end ? { start, end } : undefined;
  switch (kind) {
    case 'entity':
      return { screen: 'entity', id };
    case 'tag':
      return { screen: 'tags', id };
    case 'excerpt':
      return source === null ? { screen: 'search' } : { screen: 'source', id: source, excerpt: id };
    case 'source':
    case 'text':
      return { screen: 'source', id: source ?? id, ...(at !== undefined && { at }) };
    case 'finding':
      return hit.entityKind === null
        ? { screen: 'notes', id: 'findings' }
        : { screen: 'entity', id };
    case 'note':
      // A note leads to what it was written on.
      if (source === null) {
        return hit.entityKind === null ? { screen: 'notes' } : { screen: 'entity', id };
      }
      if (id !== source) return { screen: 'source', id: source, excerpt: id };
      return { screen: 'source', id: source };
  }
}
