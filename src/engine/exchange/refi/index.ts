export { exportCodebook, importCodebook, previewCodebook } from './codebook.ts';
