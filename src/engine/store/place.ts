import { statSync } from 'node:fs';

/**
 * What tells one file from every other on this computer, and stays when it is renamed or moved within its drive: its
 * device, its number there (inode), and when it was made, where the file system keeps that. A copy differs in one of them
 * at least. Kept in `local`, so that a file copied behind the program's back is known by it.
 */
export function placeOf(path: string): string {
  const { dev, ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true });
  // A file system that does not keep the time of birth gives none, or the time of the last change.
  const born = birthtimeNs > 0n && birthtimeNs < ctimeNs ? String(birthtimeNs) : '';
  return `${dev} ${ino} ${born}`.trim();
}

/** Whether a file that was at `known` is the one that is at `now`. A time of birth counts where both have one. */
export function isSamePlace(known: string, now: string): boolean {
  const [device, inode, born] = known.split(' ');
  const [deviceNow, inodeNow, bornNow] = now.split(' ');
  if (device !== deviceNow || inode !== inodeNow) return false;
  return born === undefined || bornNow === undefined || born === bornNow;
}
