export { packLayout } from '../extract/packed-layout.ts';
export { originalBytes, saveOriginal } from './bytes.ts';
export { layoutPages, layoutPlace, tableRows, tableSheets, unpackLayout } from './layout.ts';
export { partsOf, sourceDetails, threadOf } from './within.ts';
