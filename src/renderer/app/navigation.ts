import { useMemo } from 'react';
import { navigate as navigateHash, useHashLocation } from 'wouter/use-hash-location';
import type { Half } from './half.ts';
import { putInto } from './halves.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';
import { tabKey, useTabs } from './tabs-store.ts';

export { type Route, type Screen } from './route.ts';

/** The place shown now. */
export function useRoute(): Route {
  const [location] = useHashLocation();
  return useMemo(() => parseRoute(location), [location]);
}

/** Goes to a place. Sources, entities and dossiers get a tab of their own; the others take the first place. */
export function go(route: Route, options: { replace?: boolean } = {}): void {
  const { beside, active, putBeside, activate } = useTabs.getState();
  // A record opens in the half that is worked in; lists have their place in the first.
  if (beside !== null && active === 'beside' && tabKey(route) !== null) {
    putBeside(route);
    return;
  }
  activate('main');
  useTabs.getState().visit(route);
  navigateHash(formatRoute(route), options);
}

/** Shows a record in one half of the work area, which is split in two for it when it was not. */
export function showIn(half: Half, record: Route): void {
  const { tabs, section, beside, visit } = useTabs.getState();
  const main = parseRoute(window.location.hash);
  const key = tabKey(record);
  const at = tabs.findIndex((tab) => tab.key === key);
  const next = tabs[at + 1] ?? tabs[at - 1];
  const halves = putInto(half, record, { main, beside }, next?.route ?? { screen: section });
  visit(record);
  visit(halves.main);
  useTabs.setState({
    beside: halves.beside,
    active: halves.beside === null ? 'main' : half,
  });
  if (formatRoute(halves.main) !== formatRoute(main)) navigateHash(formatRoute(halves.main));
}

export function useNavigate(): typeof go {
  return go;
}
