import {
  IconArrowsExchange,
  IconFileText,
  IconHistory,
  IconListCheck,
  IconNotes,
  IconPrinter,
  IconSearch,
  IconSettings,
  IconTags,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { TextKey } from '../i18n/i18n.ts';
import { DossiersScreen } from '../features/dossier/DossiersScreen.tsx';
import { EntitiesScreen } from '../features/entities/EntitiesScreen.tsx';
import { EntityNavigator } from '../features/entities/EntityNavigator.tsx';
import { EntityScreen } from '../features/entity/EntityScreen.tsx';
import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx';
import { HistoryScreen } from '../features/history/HistoryScreen.tsx';
import { NotesNavigator } from '../features/notes/NotesNavigator.tsx';
import { NotesScreen } from '../features/notes/NotesScreen.tsx';
import { SourceScreen } from '../features/reader/SourceScreen.tsx';
import { ReviewScreen } from '../features/review/ReviewScreen.tsx';
import { SearchScreen } from '../features/search/SearchScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { SourceNavigator } from '../features/sources/SourceNavigator.tsx';
import { SourcesScreen } from '../features/sources/SourcesScreen.tsx';
import { Codebook } from '../features/tags/Codebook.tsx';
import { TagsScreen } from '../features/tags/TagsScreen.tsx';
import type { Route, Screen } from './route.ts';

export interface ScreenParts {
  Screen: ComponentType<{ route: Route }>;
  /** What the panel at the left holds while this screen is shown. A screen without one leaves the panel out. */
  Navigator?: ComponentType<{ route: Route }>;
  /** Whether the screen fills the panel at the right (`<Inspector>`). */
  inspector?: boolean;
  /** It stays as it is when only the record changes that it is about, and is not begun anew. */
  steady?: boolean;
}

/** The screens that are built. One that is missing here has no rail item and no route. */
export const screens: Partial<Record<Screen, ScreenParts>> = {
  sources: { Screen: SourcesScreen, inspector: true },
  source: { Screen: SourceScreen, Navigator: SourceNavigator, inspector: true },
  entities: { Screen: EntitiesScreen },
  entity: { Screen: EntityScreen, Navigator: EntityNavigator, inspector: true },
  tags: { Screen: TagsScreen, Navigator: Codebook },
  notes: { Screen: NotesScreen, Navigator: NotesNavigator },
  review: { Screen: ReviewScreen },
  dossiers: { Screen: DossiersScreen, Navigator: NothingBesides, steady: true },
  search: { Screen: SearchScreen, Navigator: NothingBesides },
  exchange: { Screen: ExchangeScreen },
  history: { Screen: HistoryScreen },
  settings: { Screen: SettingsScreen },
};

/** A screen that fills the panel at the left itself (`<Navigator>`). */
function NothingBesides() {
  return null;
}

/** Screens that list; a record's own belongs to its list. */
type RailScreen = Exclude<Screen, 'source' | 'entity'>;

/** The rail from top to bottom. */
export const rail: readonly { screen: RailScreen; label: TextKey; icon: Icon; keys: string }[] = [
  { screen: 'sources', label: 'rail.sources', icon: IconFileText, keys: 'g s' },
  { screen: 'entities', label: 'rail.entities', icon: IconUsers, keys: 'g e' },
  { screen: 'tags', label: 'rail.tags', icon: IconTags, keys: 'g t' },
  { screen: 'notes', label: 'rail.notes', icon: IconNotes, keys: 'g n' },
  { screen: 'search', label: 'rail.search', icon: IconSearch, keys: 'g f' },
  { screen: 'review', label: 'rail.review', icon: IconListCheck, keys: 'g r' },
  { screen: 'dossiers', label: 'rail.dossiers', icon: IconPrinter, keys: 'g d' },
  { screen: 'exchange', label: 'rail.exchange', icon: IconArrowsExchange, keys: 'g x' },
  { screen: 'history', label: 'rail.history', icon: IconHistory, keys: 'g h' },
  { screen: 'settings', label: 'rail.settings', icon: IconSettings, keys: 'g ,' },
];
