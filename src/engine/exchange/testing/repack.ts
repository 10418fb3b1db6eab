import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { containerOptions } from '../zip-writer.ts';

/** The members of a package by name, for a forger to work on. */
export class Forgery {
  readonly members: Map<string, Buffer>;

  private constructor(members: Map<string, Buffer>) {
    this.members = members;
  }

  static async of(path: string): Promise<Forgery> {
    const zip = await fromBufferPromise(readFileSync(path));
    const members = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      members.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return new Forgery(members);
  }

  text(name: string): string {
    return this.members.get(name)?.toString('utf8') ?? '';
  }

  set(name: string, content: string | Buffer): void {
    this.members.set(name, Buffer.from(content));
  }

  /** The one name that begins so. */
  named(beginning: string): string {
    return [...this.members.keys()].find((name) => name.startsWith(beginning)) ?? '';
  }

  /** Changes fields of the manifest. */
  manifest(change: (manifest: Record<string, unknown>) => object): void {
    const manifest = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(this.text('manifest.json')));
    this.set('manifest.json', JSON.stringify(change(manifest)));
  }

  /** Makes the manifest list the members as they are now: what a careful forger does. */
  seal(): void {
    const members = [...this.members]
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, content]) => ({
        name,
        byteSize: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }));
    this.manifest((manifest) => ({ ...manifest, members }));
  }

  async bytes(): Promise<Buffer> {
    const zip = new ZipFile();
    // Deflated another way than by the program, which is nobody's business.
    const options = { ...containerOptions, compressionLevel: 1 };
    for (const [name, content] of this.members) {
      zip.addReadStreamLazy(name, options, (give) => give(null, Readable.from([content])));
    }
    zip.end();
    return buffer(zip.outputStream);
  }
}

/** Where each record of the central directory begins, with the name it holds. */
export function directoryOf(zip: Buffer): { at: number; name: string }[] {
  const records: { at: number; name: string }[] = [];
  const signature = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = zip.indexOf(signature); at >= 0; at = zip.indexOf(signature, at + 1)) {
    const length = zip.readUInt16LE(at + 28);
    records.push({ at, name: zip.subarray(at + 46, at + 46 + length).toString('utf8') });
  }
  return records;
}

/** Where the bytes of each member lie, as they are compressed: from a first one to before another. */
export function contentsOf(zip: Buffer): { from: number; to: number }[] {
  return directoryOf(zip).map(({ at, name }) => {
    const from = zip.readUInt32LE(at + 42) + 30 + Buffer.byteLength(name);
    return { from, to: from + zip.readUInt32LE(at + 20) };
  });
}
