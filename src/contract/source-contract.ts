import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, OnCase, OnRecord, Path, pageOf } from './common.ts';
import { AddCustodyInput, CustodyEntry, ListCustodyInput, UpdateCustodyInput } from './custody.ts';
import { SavedFile } from './dossier.ts';
import { DocumentDetails } from './extraction.ts';
import {
  ImportInput,
  Passwords,
  PutAsideInput,
  SetWatchedFolderInput,
  UnfinishedImport,
  WatchedFolder,
} from './import.ts';
import { Job } from './job.ts';
import {
  LayoutPages,
  LayoutPagesInput,
  LayoutPlaceInput,
  OriginalInput,
  PictureInput,
  SaveOriginalInput,
  SourcePart,
  TableRows,
  TableRowsInput,
  TableSheets,
  ThreadMessage,
} from './original.ts';
import { base, done, made } from './procedure.ts';
import {
  ListSourcesInput,
  Source,
  SourceFacets,
  SourcePage,
  SourceText,
  UpdateSourceInput,
  OnSources,
  UpdateSourcesInput,
} from './source.ts';
import {
  ListOrphansInput,
  Orphan,
  PlaceOrphanInput,
  ReadAgainInput,
  TextVersion,
} from './text-version.ts';

/** What a host can say of documents: taking them in, what they are, what they say, where they were. */
export const sourceContract = {
  jobs: {
    startImport: base.input(ImportInput).output(Job),
    /** Reads the texts of sources again; each that changed is one gesture. */
    startReadAgain: base.input(ReadAgainInput).output(Job),
    /** Imports that did not come to their end, because the program did. */
    unfinished: base.input(OnCase).output(z.array(UnfinishedImport)),
    /** Goes on with one. */
    resumeImport: base.input(OnRecord).output(Job),
    /** Gives one up; what it took in stays. */
    forgetImport: base.input(OnRecord).output(done),
    /** Tries again what failed in an import that has ended. */
    retryImport: base.input(z.object({ job: Id, passwords: Passwords.default([]) })).output(Job),
    pause: base.input(z.object({ job: Id })).output(Job),
    resume: base.input(z.object({ job: Id })).output(Job),
    /** Writes what became of each file as CSV. */
    saveResults: base.input(z.object({ job: Id, path: Path })).output(SavedFile),
    list: base.input(OnCase).output(z.array(Job)),
    /** The job as it is now with all its items, then as it goes on (at most ten events a second), until it ends. */
    watch: base.input(z.object({ job: Id })).output(eventIterator(Job)),
    cancel: base.input(z.object({ job: Id })).output(Job),
  },
  sources: {
    list: base.input(ListSourcesInput).output(SourcePage),
    get: base.input(OnRecord).output(Source),
    text: base.input(OnRecord).output(SourceText),
    update: base.input(UpdateSourceInput).output(Source),
    updateMany: base.input(UpdateSourcesInput).output(done),
    remove: base.input(OnRecord).output(done),
    removeMany: base.input(OnSources).output(done),
    facets: base.input(OnCase).output(SourceFacets),
    /** What only documents of its sort say of themselves. */
    details: base.input(OnRecord).output(DocumentDetails),
    /** What was in it. */
    parts: base.input(OnRecord).output(z.array(SourcePart)),
    /** The thread of a message, the first message first; empty for what is no message. */
    thread: base.input(OnRecord).output(z.array(ThreadMessage)),
    /** The original, or a stretch of it, byte for byte. */
    original: base.input(OriginalInput).output(z.instanceof(Blob)),
    saveOriginal: base.input(SaveOriginalInput).output(SavedFile),
    /** A page of the original as PNG. */
    picture: base.input(PictureInput).output(z.instanceof(Blob)),
    layoutPages: base.input(LayoutPagesInput).output(LayoutPages),
    layoutPlace: base.input(LayoutPlaceInput).output(z.object({ page: z.int().nullable() })),
    sheets: base.input(OnRecord).output(TableSheets),
    rows: base.input(TableRowsInput).output(TableRows),
    /** The text that it has, then those that it had, the latest first. */
    versions: base.input(OnRecord).output(z.array(TextVersion)),
  },
  custody: {
    /** What happened to a source's document, the latest first. */
    list: base.input(ListCustodyInput).output(pageOf(CustodyEntry)),
    add: base.input(AddCustodyInput).output(made),
    update: base.input(UpdateCustodyInput).output(done),
    remove: base.input(OnRecord).output(done),
  },
  /** Passages that stand in a text their source no longer has. */
  orphans: {
    list: base.input(ListOrphansInput).output(pageOf(Orphan)),
    count: base.input(OnCase).output(z.object({ count: z.int() })),
    /** Puts one where it belongs in the text of now. */
    place: base.input(PlaceOrphanInput).output(done),
  },
  watching: {
    /** How the watched folder of a case stands: now, and whenever that changes. */
    watch: base.input(OnCase).output(eventIterator(WatchedFolder)),
    set: base.input(SetWatchedFolderInput).output(WatchedFolder),
    /** Offers these files no more. */
    putAside: base.input(PutAsideInput).output(WatchedFolder),
  },
};
