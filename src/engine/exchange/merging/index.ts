export { lookThrough } from './look-through.ts';
export { mergePackage, type LeaveOut, type MergePackageOptions } from './merge-package.ts';
export { Merging } from './merging.ts';
