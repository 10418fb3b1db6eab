import { statSync } from 'node:fs';

/*
 * The case files that this process has open. No other part of the process may open one of them by itself: when it closed
 * it again, the operating system would give up every lock of this process on the file (POSIX advisory locks,
 * https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_), and the next
 * program to read the file and leave it would take the write-ahead log away with it.
 */

const files = new Map<string, { encrypted: boolean; times: number }>();

/** Notes that this process has a case file open. @returns what to call once it has not */
export function holdOpen(file: { dev: number; ino: number }, encrypted: boolean): () => void {
  const key = `${file.dev}:${file.ino}`;
  const held = files.get(key) ?? { encrypted, times: 0 };
  held.times += 1;
  files.set(key, held);
  return () => {
    held.times -= 1;
    if (held.times === 0) files.delete(key);
  };
}

/** What is known of a file that this process has open as a case, without opening it; undefined when it has not. */
export function openHere(path: string): { encrypted: boolean } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : files.get(`${found.dev}:${found.ino}`);
}
