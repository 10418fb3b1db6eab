import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from './api.ts';
import { useCase } from './case-context.tsx';
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

/** Names the tabs that were open before the page was loaded: their titles are in the case alone. */
export function useTabTitles(): void {
  const api = useApi();
  const { handle } = useCase();
  const tabs = useTabs((state) => state.tabs);
  const nameless = tabs.filter(({ title }) => title === null);
  const inputs = (screen: Route['screen']) =>
    nameless.flatMap(({ key, route }) =>
      route.screen === screen && route.id !== undefined ? [{ key, id: route.id }] : [],
    );
  const sources = inputs('source');
  const entities = inputs('entity');
  const sourceAnswers = useQueries({
    queries: sources.map(({ id }) => api.sources.get.queryOptions({ input: { handle, id } })),
  });
  const entityAnswers = useQueries({
    queries: entities.map(({ id }) => api.entities.get.queryOptions({ input: { handle, id } })),
  });
  useEffect(() => {
    const { name } = useTabs.getState();
    for (const [at, { key }] of sources.entries()) {
      const found = sourceAnswers[at]?.data;
      if (found !== undefined) name(key, found.title);
    }
    for (const [at, { key }] of entities.entries()) {
      const found = entityAnswers[at]?.data;
      if (found !== undefined) name(key, found.name, found.kind);
    }
  });
}
