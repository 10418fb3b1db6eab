import { CaseError } from '#contract/error.ts';
import { decodedName } from '../../../archives/index.ts';
import type { ByteSource } from '../byte-source.ts';
import type { DocumentPart, MissingPart, ParsedDocument, ParserOptions } from '../extraction.ts';
import { gzipSequence } from './gzip-sequence.ts';
import { archiveDocument } from './listing.ts';
import { memberPath } from './member-path.ts';

/** Flags of a gzip (RFC 1952, 2.3.1). */
const HAS_EXTRA = 4;
const HAS_NAME = 8;

/** A gzip with one file in it, which has the name that it had or that of the gzip without its ending. */
export function parseGzip(source: ByteSource, options: ParserOptions): Promise<ParsedDocument> {
  const name = memberPath(nameIn(source.at(0, 4096)) ?? withoutEnding(options.name), 1);
  const document = archiveDocument('application/gzip', [{ path: name, size: null }], {
    missing: 0,
    parts: parts(source, name, options),
  });
  return Promise.resolve(document);
}

async function* parts(
  source: ByteSource,
  name: string,
  { limits, progress }: ParserOptions,
): AsyncGenerator<DocumentPart | MissingPart, void, undefined> {
  const sequence = gzipSequence(source, limits, (done) => {
    progress(done, source.byteSize, 'bytes');
  });
  try {
    const bytes = await sequence.read(limits.memberBytes + 1);
    if (bytes.byteLength > limits.memberBytes) {
      const details = { path: name, size: bytes.byteLength, limit: limits.memberBytes };
      throw new CaseError('source.tooLarge', details);
    }
    if (bytes.byteLength === 0) throw new CaseError('source.empty', { path: name });
    yield { name, bytes, mediaType: null };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    yield { name, error: { code: error.code, details: { path: name, ...error.details } } };
  } finally {
    sequence.close();
  }
}

function nameIn(head: Uint8Array): string | null {
  const flags = head[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return null;
  const extra = (flags & HAS_EXTRA) === 0 ? 0 : 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256;
  const start = 10 + extra;
  const end = head.indexOf(0, start);
  return end <= start ? null : decodedName(head.subarray(start, end));
}

function withoutEnding(name: string): string {
  return name.replace(/\.(?:gz|gzip|z)$/i, '');
}
