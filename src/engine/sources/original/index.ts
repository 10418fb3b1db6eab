export { originalBytes, saveOriginal } from './bytes.ts';
export {
  layoutPages,
  layoutPlace,
  packLayout,
  readLayout,
  tableRows,
  tableSheets,
  unpackLayout,
} from './layout.ts';
export { partsOf, sourceDetails, threadOf } from './within.ts';
