export { decodeText } from './extract/encoding.ts';
export {
  closeExtraction,
  drawPicture,
  extractDocument,
  type DocumentProgress,
  type Extraction,
} from './extract/index.ts';
export { importDocuments, runImport, type ImportOptions, type ImportWatcher } from './import.ts';
export { ImportJobs } from './import-jobs.ts';
export { putSource } from './importing/source-row.ts';
export {
  getSource,
  listSources,
  readSettings,
  removeSource,
  removeSources,
  updateSource,
  updateSources,
} from './list.ts';
export { originsOf } from './origins.ts';
export { sourceFacets } from './source-filter.ts';
export {
  layoutPages,
  layoutPlace,
  originalBytes,
  partsOf,
  saveOriginal,
  sourceDetails,
  tableRows,
  tableSheets,
  threadOf,
} from './original/index.ts';
export { findQuote } from './quote.ts';
export { readAgain, type ReadAgainOptions } from './reading-again/index.ts';
export { sourceVersions, textOf } from './reading-again/index.ts';
export { CarryThread, type Place } from './carry/index.ts';
export { placeOf, readSourceText, textBetween } from './text.ts';
export { contextLength, wordsIn } from './words-around.ts';
export { hiddenSpans, textKey, type HiddenPassage } from './hidden-words.ts';
