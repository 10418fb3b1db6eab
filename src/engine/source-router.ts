import { countOrphans, listOrphans, placeOrphan } from './annotations/index.ts';
import type { Desk } from './cases/index.ts';
import { addCustody, listCustody, removeCustody, updateCustody } from './custody/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { Procedures } from './procedures.ts';
import {
  drawPicture,
  getSource,
  layoutPages,
  layoutPlace,
  originalBytes,
  partsOf,
  saveOriginal,
  sourceDetails,
  tableRows,
  tableSheets,
  threadOf,
  ImportJobs,
  listSources,
  readAgain,
  readSourceText,
  removeSource,
  removeSources,
  sourceFacets,
  sourceVersions,
  updateSource,
  updateSources,
} from './sources/index.ts';
import type { WatchedFolders } from './watching/index.ts';
import { failingByWire } from './wire-failure.ts';

const changed = { changed: true };

/** Binds what is done with documents to the contract. It decides nothing: it finds the case and hands on. */
export function sourceProcedures(
  os: Procedures,
  { desk, jobs, watching }: { desk: Desk; jobs: Jobs; watching: WatchedFolders },
) {
  const imports = new ImportJobs(jobs);
  return {
    jobs: {
      startImport: os.jobs.startImport.handler(({ input: { handle, passwords, ...request } }) =>
        imports.start(handle, desk.writable(handle), request, passwords),
      ),
      startReadAgain: os.jobs.startReadAgain.handler(({ input: { handle, sources, ...how } }) => {
        const store = desk.writable(handle);
        const total = new Set(sources).size;
        return jobs.start('readAgain', handle, total, (progress, signal, { gate }) => {
          const rest = () => gate.pass(signal);
          return readAgain(store, sources, { ...how, signal, rest }, progress);
        });
      }),
      unfinished: os.jobs.unfinished.handler(({ input }) =>
        imports.unfinished(desk.store(input.handle)),
      ),
      resumeImport: os.jobs.resumeImport.handler(({ input: { handle, id } }) =>
        imports.goOn(handle, desk.writable(handle), id),
      ),
      forgetImport: os.jobs.forgetImport.handler(({ input: { handle, id } }) => ({
        changed: imports.forget(desk.writable(handle), id),
      })),
      retryImport: os.jobs.retryImport.handler(({ input: { job, passwords } }) =>
        imports.retry(desk.writable(imports.handleOf(job)), job, passwords),
      ),
      pause: os.jobs.pause.handler(({ input }) => jobs.pause(input.job)),
      resume: os.jobs.resume.handler(({ input }) => jobs.resume(input.job)),
      saveResults: os.jobs.saveResults.handler(({ input: { job, path } }) => {
        // The names of what was imported are words of the case, too.
        desk.store(imports.handleOf(job));
        return imports.saveResults(job, path);
      }),
      list: os.jobs.list.handler(({ input }) => {
        // The names of what is imported are words of the case: a locked one does not tell them.
        desk.store(input.handle);
        return jobs.list(input.handle);
      }),
      watch: os.jobs.watch.handler(({ input, signal }) =>
        failingByWire(jobs.watch(input.job, signal)),
      ),
      cancel: os.jobs.cancel.handler(({ input }) => jobs.cancel(input.job)),
    },
    sources: {
      list: os.sources.list.handler(({ input }) => listSources(desk.store(input.handle), input)),
      get: os.sources.get.handler(({ input }) => getSource(desk.store(input.handle), input.id)),
      text: os.sources.text.handler(({ input }) =>
        readSourceText(desk.store(input.handle), input.id),
      ),
      update: os.sources.update.handler(({ input }) =>
        updateSource(desk.store(input.handle), input.id, input.changes),
      ),
      updateMany: os.sources.updateMany.handler(({ input: { handle, ids, changes } }) => ({
        changed: updateSources(desk.store(handle), ids, changes),
      })),
      remove: os.sources.remove.handler(({ input }) => {
        removeSource(desk.store(input.handle), input.id);
        return changed;
      }),
      removeMany: os.sources.removeMany.handler(({ input }) => {
        removeSources(desk.store(input.handle), input.ids);
        return changed;
      }),
      facets: os.sources.facets.handler(({ input }) => sourceFacets(desk.store(input.handle))),
      details: os.sources.details.handler(({ input }) =>
        sourceDetails(desk.store(input.handle), input.id),
      ),
      parts: os.sources.parts.handler(({ input }) => partsOf(desk.store(input.handle), input.id)),
      thread: os.sources.thread.handler(({ input }) =>
        threadOf(desk.store(input.handle), input.id),
      ),
      original: os.sources.original.handler(({ input }) => {
        const { bytes, mediaType } = originalBytes(desk.store(input.handle), input.id, input);
        return new Blob([bytes], { type: mediaType });
      }),
      saveOriginal: os.sources.saveOriginal.handler(({ input }) =>
        saveOriginal(desk.store(input.handle), input.id, input.path),
      ),
      picture: os.sources.picture.handler(
        async ({ input: { handle, id, page, width }, signal }) => {
          const { bytes, mediaType } = originalBytes(desk.store(handle), id);
          const png = await drawPicture(bytes, { mediaType, page, maxWidth: width }, signal);
          return new Blob([new Uint8Array(png)], { type: 'image/png' });
        },
      ),
      layoutPages: os.sources.layoutPages.handler(({ input }) =>
        layoutPages(desk.store(input.handle), input),
      ),
      layoutPlace: os.sources.layoutPlace.handler(({ input }) =>
        layoutPlace(desk.store(input.handle), input),
      ),
      sheets: os.sources.sheets.handler(({ input }) =>
        tableSheets(desk.store(input.handle), input.id),
      ),
      rows: os.sources.rows.handler(({ input }) => tableRows(desk.store(input.handle), input)),
      versions: os.sources.versions.handler(({ input }) =>
        sourceVersions(desk.store(input.handle), input.id),
      ),
    },
    custody: {
      list: os.custody.list.handler(({ input: { handle, ...asked } }) =>
        listCustody(desk.store(handle), asked),
      ),
      add: os.custody.add.handler(({ input }) => ({
        id: addCustody(desk.store(input.handle), input.source, input.words),
      })),
      update: os.custody.update.handler(({ input }) => {
        updateCustody(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      remove: os.custody.remove.handler(({ input }) => {
        removeCustody(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    orphans: {
      list: os.orphans.list.handler(({ input: { handle, ...asked } }) =>
        listOrphans(desk.store(handle), asked),
      ),
      count: os.orphans.count.handler(({ input }) => ({
        count: countOrphans(desk.store(input.handle)),
      })),
      place: os.orphans.place.handler(({ input: { handle, id, ...span } }) => {
        placeOrphan(desk.store(handle), id, span);
        return changed;
      }),
    },
    watching: {
      watch: os.watching.watch.handler(({ input, signal }) =>
        failingByWire(watching.watch(input.handle, signal)),
      ),
      set: os.watching.set.handler(({ input }) => watching.set(input.handle, input.path)),
      putAside: os.watching.putAside.handler(({ input }) =>
        watching.putAside(input.handle, input.paths),
      ),
    },
  };
}
