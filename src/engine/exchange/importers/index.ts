export { importForeign, previewForeign } from './import-foreign.ts';
