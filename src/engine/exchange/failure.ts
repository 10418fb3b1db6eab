import { CaseError } from '#contract/error.ts';

/** What went wrong in reading a file, as a `CaseError`; null when it was not the file system. */
export function readingFailure(error: unknown, path: string): CaseError | null {
  const code = systemCode(error);
  if (code === null) return null;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CaseError('file.notFound', { path }, error);
  if (code === 'EISDIR') return new CaseError('file.isFolder', { path }, error);
  return new CaseError('file.notReadable', { path }, error);
}

/** Something of a package is not as it must be. @param member whose name it was found under */
export function damaged(path: string, member: string, cause?: unknown): CaseError {
  return new CaseError('package.damaged', { path, member }, cause);
}

/** @throws CaseError `job.cancelled` when the work was given up */
export function unlessCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CaseError('job.cancelled', {}, signal.reason);
}

/** The code of a failed call to the operating system. */
function systemCode(error: unknown): string | null {
  const known =
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    typeof error.code === 'string';
  return known ? String(error.code) : null;
}
