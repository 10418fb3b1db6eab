export { lookThrough } from './look-through.ts';
export { mergePackage, type LeaveOut, type MergePackageOptions } from './merge-package.ts';
export { inspection } from './inspection.ts';
export { KeptPreview } from './kept-preview.ts';
export { Merging, type LookedAt } from './merging.ts';
