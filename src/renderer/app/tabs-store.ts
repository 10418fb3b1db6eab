import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Route, Screen } from './route.ts';

/** A record that is open in the work area. */
export interface Tab {
  key: string;
  route: Route;
  title: string | null;
  kind: EntityKind | null;
}

interface TabsState {
  /** The case file whose tabs these are. */
  caseId: string | null;
  tabs: Tab[];
  /** The list screen that the first place of the strip shows. */
  section: Screen;
  /** The record in the second half of the work area, when it is split in two. */
  beside: Route | null;
  /** The half that is worked in. */
  active: 'main' | 'beside';
  /** Shows a record in the second half and goes on there; null takes the second half away. */
  putBeside: (route: Route | null) => void;
  activate: (half: 'main' | 'beside') => void;
  /** Remembers that a place was gone to, opening its tab when it is a record. */
  visit: (route: Route) => void;
  /** Names a tab once its record is known. */
  name: (key: string, title: string, kind?: EntityKind) => void;
  /** Closes a tab and answers with the place to show if it was the one shown. */
  close: (key: string) => Route;
  /** Begins with no tabs when another case is opened, and keeps them when the same one is. */
  begin: (caseId: string) => void;
}

/** The screens that show one record and so get a tab. */
const recordScreens: readonly Screen[] = ['source', 'entity'];

/** What tells one tab from another: the record, not the passage in it. Null for a list screen. */
export function tabKey(route: Route): string | null {
  if (route.id === undefined) return null;
  return recordScreens.includes(route.screen) ? `${route.screen}/${route.id}` : null;
}

/** The list screen a place belongs to. */
export function sectionOf(screen: Screen): Screen {
  if (screen === 'source') return 'sources';
  if (screen === 'entity') return 'entities';
  return screen;
}

/** What a browser keeps of the tabs, on its disk, where no word of an encrypted case may be: titles are asked for again. */
export function keptOf({ caseId, tabs, section, beside, active }: TabsState) {
  return { caseId, tabs: tabs.map((tab) => ({ ...tab, title: null })), section, beside, active };
}

export const useTabs = create<TabsState>()(
  persist(
    (set, get) => ({
      caseId: null,
      tabs: [],
      section: 'sources',
      beside: null,
      active: 'main',
      putBeside: (route) => {
        if (route !== null) get().visit(route);
        set({ beside: route, active: route === null ? 'main' : 'beside' });
      },
      activate: (half) => {
        if (get().active !== half) set({ active: half });
      },
      visit: (route) => {
        const key = tabKey(route);
        if (key === null) {
          set({ section: route.screen });
          return;
        }
        set(({ tabs }) => {
          const at = tabs.findIndex((tab) => tab.key === key);
          if (at === -1) return { tabs: [...tabs, { key, route, title: null, kind: null }] };
          return { tabs: tabs.map((tab) => (tab.key === key ? { ...tab, route } : tab)) };
        });
      },
      name: (key, title, kind) => {
        const tab = get().tabs.find((other) => other.key === key);
        if (tab === undefined) return;
        const known = kind ?? tab.kind;
        if (tab.title === title && tab.kind === known) return;
        set(({ tabs }) => ({
          tabs: tabs.map((other) => (other.key === key ? { ...other, title, kind: known } : other)),
        }));
      },
      close: (key) => {
        const { tabs, section } = get();
        const at = tabs.findIndex((tab) => tab.key === key);
        const rest = tabs.filter((tab) => tab.key !== key);
        set(({ beside }) => ({
          tabs: rest,
          ...(beside !== null && tabKey(beside) === key && { beside: null, active: 'main' }),
        }));
        const next = rest[at] ?? rest[at - 1];
        return next?.route ?? { screen: section };
      },
      begin: (caseId) => {
        if (get().caseId !== caseId)
          set({ caseId, tabs: [], section: 'sources', beside: null, active: 'main' });
      },
    }),
    {
      name: 'legajo.tabs',
      storage: createJSONStorage(() => sessionStorage),
      partialize: keptOf,
    },
  ),
);
