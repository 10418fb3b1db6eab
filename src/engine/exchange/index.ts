export { decideConflicts, listConflicts, openConflicts } from './conflicts/index.ts';
export { exportFormat, exportOptions, listHandovers, planPackage } from './desk/index.ts';
export { exportPackage, type ExportOptions, type Progress } from './export-package.ts';
export {
  inspection,
  KeptPreview,
  lookThrough,
  mergePackage,
  Merging,
  type LeaveOut,
} from './merging/index.ts';
export { openPackage, type OpenPackageOptions } from './open-package.ts';
export { PackageReader, type ReadingOptions } from './package-reader.ts';
export { exportCodebook, importCodebook, previewCodebook } from './refi/index.ts';
export { importForeign, previewForeign } from './importers/index.ts';
export { SharedFolders } from './shared/index.ts';
