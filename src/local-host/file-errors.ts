import { CaseError } from '#contract/error.ts';
import type { ErrorCode, ErrorDetails } from '#contract/error.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file.notFound',
  ENOTDIR: 'file.notFound',
  EISDIR: 'file.isFolder',
  EEXIST: 'case.exists',
  ENOSPC: 'file.diskFull',
  EDQUOT: 'file.diskFull',
  EROFS: 'file.notWritable',
};

/**
 * What a failure of the file system means to a person. A lack of permission is told by what was being done.
 *
 * @param details names the file, by `path` or `name`
 */
export function fileError(
  error: unknown,
  doing: 'reading' | 'writing',
  details: ErrorDetails,
): CaseError {
  if (error instanceof CaseError) return error;
  const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
  const denied = doing === 'reading' ? 'file.notReadable' : 'file.notWritable';
  return new CaseError(codes[errno] ?? denied, details, error);
}
