import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The environment of a workbench under test: everything it keeps for a person (recent cases, settings, window state)
 * goes below `home`, so that tests neither see one another nor the person who runs them.
 */
export function isolated(home: string): Record<string, string> {
  const places = {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    APPDATA: join(home, 'AppData/Roaming'),
    LOCALAPPDATA: join(home, 'AppData/Local'),
    LEGAJO_CONFIG: settingsFolder(home),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || /^(ELECTRON_RUN_AS_NODE|NODE_OPTIONS|FORCE_COLOR)$/.test(name)
      ? []
      : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), ...places };
}

/** Where the workbench keeps what belongs to the computer and to no case. */
export function settingsFolder(home: string): string {
  return join(home, 'settings');
}

/** Has it be known that a person was asked who they are, which would come before everything else. */
export function asIfAsked(home: string): void {
  const file = join(settingsFolder(home), 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(settingsFolder(home), { recursive: true });
  writeFileSync(file, JSON.stringify({ settings: { analystAsked: true }, recent: [] }));
}
