import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore } from '../../store/index.ts';
import { writeFailure } from '../../write-whole.ts';
import { unlessCancelled } from '../failure.ts';
import { refuseItself } from '../refuse-itself.ts';
import { writeZip } from '../zip-writer.ts';
import { Content } from './content.ts';
import type { Exported, ExportedFile, ExporterOptions } from './exporter.ts';

/** Bytes gathered before they are written, and between two chances for other work. */
const handful = 256 * 1024;

/** Longest stretch of work between two chances for others, in milliseconds. */
const stretch = 20;

/** Text of a file, in pieces. */
export type Pieces = Iterable<string>;

/** One file of a folder or ZIP, by its path within, with `/` between its parts. */
export interface Part {
  name: string;
  content: () => Pieces;
}

/**
 * Writes what an exporter makes of a case: opens the case at one moment, closes it whatever happens, and tells what was
 * left.
 *
 * @throws CaseError `case.inUse` when `path` is the case file itself, `job.cancelled`, and what `before` throws
 */
export async function exported(
  store: CaseStore,
  path: string,
  options: ExporterOptions,
  write: (content: Content, target: string, out: Output) => Promise<ExportedFile>,
): Promise<Exported> {
  const target = resolve(path);
  refuseItself(store, target);
  unlessCancelled(options.signal);
  const content = new Content(store, options);
  try {
    options.before?.(content);
    const out = new Output(options);
    const file = await write(content, target, out);
    return { ...file, left: content.tally.list(), beside: out.beside };
  } finally {
    content.close();
  }
}

/** Where an exporter writes to. */
export class Output {
  /** Files beside the main one. */
  readonly beside: ExportedFile[] = [];
  readonly #options: ExporterOptions;
  #done = 0;
  #total = 0;
  #turn = performance.now();

  constructor(options: ExporterOptions) {
    this.#options = options;
  }

  /** How many steps the work will have. */
  expect(total: number): void {
    this.#total += total;
  }

  /** Counts the items of a loop as steps done. */
  *counted<T>(items: Iterable<T>): Generator<T, void, undefined> {
    for (const item of items) {
      yield item;
      this.#done += 1;
    }
  }

  /**
   * Writes a file beside its place and puts it there when it is whole and on the disk.
   *
   * @throws CaseError `file.diskFull`, `file.notFound` (no such folder), `file.notWritable`, `file.isFolder`,
   *   `job.cancelled`
   */
  async file(path: string, pieces: Pieces): Promise<ExportedFile> {
    const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.part`);
    try {
      const measured = await this.#write(unfinished, pieces);
      await rename(unfinished, path);
      return { path, ...measured };
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw writeFailure(error, path);
    }
  }

  /**
   * Writes a folder, or a ZIP where the path ends in `.zip`. A folder that is there must be empty; it is put in place when
   * all its files are written.
   *
   * @throws CaseError `file.folderNotEmpty`, and as `file`
   */
  async folder(path: string, parts: readonly Part[]): Promise<ExportedFile> {
    if (/\.zip$/i.test(path)) return this.zip(path, parts);
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) throw new CaseError('file.notWritable', { path });
      if (readdirSync(path).length > 0) throw new CaseError('file.folderNotEmpty', { path });
    }
    const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.part`);
    try {
      await mkdir(unfinished);
      const made = new Set<string>();
      const lines: { name: string; line: string }[] = [];
      let byteSize = 0;
      for (const { name, content } of parts) {
        const place = join(unfinished, ...name.split('/'));
        if (!made.has(dirname(place))) await mkdir(dirname(place), { recursive: true });
        made.add(dirname(place));
        const file = await this.#writeOfMany(place, content());
        byteSize += file.byteSize;
        lines.push({ name, line: `${file.sha256}  ${name}\n` });
      }
      if (existsSync(path)) rmdirSync(path);
      await rename(unfinished, path);
      const list = lines.toSorted((one, other) => (one.name < other.name ? -1 : 1));
      return { path, byteSize, sha256: sha256(list.map(({ line }) => line).join('')) };
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw writeFailure(error, path);
    }
  }

  /** Writes a ZIP. @throws CaseError as `writeZip` */
  async zip(path: string, parts: readonly Part[]): Promise<ExportedFile> {
    const zipped = parts.map(({ name, content }) => ({
      name,
      compress: true,
      content: () => this.#gathered(content()),
    }));
    return { path, ...(await writeZip(path, zipped, this.#options.signal)) };
  }

  async #write(path: string, pieces: Pieces): Promise<{ byteSize: number; sha256: string }> {
    const hash: Hash = createHash('sha256');
    let byteSize = 0;
    const file = await open(path, 'wx');
    try {
      for (const buffer of this.#gathered(pieces)) {
        hash.update(buffer);
        byteSize += buffer.length;
        await file.writeFile(buffer);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { byteSize, sha256: hash.digest('hex') };
  }

  /**
   * Writes one of many files, and does not wait for the disk: of tens of thousands of them that would take
   * minutes, and nothing but the export is lost with them.
   */
  async #writeOfMany(path: string, pieces: Pieces): Promise<{ byteSize: number; sha256: string }> {
    const hash = createHash('sha256');
    let byteSize = 0;
    const file = openSync(path, 'wx');
    try {
      for (const buffer of this.#gathered(pieces)) {
        hash.update(buffer);
        byteSize += buffer.length;
        for (let at = 0; at < buffer.length;) at += writeSync(file, buffer, at);
        await this.#letOthers();
      }
    } finally {
      closeSync(file);
    }
    return { byteSize, sha256: hash.digest('hex') };
  }

  async #letOthers(): Promise<void> {
    if (performance.now() - this.#turn < stretch) return;
    await setImmediate();
    this.#turn = performance.now();
  }

  *#gathered(pieces: Pieces): Generator<Buffer, void, undefined> {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < handful) continue;
      // The other half of a pair may come with the next piece.
      const half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
      if (half !== '') text = text.slice(0, -1);
      unlessCancelled(this.#options.signal);
      this.#options.onProgress?.({ done: this.#done, total: Math.max(this.#done, this.#total) });
      yield Buffer.from(text.toWellFormed(), 'utf8');
      text = half;
    }
    unlessCancelled(this.#options.signal);
    this.#options.onProgress?.({ done: this.#done, total: Math.max(this.#done, this.#total) });
    if (text !== '') yield Buffer.from(text.toWellFormed(), 'utf8');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
