import { useEffect } from 'react';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Route } from './route.ts';
import { tabKey, useTabs } from './tabs-store.ts';

/** Names the tab of a record once it is known, with the icon of its kind when it is an entity. */
export function useTabTitle(route: Route, title: string | undefined, kind?: EntityKind): void {
  const key = tabKey(route);
  useEffect(() => {
    if (key !== null && title !== undefined) useTabs.getState().name(key, title, kind);
  }, [key, title, kind]);
}
