import { useEffect } from 'react';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Route } from './route.ts';
import { tabKey, useTabs } from './tabs-store.ts';

/** Names the tab of a record once it is known, with the icon of its kind when it is an entity. */
export function useTabTitle(route: Route, title: string | undefined, kind?: EntityKind): void {
  const key = tabKey(route);
  // A title that is known at once, since the record was read before, comes earlier than the tab it names.
  const opened = useTabs(({ tabs }) => tabs.some((tab) => tab.key === key));
  useEffect(() => {
    if (opened && key !== null && title !== undefined) useTabs.getState().name(key, title, kind);
  }, [opened, key, title, kind]);
}
