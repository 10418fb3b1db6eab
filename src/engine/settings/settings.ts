import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentCase } from '#contract/case.ts';
import { type Analyst, Settings } from '#contract/settings.ts';
import { Handling } from '#contract/vocabulary.ts';
import { KeptFile } from './kept-file.ts';

const Recent = z.object({
  id: z.string().nullable().default(null),
  path: z.string(),
  title: z.string(),
  handling: Handling,
  encrypted: z.boolean(),
  openedAt: z.string(),
});
type Recent = z.infer<typeof Recent>;

const Kept = z.object({ settings: Settings, recent: z.array(Recent) });
type Kept = z.infer<typeof Kept>;
const Loosely = z.looseObject({ settings: z.looseObject({}) });

const none: Kept = {
  settings: {
    analyst: { name: '', initials: '', organization: '' },
    analystAsked: false,
    lockAfterMinutes: 15,
    language: null,
    colorScheme: 'auto',
    readingSize: 17,
    keys: {},
    backup: { everyMinutes: 60, keepHours: 24, keepDays: 7, keepWeeks: 4 },
    backupFolder: null,
  },
  recent: [],
};

/** How many recent cases are remembered. */
const remembered = 20;

/**
 * What is kept on this computer, outside any case file: who works here, the look, the cases opened lately. It is one
 * small JSON file; one that cannot be read counts as empty, since nothing of a case is in it.
 */
export class SettingsFile {
  readonly #folder: string;
  readonly #file: KeptFile;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = new KeptFile(folder, 'settings.json');
  }

  /** Where what belongs to this computer is kept; it need not be there yet. */
  get folder(): string {
    return this.#folder;
  }

  get settings(): Settings {
    return this.#read().settings;
  }

  /** Who works here, as stamped on changes: until a person says otherwise, by the name they are logged in with. */
  get actor(): Analyst {
    const { analyst } = this.settings;
    return analyst.name === '' ? { ...analyst, name: userInfo().username } : analyst;
  }

  change(changes: { [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    const kept = this.#read();
    const settings = Settings.parse({
      ...kept.settings,
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    });
    this.#write({ ...kept, settings });
    return settings;
  }

  get recent(): Omit<RecentCase, 'exists'>[] {
    return this.#read().recent.map(withoutWords);
  }

  remember(recent: Recent): void {
    const kept = this.#read();
    const others = kept.recent.filter((one) => one.path !== recent.path);
    const recents = [recent, ...others].slice(0, remembered).map(withoutWords);
    this.#write({ ...kept, recent: recents });
  }

  forget(path: string): void {
    const kept = this.#read();
    this.#write({ ...kept, recent: kept.recent.filter((one) => one.path !== path) });
  }

  #read(): Kept {
    try {
      const kept = Loosely.parse(this.#file.read());
      // What an earlier version did not know is as it is by default.
      return Kept.parse({ ...kept, settings: { ...none.settings, ...kept.settings } });
    } catch {
      return none;
    }
  }

  #write(kept: Kept): void {
    this.#file.write(kept);
  }
}

/** Of an encrypted case no words are kept outside its file: it goes by the name of that. */
function withoutWords(recent: Recent): Recent {
  if (!recent.encrypted) return recent;
  return { ...recent, title: basename(recent.path).replace(/\.casefile$/i, '') };
}
