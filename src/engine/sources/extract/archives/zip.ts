import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { DocumentPart, MissingPart, ParsedDocument, ParserOptions } from '../extraction.ts';
import { archiveDocument } from './listing.ts';
import { judgeMembers, type ZipMember } from './zip-members.ts';
import { unpackMember } from './zip-unpack.ts';

/**
 * A ZIP. Its list of members is its text; a member that is damaged, encrypted, a link or a bomb is left out with a reason
 * and does the others no harm.
 *
 * @throws CaseError `source.truncated` without a directory, `source.failed` {reason}
 */
export async function parseZip(
  source: ByteSource,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const zip = await openZip(source);
  const { entries, broken } = await entriesOf(zip, options.limits.members);
  const members = judgeMembers(entries, source.byteSize, options);
  const missing = members.filter(({ error }) => error !== null).length;
  return archiveDocument('application/zip', members, {
    missing: missing + (broken === null ? 0 : 1),
    parts: parts(zip, source, members, broken, options),
  });
}

async function* parts(
  zip: ZipFile,
  source: ByteSource,
  members: readonly ZipMember[],
  broken: CaseError | null,
  { limits, passwords, progress }: ParserOptions,
): AsyncGenerator<DocumentPart | MissingPart, void, undefined> {
  let unpacked = 0;
  for (const [at, member] of members.entries()) {
    const { path } = member;
    progress(at, members.length, 'documents');
    try {
      if (member.error !== null) throw member.error;
      unpacked += member.size;
      if (unpacked > limits.unpackedBytes) {
        const details = { path, size: unpacked, limit: limits.unpackedBytes };
        throw new CaseError('source.tooLarge', details);
      }
      const bytes = await unpackMember(zip, source, member, passwords);
      yield { name: path, bytes, mediaType: null };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      yield { name: path, error: { code: error.code, details: { path, ...error.details } } };
    }
  }
  if (broken !== null) yield { name: '…', error: { code: broken.code, details: broken.details } };
}

/** @throws CaseError `source.truncated` without a directory, `source.failed` {reason} */
export async function openZip(source: ByteSource): Promise<ZipFile> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.byteSize, {
      autoClose: false,
      decodeStrings: false,
    });
    zip.on('error', () => undefined);
    return zip;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw reason.includes('End of central directory')
      ? new CaseError('source.truncated', {}, cause)
      : new CaseError('source.failed', { reason }, cause);
  }
}

/** The entries of the directory, as far as it is sound and they are not too many. */
export async function entriesOf(
  zip: ZipFile,
  limit: number,
): Promise<{ entries: Entry[]; broken: CaseError | null }> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limit) {
        return { entries, broken: new CaseError('source.tooMany', { limit }) };
      }
      entries.push(entry);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { entries, broken: new CaseError('source.failed', { reason }, cause) };
  }
  return { entries, broken: null };
}

/** A document's bytes as yauzl reads them. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    const bytes = this.#source.at(position, length);
    buffer.set(bytes, offset);
    done(bytes.byteLength === length ? null : new Error('The ZIP ends too soon.'));
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#source.at(start, end - start)]);
  }

  override close(done: (error: Error | null) => void): void {
    done(null);
  }
}
