import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file that a command line asks for, as an absolute path, or null. Whether it is a case file is for the engine to
 * say, so that a wrong one is answered in words. Desktops may hand a file over as a `file:` address.
 *
 * @param args what follows the program on its command line; switches are passed over
 * @param workingDirectory what a relative path is relative to
 */
export function caseFileArgument(args: readonly string[], workingDirectory: string): string | null {
  const arg = args.find((candidate) => candidate !== '' && !candidate.startsWith('-'));
  if (arg === undefined) return null;
  const path = arg.startsWith('file:') ? pathOfAddress(arg) : arg;
  if (path === null) return null;
  return isAbsolute(path) ? path : resolve(workingDirectory, path);
}

function pathOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}
