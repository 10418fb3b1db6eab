import { backupFolderOf, Backups } from './backups/index.ts';
import { WatchedFolders } from './watching/index.ts';
import { closeExtraction } from './sources/index.ts';
import { AddressBook, ownCard } from './colleagues/index.ts';
import { Desk } from './cases/index.ts';
import { closeTypesetting } from './dossier/index.ts';
import { Identity, identityOfFolder } from './identity/index.ts';
import { Merging, SharedFolders } from './exchange/index.ts';
import { Jobs } from './jobs/index.ts';
import { createRouter, type Router } from './router.ts';
import { SettingsFile, ViewFile } from './settings/index.ts';
import { Suggestions } from './suggest/index.ts';

/** The case engine: everything Legajo does, behind one router. */
export interface Engine {
  router: Router;
  /** Says which key this installation has, where a keychain holds it. Otherwise it is in the settings folder. */
  identify(privateKey: string): void;
  /** Locks every encrypted case that is open. */
  lock(): void;
  /** Stops the jobs, closes every case, ends the worker threads. */
  close(): Promise<void>;
}

/**
 * Starts the engine.
 *
 * @param configFolder where what belongs to this computer and not to a case is kept; made when needed
 * @param version of the program
 */
export function createEngine({
  configFolder,
  version,
}: {
  configFolder: string;
  version: string;
}): Engine {
  const settings = new SettingsFile(configFolder);
  const view = new ViewFile(configFolder);
  const jobs = new Jobs();
  let own: Identity | null = null;
  const identity = (): Identity => (own ??= identityOfFolder(configFolder));
  const desk = new Desk(settings, jobs, identity, (about) =>
    backupFolderOf(settings).place(about, 'migration', Date.now()),
  );
  const backups = new Backups(desk, settings);
  const suggestions = new Suggestions();
  const book = new AddressBook(configFolder);
  const merging = new Merging({
    desk,
    backups,
    identity,
    recognize: async (inspection) =>
      book.recognize(inspection, await ownCard(identity(), settings.actor)),
  });
  const sharing = new SharedFolders({
    desk,
    merging,
    identity,
    trusted: () => book.trusted(),
    configFolder,
  });
  const watching = new WatchedFolders(desk, configFolder);
  return {
    router: createRouter({
      backups,
      book,
      desk,
      jobs,
      merging,
      settings,
      sharing,
      suggestions,
      watching,
      identity,
      version,
      view,
    }),
    identify(privateKey) {
      own = new Identity(privateKey);
    },
    lock: () => desk.lockAll(),
    async close() {
      merging.close();
      await sharing.close();
      await watching.close();
      // Reading for names is nobody's work that would be lost, and would hold up what is.
      await suggestions.close();
      await jobs.end();
      await desk.closeAll();
      await backups.close();
      await Promise.all([closeExtraction(), closeTypesetting()]);
    },
  };
}
