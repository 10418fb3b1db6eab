import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { onceNotOpen, openHere } from '#engine/store/index.ts';
import { fileError } from './file-errors.ts';
import { secret } from './session.ts';

/** How long a ticket is good for, in milliseconds. */
const lifetime = 60_000;

/** Hands out tickets, each good for one file, once. */
export class DownloadTickets {
  readonly #issued = new Map<string, { path: string; until: number }>();
  readonly #now: () => number;

  /** @param now Unix time in milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  issue(path: string): string {
    for (const [ticket, { until }] of this.#issued) {
      if (until < this.#now()) this.#issued.delete(ticket);
    }
    const ticket = secret();
    this.#issued.set(ticket, { path, until: this.#now() + lifetime });
    return ticket;
  }

  /** The file's path, the first time it is asked for and in time; null otherwise. */
  take(ticket: string): string | null {
    const issued = this.#issued.get(ticket);
    this.#issued.delete(ticket);
    return issued === undefined || issued.until < this.#now() ? null : issued.path;
  }
}

/** Neither follows a link nor waits for a pipe's other end. Windows knows neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that was opened to be sent. */
export interface Download {
  readonly file: FileHandle;
  /** In bytes. */
  readonly size: number;
  /** Closes the file; if it has been opened as a case meanwhile, once that is closed (`store/open-files.ts`). */
  readonly close: () => Promise<void>;
}

/**
 * Opens a file to be sent. A link that has taken the place of the file since is not followed. A case that is open is not
 * sent: part of it would be missing, which is in its write-ahead log.
 *
 * @throws CaseError `case.inUse`, `file.notFound`, `file.isFolder`, `file.notReadable`
 */
export async function openDownload(path: string): Promise<Download> {
  if (openHere(path) !== undefined) throw new CaseError('case.inUse', { path });
  const file = await open(path, openFlags).catch((error: unknown) => {
    throw fileError(error, 'reading', { path });
  });
  const status = await file.stat();
  const close = () =>
    new Promise<void>((settle, reject) => {
      onceNotOpen(status, () => void file.close().then(settle, reject));
    });
  if (status.isFile()) return { file, size: status.size, close };
  await close();
  throw new CaseError(status.isDirectory() ? 'file.isFolder' : 'file.notReadable', { path });
}

/** The `Content-Disposition` that has a browser save a file under its name (RFC 6266, RFC 8187). */
export function disposition(path: string): string {
  const name = basename(path).toWellFormed();
  const plain = name.replace(/[^\u0020-\u007e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
