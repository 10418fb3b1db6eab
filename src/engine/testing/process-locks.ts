import { existsSync, readFileSync, statSync } from 'node:fs';

const table = '/proc/locks';

/**
 * The locks that the operating system holds for processes on a file, as Linux tells them
 * (https://man7.org/linux/man-pages/man5/proc_locks.5.html); none on systems that do not tell.
 */
export function processLocks(path: string): string[] {
  if (!existsSync(table)) return [];
  const { ino } = statSync(path);
  return readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`:${ino} `))
    .map((line) => line.replace(/^\d+: /, ''));
}
