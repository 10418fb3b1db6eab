import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  AdjustExcerptInput,
  CreateTagInput,
  Excerpt,
  ExcerptPage,
  Highlight,
  ListExcerptsInput,
  MentionInput,
  MergeExcerptsInput,
  MergeTagsInput,
  NotePassageInput,
  PassageOutcome,
  SplitExcerptInput,
  SplitOutcome,
  Tag,
  TagPassageInput,
  UntagPassageInput,
  UpdateExcerptInput,
  UpdateTagInput,
} from './annotation.ts';
import {
  CaseNotice,
  CaseInfo,
  LockOutcome,
  NewCaseInput,
  OpenCase,
  OpenCaseInput,
  RecentCase,
  SampleCaseInput,
  SetPassphraseInput,
  UnlockInput,
  UpdateCaseInput,
} from './case.ts';
import {
  CodebookPreview,
  ExportCodebookInput,
  ImportCodebookInput,
  ImportedCodebook,
  PreviewCodebookInput,
} from './codebook.ts';
import { Id, OnCase, OnRecord, Path, Prose } from './common.ts';
import {
  DossierInput,
  DossierOutline,
  DossierVerdict,
  PreviewDossierInput,
  RunDossiersInput,
  SavedFile,
  SaveDossierInput,
  TemplateCheck,
  TemplateInput,
  VerifyDossierInput,
} from './dossier.ts';
import {
  DuplicateCount,
  DuplicatePage,
  LikelyEntity,
  LikelyInput,
  ListDuplicatesInput,
} from './duplicates.ts';
import {
  AddAttributeInput,
  AddEvidenceInput,
  AddLinkInput,
  AddNameInput,
  CreateEntityInput,
  Entity,
  EntityPage,
  FactOutcome,
  ListEntitiesInput,
  UpdateAttributeInput,
  UpdateEntityInput,
  UpdateEvidenceInput,
  UpdateLinkInput,
  UpdateNameInput,
} from './entity.ts';
import {
  AddCardInput,
  Colleague,
  OwnCard,
  RemoveColleagueInput,
  SaveCardInput,
  SaveColleagueInput,
} from './colleague.ts';
import {
  ConflictPage,
  DecideConflictsInput,
  DecideOutcome,
  ListConflictsInput,
} from './conflict.ts';
import {
  ExportedFormat,
  ExportedPackage,
  ExportFormatInput,
  ExportPackageInput,
  HandoverPage,
  ListHandoversInput,
  PackagePlan,
  PlanPackageInput,
} from './exchange.ts';
import {
  MergeInput,
  MergePreview,
  MergeProgress,
  MergeRecordPage,
  MergeRecordsInput,
  PreviewMergeInput,
} from './merge.ts';
import { InspectPackageInput, OpenPackageInput, PackageInspection } from './package.ts';
import { SetSharedFolderInput, SharedFolder } from './shared-folder.ts';
import {
  Contributor,
  GesturePage,
  HistoryChangesInput,
  ListHistoryInput,
  RecordChangePage,
  RecordHistory,
  RecordHistoryInput,
  TakeBackInput,
  UndoInput,
  UndoOutcome,
  UndoSteps,
} from './history.ts';
import {
  AddFindingInput,
  Finding,
  ListFindingsInput,
  MoveFindingInput,
  UpdateFindingInput,
} from './finding.ts';
import {
  ForeignImportInput,
  ForeignImportOutcome,
  ForeignPreview,
  ForeignPreviewInput,
} from './foreign-import.ts';
import { Ontology } from './ontology.ts';
import {
  AddPhotoInput,
  ListPhotosInput,
  MovePhotoInput,
  Photo,
  UpdatePhotoInput,
} from './photo.ts';
import { ListPresetsInput, Preset, SavePresetInput } from './preset.ts';
import { base, done, made } from './procedure.ts';
import {
  CitableInput,
  CitedInput,
  CitedPassage,
  CitingInput,
  ListNotesInput,
  NoteCounts,
  NoteEntry,
  NoteEntryPage,
} from './note.ts';
import { QueryExcerptsInput, TagMatrix, TagMatrixInput } from './passage-query.ts';
import {
  AssessInput,
  JudgeInput,
  ListResolutionsInput,
  ResolutionPage,
  SplitInput,
} from './resolution.ts';
import {
  AcceptOutcome,
  AcceptSuggestionsInput,
  ListSuggestionGroupsInput,
  ListSuggestionsInput,
  MentionSpan,
  RejectOutcome,
  RejectSuggestionsInput,
  GetSuggestionInput,
  Suggestion,
  SuggestionGroupPage,
  SuggestionSpan,
  SuggestionSpansInput,
  SuggestionPage,
  SuggestionState,
  SuggestionStateInput,
} from './suggestion.ts';
import {
  Backup,
  BackupStatus,
  BackUpInput,
  DiscardBackupsInput,
  MadeBackup,
  RepairInput,
  RepairReport,
  RestoreInput,
  VerifyReport,
} from './safety.ts';
import { SearchInput, SearchResult } from './search.ts';
import { Settings, SettingsChanges, View, ViewChanges, WhoAmI } from './settings.ts';
import { AddNoteInput } from './source.ts';
import { sourceContract } from './source-contract.ts';

