import type { ByteSource } from '../byte-source.ts';
import { NO_METADATA, Warning, type ParsedDocument } from '../extraction.ts';
import { divideText } from '../segments.ts';

/** A member of an archive, as its list says; `size` in bytes, null where it is not known. */
export interface Member {
  readonly path: string;
  readonly size: number | null;
}

/** An archive as a document: its text is the list of its members, a line each, with their sizes in bytes. */
export function archiveDocument(
  mediaType: string,
  members: readonly Member[],
  { missing, parts }: { missing: number; parts: NonNullable<ParsedDocument['parts']> },
): ParsedDocument {
  const lines = members.map(({ path, size }) => (size === null ? path : `${path}  ${size}`));
  const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  const warnings = [
    ...(lines.length === 0 ? [Warning.noText] : []),
    ...(missing === 0 ? [] : [`${Warning.membersLeftOut} ${missing}`]),
  ];
  return {
    mediaType,
    encoding: null,
    text,
    segments:
      text === '' ? [] : divideText(text, [{ kind: 'listing', end: text.length, page: null }]),
    metadata: NO_METADATA,
    warnings,
    parts,
  };
}

/** A place in a document that is gone through from its beginning to its end. */
export interface Sequence {
  /** The next bytes, fewer where it ends. Rejects where what is packed is damaged. */
  read(length: number): Promise<Uint8Array>;
  /** Passes over bytes; false where it ends before. */
  skip(length: number): Promise<boolean>;
  close(): void;
}

/** A document as it is. */
export function plainSequence(source: ByteSource, progress: (done: number) => void): Sequence {
  let position = 0;
  const forward = (length: number): void => {
    position += length;
    progress(Math.min(position, source.byteSize));
  };
  return {
    read(length) {
      const bytes = source.at(position, length);
      forward(bytes.byteLength);
      return Promise.resolve(bytes);
    },
    skip(length) {
      const there = position + length <= source.byteSize;
      forward(length);
      return Promise.resolve(there);
    },
    close() {},
  };
}
