export { dropArriving, writeBlobAhead } from './arriving.ts';
export {
  beginBlob,
  blobChunkSize,
  listBlobs,
  readBlob,
  writeBlob,
  writeBlobChunk,
  writeBlobFromFile,
} from './blob.ts';
export { CaseStore, type Opening, type Parameter } from './case-store.ts';
export { changeSetHash, type ChangeSetRecord } from './journal.ts';
export { hangsOn, lastSeen, removedFrom, type JournaledRow } from './past.ts';
export { applicationId, createStore, openStore, passphraseOf } from './open.ts';
export { formatVersion, migrationNames, type MigrationBackup } from './migrate.ts';
export { contentHash } from './content-hash.ts';
export { backupStore, type BackupProgress } from './backup.ts';
export { rekeyFile } from './rekey.ts';
export { discardRepair, repairFile } from './repair/index.ts';
export { verifyStore } from './verify/index.ts';
export { storeFailure } from './failure.ts';
export { lastChangeSetBefore, storeAsOf } from './earlier.ts';
export { Moment } from './moment.ts';
export { journaled, type JournaledName } from './schema.ts';
export { builtUponSet, isBeginning, undo, undoChangeSet, undoSteps } from './undo.ts';
export type { Writer } from './writer.ts';
export { appendChangeSet, applyChange, fieldsOf, type ClosedChangeSet } from './foreign-changes.ts';
export {
  beginText,
  endText,
  listTexts,
  readSegments,
  writeSegment,
  writeText,
  type StoredSegment,
} from './text.ts';
export { onceNotOpen, openHere } from './open-files.ts';
export {
  asWritten,
  buildCase,
  changeSetsBeyond,
  concernedBy,
  conflictsOf,
  extracting,
  mergeChangeSets,
  previewMerge,
  settleWithheld,
  stageChangeSets,
  takeInLeftOut,
  versionVector,
  writtenTogether,
  type Conflict,
  type Fields,
  type Incoming,
  type Key,
  type Merged,
  type MergeOptions,
  type MergePreview,
  type Outcome,
  type PreviewQuery,
  type PreviewRecord,
  type VersionVector,
  type Watch,
  type Written,
} from './merge/index.ts';
