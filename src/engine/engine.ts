import { closeExtraction } from './sources/index.ts';
import { Desk } from './cases/index.ts';
import { closeTypesetting } from './dossier/index.ts';
import { Jobs } from './jobs/index.ts';
import { createRouter, type Router } from './router.ts';
import { SettingsFile } from './settings/index.ts';

/** The case engine: everything Legajo does, behind one router. */
export interface Engine {
  router: Router;
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
  const jobs = new Jobs();
  const desk = new Desk(settings, jobs);
  return {
    router: createRouter({ desk, jobs, settings, version }),
    async close() {
      await jobs.end();
      await desk.closeAll();
      await Promise.all([closeExtraction(), closeTypesetting()]);
    },
  };
}
