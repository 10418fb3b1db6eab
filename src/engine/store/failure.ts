import { CaseError } from '#contract/error.ts';

/**
 * What SQLite or the file system said, as a `CaseError`; anything else is given back as it is. The sorts follow
 * https://sqlite.org/rescode.html.
 *
 * @param path the case file concerned
 */
export function storeFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof CaseError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new CaseError('file.diskFull', { path }, error);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return new CaseError('case.readOnly', { path }, error);
  }
  if (code.startsWith('SQLITE_CORRUPT')) return new CaseError('case.damaged', { path }, error);
  if (code.startsWith('SQLITE_IOERR')) {
    return new CaseError('case.damaged', { path, reason: code }, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new CaseError('case.inUse', { path }, error);
  }
  if (code === 'ENOENT') return new CaseError('case.notFound', { path }, error);
  if (code === 'EISDIR') return new CaseError('file.isFolder', { path }, error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new CaseError('file.notWritable', { path }, error);
  }
  return error;
}
