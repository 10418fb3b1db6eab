import type { DossierRequest } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { GestureLabel } from '#contract/history.ts';
import {
  adjustPassage,
  getExcerpt,
  highlightsOf,
  listExcerpts,
  listTags,
  mergeTags,
  createTag,
  mergePassages,
  notePassage,
  queryExcerpts,
  removeExcerpt,
  removeTag,
  splitPassage,
  tagMatrix,
  tagPassage,
  untagPassage,
  updatePassage,
  updateTag,
} from './annotations/index.ts';
import type { Backups } from './backups/index.ts';
import type { Desk } from './cases/index.ts';
import { ownCard, readCard, saveCard, type AddressBook } from './colleagues/index.ts';
import {
  checkTemplate,
  copyTemplate,
  outlineDossier,
  renderDossier,
  runDossiers,
  verifyDossier,
  type RenderedDossier,
} from './dossier/index.ts';
import { duplicatesOf } from './duplicates/index.ts';
import {
  addAttribute,
  addEvidence,
  addLink,
  addName,
  assess,
  createEntity,
  getEntity,
  judge,
  listEntities,
  listResolutions,
  mentionEntity,
  removeEntity,
  removeLink,
  removeName,
  removeResolution,
  split,
  unassess,
  unmentionEntity,
  updateAttribute,
  updateEntity,
  updateEvidence,
  updateLink,
  updateName,
} from './entities/index.ts';
import {
  decideConflicts,
  exportCodebook,
  exportFormat,
  exportOptions,
  exportPackage,
  importCodebook,
  importForeign,
  listConflicts,
  listHandovers,
  openConflicts,
  openPackage,
  planPackage,
  previewCodebook,
  previewForeign,
  type Merging,
  type SharedFolders,
} from './exchange/index.ts';
import {
  addFinding,
  listFindings,
  moveFinding,
  removeFinding,
  updateFinding,
} from './findings/index.ts';
import {
  changesOf,
  contributors,
  listGestures,
  recordHistory,
  takeBackOrAsk,
  undoOrAsk,
} from './history/index.ts';
import { whoAmI, type Identity } from './identity/index.ts';
import type { Jobs } from './jobs/index.ts';
import {
  addNote,
  citablePassages,
  citedPassages,
  countNotes,
  listNotes,
  notesCiting,
} from './notes/index.ts';
import { ontology } from './ontology.ts';
import {
  addPhoto,
  listPhotos,
  movePhoto,
  photoFile,
  removePhoto,
  updatePhoto,
} from './photos/index.ts';
import { procedures } from './procedures.ts';
import { listPresets, removePreset, savePreset } from './presets/index.ts';
import { createSampleFile } from './sample/index.ts';
import { search } from './search/index.ts';
import type { SettingsFile, ViewFile } from './settings/index.ts';
import { sourceProcedures } from './source-router.ts';
import { mentionSpans, type Suggestions } from './suggest/index.ts';
import { undoSteps, type CaseStore, type JournaledName } from './store/index.ts';
import type { WatchedFolders } from './watching/index.ts';
import { failingByWire } from './wire-failure.ts';
import { writeWhole } from './write-whole.ts';

/** What the procedures work on. */
export interface EngineParts {
  backups: Backups;
  book: AddressBook;
  desk: Desk;
  jobs: Jobs;
  merging: Merging;
  settings: SettingsFile;
  sharing: SharedFolders;
  suggestions: Suggestions;
  identity: () => Identity;
  version: string;
  view: ViewFile;
  watching: WatchedFolders;
}

