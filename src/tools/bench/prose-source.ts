import { createHash } from 'node:crypto';
import { beginBlob, writeBlobChunk, writeText, type Writer } from '#engine/store/index.ts';
import { newId } from '#shared/id.ts';
import type { Prose } from './prose.ts';

/** A source of a case that is made up for a bench. */
export interface ProseSource {
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  /** Where each paragraph begins and ends, without the empty line after it, in UTF-16 code units. */
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Writes a source of made-up prose, with its original and its text.
 *
 * @param of.length of a paragraph, least and most, in UTF-16 code units
 */
export function addProseSource(
  writer: Writer,
  prose: Prose,
  of: {
    readonly title: string;
    readonly fileName: string;
    readonly paragraphs: number;
    readonly length: readonly [least: number, most: number];
    readonly createdAt: string;
  },
): ProseSource {
  let start = 0;
  const segments = Array.from({ length: of.paragraphs }, () => {
    const content = `${prose.paragraph(prose.between(...of.length))}\n\n`;
    const segment = { start, kind: 'paragraph', page: null, content };
    start += content.length;
    return segment;
  });
  const text = segments.map(({ content }) => content).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const bytes = Buffer.from(text);
  beginBlob(writer, sha256, bytes.length);
  writeBlobChunk(writer, sha256, 0, bytes);
  writeText(writer, sha256, segments);
  const id = newId();
  writer.insert('source', {
    id,
    title: of.title,
    kind: 'text',
    fileName: of.fileName,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256,
    byteSize: bytes.length,
    textSha256: sha256,
    textLength: text.length,
    reliability: 'B',
    handling: 'AMBER',
    createdAt: of.createdAt,
  });
  const paragraphs = segments.map((segment) => ({
    start: segment.start,
    end: segment.start + segment.content.length - 2,
  }));
  return { id, text, sha256, paragraphs };
}