/** All that a host can say to the engine. One contract, whatever carries it. */
export const contract = {
  engine: {
    /** Says that the engine is there, and which. */
    hello: base.output(z.object({ name: z.literal('legajo'), version: z.string() })),
    ontology: base.output(Ontology),
  },
  settings: {
    get: base.output(Settings),
    change: base.input(SettingsChanges).output(Settings),
    view: base.output(View),
    keepView: base.input(ViewChanges).output(done),
  },
  identity: {
    get: base.output(WhoAmI),
  },
  cases: {
    recent: base.output(z.array(RecentCase)),
    forget: base.input(z.object({ path: Path })).output(z.array(RecentCase)),
    open: base.input(OpenCaseInput).output(OpenCase),
    create: base.input(NewCaseInput).output(OpenCase),
    createSample: base.input(SampleCaseInput).output(OpenCase),
    close: base.input(OnCase).output(z.object({ closed: z.boolean() })),
    info: base.input(OnCase).output(OpenCase),
    update: base.input(UpdateCaseInput).output(CaseInfo),
    /** One event now and one after each change set, locking and unlocking, until the case is closed. */
    watch: base.input(OnCase).output(eventIterator(CaseNotice)),
    /** Hides an encrypted case from all who have it open, and closes its file once what is under way has ended. */
    lock: base.input(OnCase).output(LockOutcome),
    unlock: base.input(UnlockInput).output(OpenCase),
    /** Sets, changes or removes the passphrase. Jobs of the case are ended first; its handle stays good. */
    setPassphrase: base.input(SetPassphraseInput).output(OpenCase),
  },
  exchange: {
    /** What a package would hold; nothing is written. */
    plan: base.input(PlanPackageInput).output(PackagePlan),
    /** Writes a package, and then into the case what left it. */
    exportPackage: base.input(ExportPackageInput).output(ExportedPackage),
    /** Writes the case in a form of another program, and then into the case what left it. */
    exportFormat: base.input(ExportFormatInput).output(ExportedFormat),
    /** What left the case, the latest first. */
    handovers: base.input(ListHandoversInput).output(HandoverPage),
    /** What a package says of itself; nothing is taken in. */
    inspect: base.input(InspectPackageInput).output(PackageInspection),
    openPackage: base.input(OpenPackageInput).output(OpenCase),
    /** What merging a package would do; nothing is changed. Aborting the call stops it. */
    preview: base.input(PreviewMergeInput).output(MergePreview),
    /** The records that a merge would concern. */
    records: base.input(MergeRecordsInput).output(MergeRecordPage),
    /** Merges a package that was looked through, all or nothing. Aborting the call takes back what was begun. */
    merge: base.input(MergeInput).output(eventIterator(MergeProgress)),
    /** What taking a file of another program in would do; nothing is changed. */
    previewForeign: base.input(ForeignPreviewInput).output(ForeignPreview),
    /** Takes it in as one gesture. */
    importForeign: base.input(ForeignImportInput).output(ForeignImportOutcome),
  },
  sharing: {
    /** How the shared folder of a case stands: now, and whenever that changes. */
    watch: base.input(OnCase).output(eventIterator(SharedFolder)),
    set: base.input(SetSharedFolderInput).output(SharedFolder),
    /** Takes in and drops what there is, now. */
    sync: base.input(OnCase).output(SharedFolder),
  },
  colleagues: {
    /** The address book of this computer, by name. */
    list: base.output(z.array(Colleague)),
    /** This installation as others are to know it. */
    own: base.output(OwnCard),
    save: base.input(SaveColleagueInput).output(Colleague),
    remove: base.input(RemoveColleagueInput).output(done),
    /** Reads a card that somebody saved for others. */
    addCard: base.input(AddCardInput).output(Colleague),
    /** Saves the card of this installation as a file for others. */
    saveCard: base.input(SaveCardInput).output(SavedFile),
  },
  conflicts: {
    /** What people wrote without knowing of each other, and nobody has decided. */
    list: base.input(ListConflictsInput).output(ConflictPage),
    count: base.input(OnCase).output(z.object({ count: z.int() })),
    /** Decides some of them, in one gesture. */
    decide: base.input(DecideConflictsInput).output(DecideOutcome),
  },
  presets: {
    /** What is kept of a kind with the case, by name. */
    list: base.input(ListPresetsInput).output(z.array(Preset)),
    save: base.input(SavePresetInput).output(made),
    remove: base.input(OnRecord).output(done),
  },
  ...sourceContract,
  tags: {
    list: base.input(OnCase).output(z.array(Tag)),
    create: base.input(CreateTagInput).output(made),
    update: base.input(UpdateTagInput).output(done),
    remove: base.input(OnRecord).output(done),
    merge: base.input(MergeTagsInput).output(done),
    /** Writes the codebook as REFI-QDA codebook exchange (`.qdc`). */
    exportCodebook: base.input(ExportCodebookInput).output(SavedFile),
    /** What taking a codebook in would bring; nothing is changed. */
    previewCodebook: base.input(PreviewCodebookInput).output(CodebookPreview),
    importCodebook: base.input(ImportCodebookInput).output(ImportedCodebook),
    matrix: base.input(TagMatrixInput).output(TagMatrix),
  },
  excerpts: {
    list: base.input(ListExcerptsInput).output(ExcerptPage),
    /** Passages by a combination of tags, entities and sources. */
    query: base.input(QueryExcerptsInput).output(ExcerptPage),
    get: base.input(OnRecord).output(Excerpt),
    highlights: base.input(OnCase.extend({ source: Id })).output(z.array(Highlight)),
    tag: base.input(TagPassageInput).output(PassageOutcome),
    untag: base.input(UntagPassageInput).output(done),
    mention: base.input(MentionInput).output(PassageOutcome),
    unmention: base.input(OnRecord).output(done),
    note: base.input(NotePassageInput).output(PassageOutcome),
    update: base.input(UpdateExcerptInput).output(PassageOutcome),
    adjust: base.input(AdjustExcerptInput).output(PassageOutcome),
    /** Both parts keep the tags, mentions, evidence and handling; notes stay with the first. */
    split: base.input(SplitExcerptInput).output(SplitOutcome),
    merge: base.input(MergeExcerptsInput).output(PassageOutcome),
    remove: base.input(OnRecord).output(done),
  },
  entities: {
    list: base.input(ListEntitiesInput).output(EntityPage),
    get: base.input(OnRecord).output(Entity),
    create: base.input(CreateEntityInput).output(made),
    update: base.input(UpdateEntityInput).output(done),
    remove: base.input(OnRecord).output(done),
    addName: base.input(AddNameInput).output(FactOutcome),
    updateName: base.input(UpdateNameInput).output(done),
    removeName: base.input(OnRecord).output(done),
    addAttribute: base.input(AddAttributeInput).output(FactOutcome),
    updateAttribute: base.input(UpdateAttributeInput).output(done),
    removeAttribute: base.input(OnRecord).output(done),
    addLink: base.input(AddLinkInput).output(FactOutcome),
    updateLink: base.input(UpdateLinkInput).output(done),
    removeLink: base.input(OnRecord).output(done),
    addEvidence: base.input(AddEvidenceInput).output(made),
    updateEvidence: base.input(UpdateEvidenceInput).output(done),
    removeEvidence: base.input(OnRecord).output(done),
    /** Prefers a fact to its rivals, which stay; a former assessment of the same point gives way. */
    assess: base.input(AssessInput).output(made),
    unassess: base.input(OnRecord).output(done),
  },
  resolutions: {
    list: base.input(ListResolutionsInput).output(ResolutionPage),
    judge: base.input(JudgeInput).output(made),
    remove: base.input(OnRecord).output(done),
    /** Takes one entity out of its cluster; the others stay together. */
    split: base.input(SplitInput).output(done),
  },
  suggestions: {
    /** How much is left to judge; asking begins the reading of the case's sources. */
    state: base.input(SuggestionStateInput).output(SuggestionState),
    list: base.input(ListSuggestionsInput).output(SuggestionPage),
    groups: base.input(ListSuggestionGroupsInput).output(SuggestionGroupPage),
    /** Where what is left to judge stands in a source, in the order of its text; waits until that is read. */
    spans: base.input(SuggestionSpansInput).output(z.array(SuggestionSpan)),
    /** One that is left to judge, whole. */
    get: base.input(GetSuggestionInput).output(Suggestion),
    accept: base.input(AcceptSuggestionsInput).output(AcceptOutcome),
    reject: base.input(RejectSuggestionsInput).output(RejectOutcome),
    /** What was judged to be a mention in a source. */
    mentions: base.input(OnCase.extend({ source: Id })).output(z.array(MentionSpan)),
  },
  duplicates: {
    /** Pairs of entities that may be one and that nobody has judged, best first, as far as they have been found. */
    list: base.input(ListDuplicatesInput).output(DuplicatePage),
    count: base.input(OnCase).output(DuplicateCount),
    /** Entities that a name may mean while it is being typed. */
    likely: base.input(LikelyInput).output(z.array(LikelyEntity)),
  },
  notes: {
    list: base.input(ListNotesInput).output(NoteEntryPage),
    counts: base.input(OnCase).output(NoteCounts),
    /** Passages as a note cites them, as they are now; one that is gone is left out. */
    cited: base.input(CitedInput).output(z.array(CitedPassage)),
    /** Passages that a note may want to cite. */
    citable: base.input(CitableInput).output(z.array(CitedPassage)),
    /** The notes that cite a passage. */
    citing: base.input(CitingInput).output(z.array(NoteEntry)),
    add: base.input(AddNoteInput).output(made),
    update: base.input(OnRecord.extend({ body: Prose.min(1) })).output(done),
    remove: base.input(OnRecord).output(done),
  },
  /** What analysts conclude, of an entity or of the case. */
  findings: {
    list: base.input(ListFindingsInput).output(z.array(Finding)),
    add: base.input(AddFindingInput).output(made),
    update: base.input(UpdateFindingInput).output(done),
    move: base.input(MoveFindingInput).output(done),
    remove: base.input(OnRecord).output(done),
  },
  photos: {
    list: base.input(ListPhotosInput).output(z.array(Photo)),
    /** The picture as it was read, byte for byte. */
    bytes: base.input(OnRecord).output(z.instanceof(Blob)),
    add: base.input(AddPhotoInput).output(made),
    update: base.input(UpdatePhotoInput).output(done),
    move: base.input(MovePhotoInput).output(done),
    remove: base.input(OnRecord).output(done),
  },
  history: {
    steps: base.input(OnCase).output(UndoSteps),
    undo: base.input(UndoInput).output(UndoOutcome),
    redo: base.input(UndoInput).output(UndoOutcome),
    takeBack: base.input(TakeBackInput).output(UndoOutcome),
    list: base.input(ListHistoryInput).output(GesturePage),
    changes: base.input(HistoryChangesInput).output(RecordChangePage),
    ofRecord: base.input(RecordHistoryInput).output(RecordHistory),
    people: base.input(OnCase).output(z.array(Contributor)),
  },
  safety: {
    /** Looks at all of the case, in a thread of its own, while work in it goes on. Aborting the call stops it. */
    verify: base.input(OnCase).output(VerifyReport),
    /** How the case stands with its backups: now, and whenever that changes, until it is closed. */
    watch: base.input(OnCase).output(eventIterator(BackupStatus)),
    /** The backups of an open case, newest first. */
    backups: base.input(OnCase).output(z.array(Backup)),
    /** Every backup on this computer, newest first; no case need be open. */
    allBackups: base.output(z.array(Backup)),
    backUp: base.input(BackUpInput).output(MadeBackup),
    restore: base.input(RestoreInput).output(OpenCase),
    /** Deletes backups for good. @returns those that are left */
    discardBackups: base.input(DiscardBackupsInput).output(z.array(Backup)),
    /** Puts what can be read of a damaged file into a new one. Aborting the call stops it and leaves no new file. */
    repair: base.input(RepairInput).output(RepairReport),
  },
  search: {
    query: base.input(SearchInput).output(SearchResult),
  },
  dossiers: {
    /** What there is to choose from, and what would be printed. */
    outline: base.input(DossierInput).output(DossierOutline),
    /** The dossier as a PDF in which each fact leads to its record (`legajo:entity/ID`, `legajo:passage/ID`). */
    preview: base.input(PreviewDossierInput).output(z.instanceof(Blob)),
    /** The dossier as it would be saved. */
    render: base.input(DossierInput).output(z.instanceof(Blob)),
    save: base.input(SaveDossierInput).output(SavedFile),
    /** One dossier for each of the subjects, as a job. */
    run: base.input(RunDossiersInput).output(z.object({ job: Id })),
    verify: base.input(VerifyDossierInput).output(DossierVerdict),
    checkTemplate: base.input(TemplateInput).output(TemplateCheck),
    /** Writes the program's own template into a folder that is empty or not there yet, to be changed. */
    copyTemplate: base.input(TemplateInput).output(done),
  },
};
