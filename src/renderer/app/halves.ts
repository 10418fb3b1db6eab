import type { Half } from './half.ts';
import type { Route } from './route.ts';
import { tabKey } from './tabs-store.ts';

/** What the halves of the work area show; a list screen has its place in the first alone. */
export interface Halves {
  readonly main: Route;
  readonly beside: Route | null;
}

/**
 * The halves once a record was put into one of them. When the other one shows it, it goes over, and what was here takes
 * its place there; where nothing can, the first half shows `instead`, and the second is gone.
 */
export function putInto(half: Half, record: Route, now: Halves, instead: Route): Halves {
  const key = tabKey(record);
  const isRecord = (route: Route | null): boolean =>
    route !== null && tabKey(route) === key && key !== null;
  if (half === 'main') {
    const left = tabKey(now.main) === null ? null : now.main;
    return { main: record, beside: isRecord(now.beside) ? left : now.beside };
  }
  if (!isRecord(now.main) || isRecord(now.beside)) return { main: now.main, beside: record };
  return { main: now.beside ?? instead, beside: record };
}
