import { createHash } from 'node:crypto';
import { CaseError } from '#contract/error.ts';
import {
  changeSetHash,
  migrationNames,
  type ClosedChangeSet,
  type StoredSegment,
} from '../store/index.ts';
import type { Keys } from './age.ts';
import { damaged, unlessCancelled } from './failure.ts';
import {
  blobMember,
  ChangeSetLine,
  Manifest,
  ManifestHead,
  memberNames,
  SegmentLine,
  textMember,
  type Member,
} from './format.ts';
import { fromLines } from './lines.ts';
import { checkSignature, type PackageSignature } from './signature.ts';
import { ZipReader } from './zip-reader.ts';

/** No manifest is larger, in bytes: half a million members fit. */
const largestManifest = 128 * 1024 * 1024;

/** How a package is read: may be given up, and tells the bytes it has read; what it may be opened with. */
export interface ReadingOptions extends Keys {
  signal?: AbortSignal | undefined;
  onBytes?: ((count: number) => void) | undefined;
}

/**
 * A package open for reading, and nothing about what is done with it. Everything is checked as it is read, but a hash
 * is known only at the end: what came out of `changeSets`, `text` or `blob` counts once its loop has ended.
 */
export class PackageReader {
  readonly manifest: Manifest;
  /** What its signature is. One that does not hold is told here only when `altered` was asked for. */
  readonly signature: PackageSignature;
  /** SHA-256 of the texts and of the original bytes in the package. */
  readonly texts: readonly string[];
  readonly blobs: readonly string[];
  readonly #zip: ZipReader;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #options: ReadingOptions;

  private constructor(zip: ZipReader, { manifest, signature }: Head, options: ReadingOptions) {
    this.#zip = zip;
    this.manifest = manifest;
    this.signature = signature;
    this.#options = options;
    this.#members = new Map(manifest.members.map((member) => [member.name, member]));
    const hashes = (pattern: RegExp) =>
      manifest.members.flatMap(({ name }) => pattern.exec(name)?.[1] ?? []);
    this.texts = hashes(/^texts\/(.*)\.ndjson$/);
    this.blobs = hashes(/^blobs\/(.*)$/);
  }

