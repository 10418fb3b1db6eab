import { statSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { z } from 'zod';

/*
 * The case files that this process has open. No other part of the process may open one of them by itself: when it closed
 * it again, the operating system would give up every lock of this process on the file (POSIX advisory locks,
 * https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_), and the next
 * program to read the file and leave it would take the write-ahead log away with it.
 *
 * The locks belong to the process, but each thread has a list of its own: a worker thread is given what was open when
 * it was started. (SQLite itself, whatever the thread, knows of every connection of the process.)
 */

/** What tells a file from every other. */
interface FileNumber {
  dev: number;
  ino: number;
}

interface Held {
  encrypted: boolean;
  /** What lets go of the file if it was moved away from where it was opened, one for each time it is open. */
  holders: Set<() => void>;
  afterwards: (() => void)[];
}

const files = new Map<string, Held>();

const handedDown = 'legajo: case files that are open';
const inherited = new Map(
  z
    .array(z.tuple([z.string(), z.boolean()]))
    .catch([])
    .parse(getEnvironmentData(handedDown)),
);

/**
 * Notes that this process has a case file open.
 *
 * @param leave lets go of the file if it is no longer where it was opened
 * @returns what to call once it is not open any more
 */
export function holdOpen(file: FileNumber, encrypted: boolean, leave: () => void): () => void {
  const key = keyOf(file);
  const held = files.get(key) ?? { encrypted, holders: new Set(), afterwards: [] };
  held.holders.add(leave);
  files.set(key, held);
  handDown();
  return () => {
    held.holders.delete(leave);
    if (held.holders.size > 0) return;
    files.delete(key);
    handDown();
    for (const act of held.afterwards) act();
  };
}

/** What is known of a file that this process has open as a case, without opening it; undefined when it has not. */
export function openHere(path: string): { encrypted: boolean } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const encrypted = files.get(keyOf(found))?.encrypted ?? inherited.get(keyOf(found));
  return encrypted === undefined ? undefined : { encrypted };
}

/** Has who opened a file where it is no longer let go of it, so that it is whole when it is opened where it is now. */
export function letGoIfMoved(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  for (const leave of files.get(keyOf(found))?.holders ?? []) leave();
}

/** Does something once no case of this thread has a file open: at once, if none has. */
export function onceNotOpen(file: FileNumber, act: () => void): void {
  const held = files.get(keyOf(file));
  if (held === undefined) act();
  else held.afterwards.push(act);
}

function handDown(): void {
  const own = [...files].map(([key, { encrypted }]) => [key, encrypted] as const);
  setEnvironmentData(handedDown, [...new Map([...inherited, ...own])]);
}

function keyOf({ dev, ino }: FileNumber): string {
  return `${dev}:${ino}`;
}
