/** The screens of the workbench. A rail item and a route exist only for those that are built (`screens.tsx`). */
export const screenNames = [
  'sources',
  'source',
  'entities',
  'entity',
  'tags',
  'notes',
  'search',
  'review',
  'dossiers',
  'exchange',
  'history',
  'settings',
] as const;
export type Screen = (typeof screenNames)[number];

/**
 * A place in the case, as data. `at` is a stretch of the source's text in UTF-16 code units; `excerpt` is a passage's id;
 * `fact` is that of a fact of the entity; `query` is what the search screen looks for.
 */
export interface Route {
  screen: Screen;
  id?: string;
  at?: { start: number; end: number };
  excerpt?: string;
  fact?: string;
  query?: string;
}

/** Where a window without a place of its own begins. */
export const home: Route = { screen: 'sources' };

/** Writes a route as the path after `#`: `/source/ID/at/12-40`, `/source/ID/excerpt/ID`, `/entity/ID/fact/ID`, `/search/QUERY`. */
export function formatRoute(route: Route): string {
  const parts: string[] = [route.screen];
  if (route.screen === 'search') {
    if (route.query !== undefined && route.query !== '') parts.push(encode(route.query));
    return `/${parts.join('/')}`;
  }
  if (route.id !== undefined) {
    parts.push(encode(route.id));
    if (route.at !== undefined) parts.push('at', `${route.at.start}-${route.at.end}`);
    else if (route.excerpt !== undefined) parts.push('excerpt', encode(route.excerpt));
    else if (route.fact !== undefined) parts.push('fact', encode(route.fact));
  }
  return `/${parts.join('/')}`;
}

/** Reads what `formatRoute` wrote. Anything else is the home place, never an error: a person may have typed it. */
export function parseRoute(path: string): Route {
  const [first, second, mode, third] = path.replace(/^[#/]+/, '').split('/');
  const screen = screenNames.find((name) => name === first);
  if (screen === undefined) return home;
  if (screen === 'search') {
    return second === undefined || second === '' ? { screen } : { screen, query: decode(second) };
  }
  if (second === undefined || second === '') {
    return screen === 'source' || screen === 'entity' ? home : { screen };
  }
  const route: Route = { screen, id: decode(second) };
  if (mode === 'at') {
    const span = /^(\d+)-(\d+)$/.exec(third ?? '');
    const start = Number(span?.[1]);
    const end = Number(span?.[2]);
    if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end) {
      route.at = { start, end };
    }
  } else if (mode === 'excerpt' && third !== undefined && third !== '') {
    route.excerpt = decode(third);
  } else if (mode === 'fact' && third !== undefined && third !== '') {
    route.fact = decode(third);
  }
  return route;
}

/** Percent-encodes all but letters, digits and a few signs; `?`, `#` and `/` in a query must not end the path. */
function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