/** Binds the engine's subjects to the contract. It decides nothing: it finds the case and hands on. */
export function createRouter({
  backups,
  book,
  desk,
  jobs,
  merging,
  settings,
  sharing,
  suggestions,
  identity,
  version,
  view,
  watching,
}: EngineParts) {
  const os = procedures(desk);
  const changed = { changed: true };
  const gone = (handle: string, label: GestureLabel, table: JournaledName, id: string) => {
    desk.store(handle).gesture(label, (writer) => writer.remove(table, id));
    return changed;
  };
  const rendered = (
    store: CaseStore,
    request: DossierRequest,
    signal: AbortSignal | undefined,
    preview = false,
  ) => renderDossier(store, request, { author: desk.actor(), signer: identity(), signal, preview });
  const asBlob = ({ bytes, mediaType }: RenderedDossier) =>
    new Blob([new Uint8Array(bytes)], { type: mediaType });

  const packed = (
    store: CaseStore,
    options: Parameters<typeof exportOptions>[1],
    signal?: AbortSignal,
  ) => exportOptions(store, options, { actor: desk.actor(), identity, signal });

  return os.router({
    engine: {
      hello: os.engine.hello.handler(() => ({ name: 'legajo', version })),
      ontology: os.engine.ontology.handler(() => ontology()),
    },
    settings: {
      get: os.settings.get.handler(() => settings.settings),
      change: os.settings.change.handler(({ input }) => settings.change(input)),
      view: os.settings.view.handler(() => view.view),
      keepView: os.settings.keepView.handler(({ input }) => ({ changed: view.keep(input) })),
    },
    identity: {
      get: os.identity.get.handler(() => whoAmI(settings.actor, identity())),
    },
    cases: {
      recent: os.cases.recent.handler(() => desk.recent()),
      forget: os.cases.forget.handler(({ input }) => {
        settings.forget(input.path);
        return desk.recent();
      }),
      open: os.cases.open.handler(({ input }) =>
        desk.open(input.path, input.passphrase, input.access),
      ),
      create: os.cases.create.handler(({ input }) => desk.create(input)),
      createSample: os.cases.createSample.handler(async ({ input }) =>
        desk.keep(await createSampleFile(input.path, input.language, desk.actor)),
      ),
      close: os.cases.close.handler(async ({ input }) => ({
        closed: await desk.close(input.handle),
      })),
      info: os.cases.info.handler(({ input }) => desk.describe(input.handle)),
      update: os.cases.update.handler(({ input }) => desk.update(input.handle, input.changes)),
      watch: os.cases.watch.handler(({ input, signal }) =>
        failingByWire(desk.watch(input.handle, signal)),
      ),
      lock: os.cases.lock.handler(({ input }) => desk.lock(input.handle)),
      unlock: os.cases.unlock.handler(({ input }) => desk.unlock(input.handle, input.passphrase)),
      setPassphrase: os.cases.setPassphrase.handler(({ input }) => desk.setPassphrase(input)),
    },
    exchange: {
      plan: os.exchange.plan.handler(({ input }) => {
        const store = desk.store(input.handle);
        return planPackage(store, packed(store, input.options));
      }),
      exportPackage: os.exchange.exportPackage.handler(({ input, signal }) => {
        const store = desk.store(input.handle);
        return exportPackage(store, input.path, packed(store, input.options, signal));
      }),
      exportFormat: os.exchange.exportFormat.handler(({ input, signal }) =>
        exportFormat(desk.store(input.handle), input, signal),
      ),
      handovers: os.exchange.handovers.handler(({ input }) =>
        listHandovers(desk.store(input.handle), input),
      ),
      inspect: os.exchange.inspect.handler(({ input }) => merging.inspect(input)),
      openPackage: os.exchange.openPackage.handler(
        async ({ input: { packagePath, path, packagePassphrase, passphrase }, signal }) =>
          desk.keep(
            await openPackage(packagePath, path, {
              actor: desk.actor,
              keys: merging.keys(packagePassphrase),
              passphrase,
              signal,
            }),
          ),
      ),
      preview: os.exchange.preview.handler(({ input, signal }) => merging.preview(input, signal)),
      records: os.exchange.records.handler(({ input }) => merging.records(input)),
      merge: os.exchange.merge.handler(({ input, signal }) =>
        failingByWire(merging.merge(input, signal)),
      ),
      previewForeign: os.exchange.previewForeign.handler(({ input, signal }) =>
        previewForeign(desk.store(input.handle), input, signal),
      ),
      importForeign: os.exchange.importForeign.handler(({ input, signal }) =>
        importForeign(desk.writable(input.handle), input, signal),
      ),
    },
    sharing: {
      watch: os.sharing.watch.handler(({ input, signal }) =>
        failingByWire(sharing.watch(input.handle, signal)),
      ),
      set: os.sharing.set.handler(({ input }) => sharing.set(input)),
      sync: os.sharing.sync.handler(({ input }) => sharing.sync(input.handle)),
    },
    colleagues: {
      list: os.colleagues.list.handler(() => book.list()),
      own: os.colleagues.own.handler(() => ownCard(identity(), settings.actor)),
      save: os.colleagues.save.handler(({ input }) =>
        book.save(input.fingerprint, input.changes, input.publicKey),
      ),
      remove: os.colleagues.remove.handler(({ input }) => {
        book.remove(input.fingerprint);
        return changed;
      }),
      addCard: os.colleagues.addCard.handler(({ input }) => book.add(readCard(input.path))),
      saveCard: os.colleagues.saveCard.handler(({ input }) =>
        saveCard(input.path, identity(), settings.actor),
      ),
    },
    conflicts: {
      list: os.conflicts.list.handler(({ input }) =>
        listConflicts(desk.store(input.handle), input),
      ),
      count: os.conflicts.count.handler(({ input }) => ({
        count: openConflicts(desk.store(input.handle)).length,
      })),
      decide: os.conflicts.decide.handler(({ input }) =>
        decideConflicts(desk.writable(input.handle), input),
      ),
    },
    presets: {
      list: os.presets.list.handler(({ input }) =>
        listPresets(desk.store(input.handle), input.kind),
      ),
      save: os.presets.save.handler(({ input }) => ({
        id: savePreset(desk.store(input.handle), input),
      })),
      remove: os.presets.remove.handler(({ input }) => {
        removePreset(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    ...sourceProcedures(os, { desk, jobs, watching }),
    tags: {
      list: os.tags.list.handler(({ input }) => listTags(desk.store(input.handle))),
      create: os.tags.create.handler(({ input }) => ({
        id: createTag(desk.store(input.handle), input),
      })),
      update: os.tags.update.handler(({ input }) => {
        updateTag(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      remove: os.tags.remove.handler(({ input }) => {
        removeTag(desk.store(input.handle), input.id);
        return changed;
      }),
      merge: os.tags.merge.handler(({ input }) => {
        mergeTags(desk.store(input.handle), input.id, input.into);
        return changed;
      }),
      exportCodebook: os.tags.exportCodebook.handler(({ input }) =>
        exportCodebook(desk.store(input.handle), input.path, version),
      ),
      previewCodebook: os.tags.previewCodebook.handler(({ input }) =>
        previewCodebook(desk.store(input.handle), input.path),
      ),
      importCodebook: os.tags.importCodebook.handler(({ input }) =>
        importCodebook(desk.store(input.handle), input),
      ),
      matrix: os.tags.matrix.handler(({ input }) => tagMatrix(desk.store(input.handle), input)),
    },
    excerpts: {
      list: os.excerpts.list.handler(({ input }) => listExcerpts(desk.store(input.handle), input)),
      query: os.excerpts.query.handler(({ input }) =>
        queryExcerpts(desk.store(input.handle), input),
      ),
      get: os.excerpts.get.handler(({ input }) => getExcerpt(desk.store(input.handle), input.id)),
      highlights: os.excerpts.highlights.handler(({ input }) =>
        highlightsOf(desk.store(input.handle), input.source),
      ),
      tag: os.excerpts.tag.handler(({ input }) =>
        tagPassage(desk.store(input.handle), input.passage, input.tag),
      ),
      untag: os.excerpts.untag.handler(({ input }) => {
        untagPassage(desk.store(input.handle), input.excerpt, input.tag);
        return changed;
      }),
      mention: os.excerpts.mention.handler(({ input }) =>
        mentionEntity(desk.store(input.handle), input.passage, input.entity),
      ),
      unmention: os.excerpts.unmention.handler(({ input }) => {
        unmentionEntity(desk.store(input.handle), input.id);
        return changed;
      }),
      note: os.excerpts.note.handler(({ input }) =>
        notePassage(desk.store(input.handle), input.passage, input.body),
      ),
      update: os.excerpts.update.handler(({ input }) =>
        updatePassage(desk.store(input.handle), input.passage, input.changes),
      ),
      adjust: os.excerpts.adjust.handler(({ input: { handle, id, start, end } }) =>
        adjustPassage(desk.store(handle), id, { start, end }),
      ),
      split: os.excerpts.split.handler(({ input }) =>
        splitPassage(desk.store(input.handle), input.id, input.at),
      ),
      merge: os.excerpts.merge.handler(({ input }) =>
        mergePassages(desk.store(input.handle), input.id, input.other),
      ),
      remove: os.excerpts.remove.handler(({ input }) => {
        removeExcerpt(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    entities: {
      list: os.entities.list.handler(({ input }) => listEntities(desk.store(input.handle), input)),
      get: os.entities.get.handler(({ input }) => getEntity(desk.store(input.handle), input.id)),
      create: os.entities.create.handler(({ input }) => ({
        id: createEntity(desk.store(input.handle), input),
      })),
      update: os.entities.update.handler(({ input }) => {
        updateEntity(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      remove: os.entities.remove.handler(({ input }) => {
        removeEntity(desk.store(input.handle), input.id);
        return changed;
      }),
      addName: os.entities.addName.handler(({ input }) => addName(desk.store(input.handle), input)),
      updateName: os.entities.updateName.handler(({ input }) => {
        updateName(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      removeName: os.entities.removeName.handler(({ input }) => {
        removeName(desk.store(input.handle), input.id);
        return changed;
      }),
      addAttribute: os.entities.addAttribute.handler(({ input }) =>
        addAttribute(desk.store(input.handle), input),
      ),
      updateAttribute: os.entities.updateAttribute.handler(({ input }) => {
        updateAttribute(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      removeAttribute: os.entities.removeAttribute.handler(({ input }) =>
        gone(input.handle, 'attribute.remove', 'attribute', input.id),
      ),
      addLink: os.entities.addLink.handler(({ input }) => addLink(desk.store(input.handle), input)),
      updateLink: os.entities.updateLink.handler(({ input }) => {
        updateLink(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      removeLink: os.entities.removeLink.handler(({ input }) => {
        removeLink(desk.store(input.handle), input.id);
        return changed;
      }),
      addEvidence: os.entities.addEvidence.handler(({ input }) => ({
        id: addEvidence(desk.store(input.handle), input),
      })),
      updateEvidence: os.entities.updateEvidence.handler(({ input }) => {
        updateEvidence(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      removeEvidence: os.entities.removeEvidence.handler(({ input }) =>
        gone(input.handle, 'evidence.remove', 'evidence', input.id),
      ),
      assess: os.entities.assess.handler(({ input }) => ({
        id: assess(desk.store(input.handle), input),
      })),
      unassess: os.entities.unassess.handler(({ input }) => {
        unassess(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    resolutions: {
      list: os.resolutions.list.handler(({ input }) =>
        listResolutions(desk.store(input.handle), input),
      ),
      judge: os.resolutions.judge.handler(({ input }) => ({
        id: judge(desk.store(input.handle), input),
      })),
      remove: os.resolutions.remove.handler(({ input }) => {
        removeResolution(desk.store(input.handle), input.id);
        return changed;
      }),
      split: os.resolutions.split.handler(({ input }) => {
        split(desk.store(input.handle), input.id, input.reason);
        return changed;
      }),
    },
    suggestions: {
      state: os.suggestions.state.handler(({ input }) =>
        suggestions.state(desk.store(input.handle), input.minScore),
      ),
      list: os.suggestions.list.handler(({ input }) =>
        suggestions.list(desk.store(input.handle), input),
      ),
      groups: os.suggestions.groups.handler(({ input }) =>
        suggestions.groups(desk.store(input.handle), input),
      ),
      spans: os.suggestions.spans.handler(({ input }) =>
        suggestions.spans(desk.store(input.handle), input),
      ),
      get: os.suggestions.get.handler(({ input }) =>
        suggestions.get(desk.store(input.handle), input.key),
      ),
      accept: os.suggestions.accept.handler(({ input }) =>
        suggestions.accept(desk.store(input.handle), input),
      ),
      reject: os.suggestions.reject.handler(({ input }) =>
        suggestions.reject(desk.store(input.handle), input),
      ),
      mentions: os.suggestions.mentions.handler(({ input }) =>
        mentionSpans(desk.store(input.handle), input.source),
      ),
    },
    duplicates: {
      list: os.duplicates.list.handler(({ input }) =>
        duplicatesOf(desk.store(input.handle)).list(input),
      ),
      count: os.duplicates.count.handler(({ input }) =>
        duplicatesOf(desk.store(input.handle)).count(),
      ),
      likely: os.duplicates.likely.handler(({ input }) =>
        duplicatesOf(desk.store(input.handle)).likely(input),
      ),
    },
    notes: {
      list: os.notes.list.handler(({ input }) => listNotes(desk.store(input.handle), input)),
      counts: os.notes.counts.handler(({ input }) => countNotes(desk.store(input.handle))),
      cited: os.notes.cited.handler(({ input }) =>
        citedPassages(desk.store(input.handle), input.ids),
      ),
      citable: os.notes.citable.handler(({ input }) =>
        citablePassages(desk.store(input.handle), input),
      ),
      citing: os.notes.citing.handler(({ input }) =>
        notesCiting(desk.store(input.handle), input.id),
      ),
      add: os.notes.add.handler(({ input }) => ({
        id: addNote(desk.store(input.handle), input.subject, input.body),
      })),
      update: os.notes.update.handler(({ input }) => {
        desk.store(input.handle).gesture('note.update', (writer) => {
          if (!writer.update('note', input.id, { body: input.body })) {
            throw new CaseError('record.notFound', { id: input.id });
          }
        });
        return changed;
      }),
      remove: os.notes.remove.handler(({ input }) =>
        gone(input.handle, 'note.remove', 'note', input.id),
      ),
    },
    findings: {
      list: os.findings.list.handler(({ input }) =>
        listFindings(desk.store(input.handle), input.entity),
      ),
      add: os.findings.add.handler(({ input }) => ({
        id: addFinding(desk.store(input.handle), input),
      })),
      update: os.findings.update.handler(({ input }) => {
        updateFinding(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      move: os.findings.move.handler(({ input }) => ({
        changed: moveFinding(desk.store(input.handle), input.id, input.before),
      })),
      remove: os.findings.remove.handler(({ input }) => {
        removeFinding(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    photos: {
      list: os.photos.list.handler(({ input }) =>
        listPhotos(desk.store(input.handle), input.entity),
      ),
      bytes: os.photos.bytes.handler(({ input }) => photoFile(desk.store(input.handle), input.id)),
      add: os.photos.add.handler(({ input }) => ({
        id: addPhoto(desk.store(input.handle), input),
      })),
      update: os.photos.update.handler(({ input }) => {
        updatePhoto(desk.store(input.handle), input.id, input.changes);
        return changed;
      }),
      move: os.photos.move.handler(({ input }) => ({
        changed: movePhoto(desk.store(input.handle), input.id, input.before),
      })),
      remove: os.photos.remove.handler(({ input }) => {
        removePhoto(desk.store(input.handle), input.id);
        return changed;
      }),
    },
    history: {
      steps: os.history.steps.handler(({ input }) => undoSteps(desk.store(input.handle))),
      undo: os.history.undo.handler(({ input }) =>
        undoOrAsk(desk.writable(input.handle), 'undo', input.force),
      ),
      redo: os.history.redo.handler(({ input }) =>
        undoOrAsk(desk.writable(input.handle), 'redo', input.force),
      ),
      takeBack: os.history.takeBack.handler(({ input }) =>
        takeBackOrAsk(desk.writable(input.handle), input.changeSet, input.force),
      ),
      list: os.history.list.handler(({ input }) => listGestures(desk.store(input.handle), input)),
      changes: os.history.changes.handler(({ input }) =>
        changesOf(desk.store(input.handle), input),
      ),
      ofRecord: os.history.ofRecord.handler(({ input }) =>
        recordHistory(desk.store(input.handle), input),
      ),
      people: os.history.people.handler(({ input }) => contributors(desk.store(input.handle))),
    },
    safety: {
      verify: os.safety.verify.handler(({ input, signal }) => backups.verify(input.handle, signal)),
      watch: os.safety.watch.handler(({ input, signal }) =>
        failingByWire(backups.watch(input.handle, signal)),
      ),
      backups: os.safety.backups.handler(({ input }) => backups.ofCase(input.handle)),
      allBackups: os.safety.allBackups.handler(() => backups.all()),
      backUp: os.safety.backUp.handler(({ input: { handle, path }, signal }) =>
        backups.backUp(handle, path, signal),
      ),
      restore: os.safety.restore.handler(async ({ input: { backup, path, passphrase } }) => {
        const restored = await backups.restore(backup, path, passphrase);
        return desk.open(restored.path, passphrase);
      }),
      discardBackups: os.safety.discardBackups.handler(({ input }) =>
        backups.discard(input.backups),
      ),
      repair: os.safety.repair.handler(({ input: { path, out, passphrase }, signal }) =>
        backups.repair(path, out, passphrase, signal),
      ),
    },
    search: {
      query: os.search.query.handler(({ input }) => search(desk.store(input.handle), input)),
    },
    dossiers: {
      outline: os.dossiers.outline.handler(({ input: { handle, ...request } }) =>
        outlineDossier(desk.store(handle), request, request.template),
      ),
      preview: os.dossiers.preview.handler(async ({ input: { handle, ...look }, signal }) => {
        const request: DossierRequest = { ...look, format: 'pdf' };
        return asBlob(await rendered(desk.store(handle), request, signal, true));
      }),
      render: os.dossiers.render.handler(async ({ input: { handle, ...request }, signal }) =>
        asBlob(await rendered(desk.store(handle), request, signal)),
      ),
      save: os.dossiers.save.handler(async ({ input: { handle, path, ...request }, signal }) =>
        writeWhole(path, (await rendered(desk.store(handle), request, signal)).bytes),
      ),
      run: os.dossiers.run.handler(({ input: { handle, folder, ...request } }) => {
        const store = desk.store(handle);
        const author = desk.actor();
        const { id: job } = jobs.start(
          'dossiers',
          handle,
          new Set(request.subjects).size,
          (watcher, signal) =>
            runDossiers(store, request, { folder, author, signer: identity(), watcher, signal }),
        );
        return { job };
      }),
      checkTemplate: os.dossiers.checkTemplate.handler(({ input }) => checkTemplate(input.folder)),
      copyTemplate: os.dossiers.copyTemplate.handler(async ({ input }) => {
        await copyTemplate(input.folder);
        return { changed: true };
      }),
      verify: os.dossiers.verify.handler(({ input: { path, handle } }) =>
        verifyDossier(path, {
          book,
          identity: identity(),
          analyst: settings.actor,
          store: handle === undefined ? undefined : desk.store(handle),
        }),
      ),
    },
  });
}

export type Router = ReturnType<typeof createRouter>;
