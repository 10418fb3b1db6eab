import { CaseError } from '#contract/error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { DocumentPart, MissingPart, ParsedDocument, ParserOptions } from '../extraction.ts';
import { gzipSequence } from './gzip-sequence.ts';
import { archiveDocument, plainSequence, type Member, type Sequence } from './listing.ts';
import { tarMembers } from './tar-members.ts';

/**
 * A TAR, also within a gzip. It is gone through twice: for the list of its members, and for the members. One that breaks
 * off, or is damaged in the middle, gives what comes before.
 *
 * @throws CaseError `source.truncated`, `source.failed` where not even one member can be read
 */
export async function parseTar(
  source: ByteSource,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const packed = Buffer.from(source.at(0, 2)).toString('latin1') === '\u001f\u008b';
  const open = (): Sequence => {
    const progress = (done: number): void => {
      options.progress(done, source.byteSize, 'bytes');
    };
    return packed
      ? gzipSequence(source, options.limits, progress)
      : plainSequence(source, progress);
  };
  const { members, missing, error } = await list(open(), options);
  if (members.length === 0 && error !== null) throw error;
  return archiveDocument(packed ? 'application/gzip' : 'application/x-tar', members, {
    missing,
    parts: parts(open(), options),
  });
}

async function list(
  sequence: Sequence,
  { limits }: ParserOptions,
): Promise<{ members: Member[]; missing: number; error: CaseError | null }> {
  const members: Member[] = [];
  let missing = 0;
  try {
    for await (const { path, size, error } of tarMembers(sequence)) {
      if (members.length >= limits.members) return { members, missing: missing + 1, error: null };
      members.push({ path, size });
      if (error !== null || size > limits.memberBytes) missing += 1;
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { members, missing: missing + 1, error };
  } finally {
    sequence.close();
  }
  return { members, missing, error: null };
}

async function* parts(
  sequence: Sequence,
  { limits }: ParserOptions,
): AsyncGenerator<DocumentPart | MissingPart, void, undefined> {
  const members = tarMembers(sequence);
  let asked: 'read' | undefined;
  let at = '…';
  try {
    for (let count = 0; ; count += 1) {
      const next = await members.next(asked);
      if (next.done === true) return;
      asked = undefined;
      const { path, size, error } = next.value;
      at = path;
      if (count >= limits.members) {
        yield missing(path, new CaseError('source.tooMany', { path, limit: limits.members }));
        return;
      }
      if (error !== null) {
        yield missing(path, error);
      } else if (size > limits.memberBytes) {
        yield missing(
          path,
          new CaseError('source.tooLarge', { path, size, limit: limits.memberBytes }),
        );
      } else {
        const bytes = await sequence.read(size);
        if (bytes.byteLength < size) throw new CaseError('source.truncated', { path });
        asked = 'read';
        at = '…';
        yield { name: path, bytes, mediaType: null };
      }
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    yield missing(at, error);
  } finally {
    sequence.close();
  }
}

function missing(name: string, { code, details }: CaseError): MissingPart {
  return { name, error: { code, details } };
}
