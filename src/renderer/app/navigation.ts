import { useMemo } from 'react';
import { navigate as navigateHash, useHashLocation } from 'wouter/use-hash-location';
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

export function useNavigate(): typeof go {
  return go;
}
