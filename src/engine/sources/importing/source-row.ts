import { basename, extname } from 'node:path';
import type { DocumentDetails, ExtractionSettings } from '#contract/extraction.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { isEdtf } from '#shared/edtf.ts';
import { newId } from '#shared/id.ts';
import { writeBlob, writeBlobFromFile, writeText, type Writer } from '../../store/index.ts';
import { programVersion } from '../../version.ts';
import type { DocumentMetadata, Extraction } from '../extract/index.ts';
import { provenanceColumns } from '../list.ts';

/** Where a document comes from and what it is called there. */
export interface SourceOrigin {
  /** Name of its file. */
  readonly name: string;
  /** Of a source that has its identity already. */
  readonly id?: string;
  /** Its bytes: a file that holds them, or themselves. */
  readonly content: { readonly path: string } | { readonly bytes: Uint8Array };
  /** What it was in, and its place there. */
  readonly container?: { readonly id: string; readonly path: string };
  /** What that says of it, before what it says of itself. */
  readonly said?: Partial<DocumentMetadata>;
  readonly settings?: ExtractionSettings;
  readonly derivesFrom?: string | null;
}

/**
 * Adds a source with its bytes, without its text, within a gesture that is under way.
 *
 * @param provenance what a person set, before what the document says of itself
 * @returns its id
 */
export function putSourceRow(
  writer: Writer,
  origin: SourceOrigin,
  extraction: Extraction,
  provenance: ProvenanceChanges,
): string {
  const { kind, mediaType, encoding, text, segments, textSha256, sha256, byteSize } = extraction;
  const { id = newId(), name, content, container, settings = {}, derivesFrom = null } = origin;
  if ('path' in content) writeBlobFromFile(writer, content.path, sha256);
  else writeBlob(writer, sha256, content.bytes);
  const { details, layout } = extraction;
  if (layout !== null) writeBlob(writer, layout.sha256, layout.bytes);
  const metadata = joined(extraction.metadata, origin.said ?? {});
  const handling = writer.one<{ handling: Handling }>('SELECT handling FROM case_file')?.handling;
  writer.insert('source', {
    id,
    kind,
    fileName: name,
    mediaType,
    encoding,
    sha256,
    byteSize,
    textSha256,
    textLength: text.length,
    pages: segments.reduce<number | null>(
      (most, { page }) => (page === null ? most : Math.max(most ?? 0, page)),
      null,
    ),
    createdAt: new Date().toISOString(),
    ...provenanceColumns({ ...saidOfIt(metadata), ...given(provenance) }),
    title: provenance.title ?? metadata.title ?? basename(name, extname(name)),
    handling: provenance.handling ?? handling ?? 'AMBER',
    derivesFrom,
    containerId: container?.id ?? null,
    memberPath: container?.path ?? '',
    extraction: JSON.stringify(settings),
    extractedBy: `Legajo ${version()}`,
    details: details === null || saysNothing(details) ? '' : JSON.stringify(details),
    messageId: details?.messageId ?? '',
    layoutSha256: layout?.sha256 ?? null,
  });
  return id;
}

/** Adds the text of a document within a gesture that is under way, unless the case has it. */
export function putText(writer: Writer, { textSha256, text, segments }: Extraction): void {
  writeText(
    writer,
    textSha256,
    segments.map(({ start, end, kind, page }) => ({
      start,
      kind,
      page,
      content: text.slice(start, end),
    })),
  );
}

/**
 * Adds a source with its bytes and text within a gesture that is under way.
 *
 * @param item.id of a source that came from elsewhere and keeps its identity
 * @returns its id
 */
export function putSource(
  writer: Writer,
  item: { name: string; path: string; id?: string },
  extraction: Extraction,
  provenance: ProvenanceChanges,
): string {
  const { path, ...named } = item;
  const id = putSourceRow(writer, { ...named, content: { path } }, extraction, provenance);
  putText(writer, extraction);
  return id;
}

function joined(own: DocumentMetadata, said: Partial<DocumentMetadata>): DocumentMetadata {
  const before = Object.entries(said).filter(([, value]) => value !== null && value !== '');
  return { ...own, ...Object.fromEntries(before) };
}

function saidOfIt(metadata: DocumentMetadata): ProvenanceChanges {
  const { author, publisher, published, url, language, retrieved, retrievedFrom } = metadata;
  return {
    author: author ?? '',
    publisher: publisher ?? '',
    published: dateOrNone(published),
    url: url ?? '',
    language: language ?? '',
    retrieved: dateOrNone(retrieved),
    retrievedFrom: retrievedFrom ?? '',
  };
}

function dateOrNone(written: string | null): string {
  return written !== null && isEdtf(written) ? written : '';
}

/** What a person has set; a field left empty leaves what the document says of itself. */
function given(provenance: ProvenanceChanges): ProvenanceChanges {
  return Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== ''));
}

function saysNothing({ properties, outline, messageId, references, position }: DocumentDetails) {
  const lists = properties.length + outline.length + references.length;
  return lists === 0 && messageId === '' && position === null;
}

let known: string | undefined;

function version(): string {
  known ??= programVersion();
  return known;
}
