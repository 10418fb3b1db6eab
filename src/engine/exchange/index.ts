export { decideConflicts, listConflicts, openConflicts } from './conflicts/index.ts';
export { exportPackage, type ExportOptions, type Progress } from './export-package.ts';
export { openPackage, type OpenPackageOptions } from './open-package.ts';
export { PackageReader, type ReadingOptions } from './package-reader.ts';
export { exportCodebook, importCodebook, previewCodebook } from './refi/index.ts';
export { importForeign, previewForeign } from './importers/index.ts';
