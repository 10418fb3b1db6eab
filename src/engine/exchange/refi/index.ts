export { codesOf, exportCodebook, importCodebook, previewCodebook } from './codebook.ts';