  /**
   * Opens a package and checks its manifest against what is there, and its signature, if it has one.
   *
   * @param altered whether to go on although the signature does not hold: to tell so, and nothing else
   * @throws CaseError `package.notAPackage`, `package.unsafePath` {member}, `package.newerVersion`, `package.damaged`
   *   {member}, `package.passphraseNeeded`, `package.passphraseWrong`, `package.notForThisKey`, `file.notFound`,
   *   `file.isFolder`, `file.notReadable`
   */
  static async open(
    path: string,
    options: ReadingOptions = {},
    { altered = false }: { altered?: boolean } = {},
  ): Promise<PackageReader> {
    const zip = await ZipReader.open(path, options);
    try {
      const head = await readHead(zip);
      // What is no package, or is of a later version, is told as that, however it was packed.
      await zip.checkContainer();
      checkMembers(zip, head.manifest);
      if (head.signature.state === 'altered' && !altered) {
        throw damaged(path, memberNames.signature);
      }
      return new PackageReader(zip, head, options);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Bytes of all members but the manifest, uncompressed. */
  get byteSize(): number {
    return this.manifest.members.reduce((sum, { byteSize }) => sum + byteSize, 0);
  }

  get path(): string {
    return this.#zip.path;
  }

  /** The change sets, each replica's chain whole from where the base of the package ends. */
  async *changeSets(): AsyncGenerator<ClosedChangeSet, void, undefined> {
    const name = memberNames.changes;
    const { base } = this.manifest;
    const heads = new Map<string, { sequence: number; hash: string }>();
    for await (const value of this.#lines(name)) {
      const line = ChangeSetLine.safeParse(value);
      if (!line.success) throw damaged(this.path, name, line.error);
      const set = line.data;
      const before = base[set.replica];
      const head =
        heads.get(set.replica) ??
        // What came before the first of a delta is for those to compare who have it.
        (before === undefined
          ? { sequence: 0, hash: '' }
          : { sequence: before, hash: set.previousHash });
      if (
        set.sequence !== head.sequence + 1 ||
        set.previousHash !== head.hash ||
        set.hash !== changeSetHash(set)
      ) {
        throw damaged(this.path, name);
      }
      heads.set(set.replica, { sequence: set.sequence, hash: set.hash });
      yield set;
    }
    const { replicas } = this.manifest;
    const complete =
      replicas.length === heads.size &&
      replicas.every(({ replica, sequence, hash }) => {
        const head = heads.get(replica);
        return head?.sequence === sequence && head.hash === hash;
      });
    if (!complete) throw damaged(this.path, name);
  }

  /** The segments of a text, in order and end to end. */
  async *text(sha256: string): AsyncGenerator<StoredSegment, void, undefined> {
    const name = textMember(sha256);
    const hash = createHash('sha256');
    let length = 0;
    let ordinal = 0;
    for await (const value of this.#lines(name)) {
      const line = SegmentLine.safeParse(value);
      if (!line.success) throw damaged(this.path, name, line.error);
      const { ordinal: place, ...segment } = line.data;
      if (place !== ordinal || segment.start !== length || !segment.content.isWellFormed()) {
        throw damaged(this.path, name);
      }
      hash.update(segment.content, 'utf8');
      length += segment.content.length;
      ordinal += 1;
      yield segment;
    }
    if (hash.digest('hex') !== sha256) throw damaged(this.path, name);
  }

  /** A document's original bytes. */
  blob(sha256: string): AsyncGenerator<Buffer, void, undefined> {
    return this.#bytes(blobMember(sha256));
  }

  /** Size of a document's original bytes. */
  blobSize(sha256: string): number {
    return this.#members.get(blobMember(sha256))?.byteSize ?? 0;
  }

  /** The cover page, which is for people: nothing of it is taken into a case. */
  cover(): AsyncGenerator<Buffer, void, undefined> {
    return this.#bytes(memberNames.cover);
  }

  close(): void {
    this.#zip.close();
  }

  async *#lines(name: string): AsyncGenerator<unknown, void, undefined> {
    try {
      yield* fromLines(this.#bytes(name));
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw damaged(this.path, name, error);
    }
  }

  async *#bytes(name: string): AsyncGenerator<Buffer, void, undefined> {
    const member = this.#members.get(name);
    if (member === undefined) throw damaged(this.path, name);
    const hash = createHash('sha256');
    for await (const chunk of this.#zip.read(name)) {
      unlessCancelled(this.#options.signal);
      hash.update(chunk);
      this.#options.onBytes?.(chunk.length);
      yield chunk;
    }
    if (hash.digest('hex') !== member.sha256) throw damaged(this.path, name);
  }
}

interface Head {
  manifest: Manifest;
  signature: PackageSignature;
}

async function readHead(zip: ZipReader): Promise<Head> {
  const { path } = zip;
  const name = memberNames.manifest;
  const bytes = await wholeMember(zip, name, largestManifest);
  if (bytes === null) throw new CaseError('package.notAPackage', { path });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw damaged(path, name, error);
  }
  const head = ManifestHead.safeParse(value);
  if (!head.success) throw new CaseError('package.notAPackage', { path }, head.error);
  const { formatVersion } = head.data;
  if (formatVersion > Manifest.shape.formatVersion.value) {
    throw new CaseError('package.newerVersion', { path, version: formatVersion });
  }
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw damaged(path, name, manifest.error);
  const { caseFormat } = manifest.data;
  if (caseFormat > migrationNames().length) {
    throw new CaseError('package.newerVersion', { path, version: caseFormat });
  }
  const { scope, base, replicas } = manifest.data;
  const coherent =
    (scope === 'delta' || Object.keys(base).length === 0) &&
    (scope !== 'partial' || (replicas.length === 1 && replicas[0]?.sequence === 1));
  if (!coherent) throw damaged(path, name);
  const signature = checkSignature(
    bytes,
    await wholeMember(zip, memberNames.signature, 64),
    await wholeMember(zip, memberNames.signer, 1024),
  );
  return { manifest: manifest.data, signature };
}

/** A member that is read whole; null when there is none. */
async function wholeMember(zip: ZipReader, name: string, largest: number): Promise<Buffer | null> {
  const size = zip.sizeOf(name);
  if (size === null) return null;
  if (size > largest) throw damaged(zip.path, name);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The ZIP holds exactly what the manifest lists, and the signature, in the sizes it gives; original bytes are what their
 * name says.
 */
function checkMembers(zip: ZipReader, { members }: Manifest): void {
  const { path } = zip;
  const listed = new Set<string>([memberNames.manifest, memberNames.signature, memberNames.signer]);
  for (const { name, byteSize, sha256 } of members) {
    if (listed.has(name) || zip.sizeOf(name) !== byteSize) throw damaged(path, name);
    if (name.startsWith('blobs/') && name !== blobMember(sha256)) throw damaged(path, name);
    listed.add(name);
  }
  for (const name of [memberNames.cover, memberNames.changes, ...zip.names]) {
    if (!listed.has(name)) throw damaged(path, name);
  }
}
