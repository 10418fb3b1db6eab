import type { CaseErrorData } from '#contract/error.ts';
import type { DocumentDetails, ExtractionSettings, Layout } from '#contract/extraction.ts';
import type { SegmentKind, SourceKind } from '#contract/vocabulary.ts';
import type { ByteSource } from './byte-source.ts';
import type { PackedLayout } from './packed-layout.ts';

export type { SegmentKind } from '#contract/vocabulary.ts';

/**
 * A stretch of a document's text that is indexed and cited as one place. The segments of a document are contiguous:
 * the first starts at 0, each starts where the one before ends, the last ends at the text's length.
 */
export interface Segment {
  readonly kind: SegmentKind;
  /** UTF-16 code units from the start of the text. */
  readonly start: number;
  /** UTF-16 code units, exclusive. */
  readonly end: number;
  /** Page of the original from 1, or null where the format has no pages. */
  readonly page: number | null;
}

/** What a document says about itself. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** An EDTF date: `2023`, `2023-09` or `2023-09-20`. */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** When a copy of it was taken, where its format says so (a saved page, an archive of the web): an EDTF date. */
  readonly retrieved: string | null;
  /** Where that copy was taken from: most often the address that was asked for, which may not be the canonical one. */
  readonly retrievedFrom: string | null;
}

/** One document as text. */
export interface Extraction {
  readonly kind: SourceKind;
  readonly mediaType: string;
  /** Label of the WHATWG Encoding standard, or null where the format has no one encoding (PDF). */
  readonly encoding: string | null;
  /** Lines end in `\n`; there are no lone surrogates. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly metadata: DocumentMetadata;
  readonly details: DocumentDetails | null;
  /** Where the text stands in the original; null where there is nothing to show it on. */
  readonly layout: PackedLayout | null;
  /** SHA-256 of the text as UTF-8, hexadecimal. */
  readonly textSha256: string;
  /** SHA-256 of the original bytes, hexadecimal. */
  readonly sha256: string;
  readonly byteSize: number;
  /** What was not perfect, see {@link Warning}; one about pages carries them: `pagesWithoutText 3,7`. */
  readonly warnings: readonly string[];
}

/** The first word of each warning. */
export const Warning = {
  /** Lone surrogates or bytes that no character has were replaced by U+FFFD. */
  charactersReplaced: 'charactersReplaced',
  /** No main text was told apart from the page around it, so the whole page was taken. */
  wholePage: 'wholePage',
  /** These pages hold no text: most often scans. Followed by the page numbers. */
  pagesWithoutText: 'pagesWithoutText',
  /** These pages could not be read. Followed by the page numbers. */
  pagesNotRead: 'pagesNotRead',
  /** The words of these pages were told from pictures and may be wrong. Followed by the page numbers. */
  pagesByOcr: 'pagesByOcr',
  /** It is kept as it is, but no text could be read from it: no such format is read, or there is none in it. */
  noText: 'noText',
  /** It is kept as it is, but is too large for its text to be read. */
  tooLargeForText: 'tooLargeForText',
  /**
   * It is not as its format has it, and is given as it is written. Followed by the numbers of the lines of which that is
   * true, where it is not true of all.
   */
  readAsText: 'readAsText',
  /** These members could not be taken in, for a reason each. Followed by how many. */
  membersLeftOut: 'membersLeftOut',
} as const;

/** How much of the computer one document may take. */
export interface ExtractionLimits {
  /** Bytes of a text or Markdown file. */
  readonly textBytes: number;
  /** Bytes of an HTML file. */
  readonly htmlBytes: number;
  /** Bytes of a PDF file, and of other documents that are read as a whole: of an office, of mail, of pictures. */
  readonly pdfBytes: number;
  /** Bytes of a container that is read from where its members are, and never as a whole. */
  readonly containerBytes: number;
  /** Bytes of one member of a container, unpacked: a member is held in memory. */
  readonly memberBytes: number;
  /** Documents in one container, and in those within it. */
  readonly members: number;
  /** Bytes of what is in one container, and in those within it, unpacked. */
  readonly unpackedBytes: number;
  /** How many times its packed size a member of more than 16 MiB may have. */
  readonly ratio: number;
  /** Containers within containers, the outermost counted as 1. */
  readonly nesting: number;
  /** UTF-16 code units of the text that comes out. */
  readonly textUnits: number;
  /** Milliseconds without progress, from the moment a worker takes the document up. */
  readonly milliseconds: number;
  /** Milliseconds from that moment, whatever progress is told. */
  readonly overallMilliseconds: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: ExtractionLimits = {
  textBytes: 64 * MEBIBYTE,
  htmlBytes: 32 * MEBIBYTE,
  pdfBytes: 512 * MEBIBYTE,
  containerBytes: 1024 * 1024 * MEBIBYTE,
  memberBytes: 256 * MEBIBYTE,
  members: 200_000,
  unpackedBytes: 64 * 1024 * MEBIBYTE,
  ratio: 250,
  nesting: 8,
  textUnits: 128 * MEBIBYTE,
  milliseconds: 180_000,
  overallMilliseconds: 6 * 60 * 60 * 1000,
};

/** What a parser of one format gives; the rest of an {@link Extraction} is the same for all formats. */
export interface ParsedDocument {
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly metadata: DocumentMetadata;
  readonly warnings: readonly string[];
  readonly details?: DocumentDetails;
  readonly layout?: Layout;
  /**
   * The documents within it, which become sources of their own. Asked for one at a time, the next when the one before has
   * been taken over, so that no more than one is held; after the text was answered.
   */
  readonly parts?: AsyncIterable<DocumentPart | MissingPart> | Iterable<DocumentPart | MissingPart>;
}

/** A document within another: the member of an archive, the attachment of a message, a message of a mailbox. */
export interface DocumentPart {
  /** Its place within the container, with `/` between folders, never climbing out of it; for people and in citations. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container says it is; what it is is told by its bytes. */
  readonly mediaType: string | null;
  /** What the container says of it, before what it says of itself. */
  readonly metadata?: Partial<DocumentMetadata>;
}

/** A document within another that cannot be handed out, and why: encrypted, damaged, too large. */
export interface MissingPart {
  readonly name: string;
  readonly error: CaseErrorData;
}

/** How a parser is to read a document. */
export interface ParserOptions {
  readonly settings: ExtractionSettings;
  /** Tried in turn on a document that is encrypted. */
  readonly passwords: readonly string[];
  /** Name of the file, without its folders. */
  readonly name: string;
  readonly limits: ExtractionLimits;
  /** Tells how far it is, so that a long piece of work is seen to go on, and is not taken for one that hangs. */
  readonly progress: (done: number, total: number, unit: 'bytes' | 'pages' | 'documents') => void;
}

/** A parser of one format. @throws CaseError `source.*`; anything else it throws fails its document alone */
export type Parser = (bytes: Uint8Array, options: ParserOptions) => Promise<ParsedDocument>;

/** A parser that reads from a document what it needs, where it may be too large to be held: of a container. */
export type SourceParser = (source: ByteSource, options: ParserOptions) => Promise<ParsedDocument>;

export const NO_METADATA: DocumentMetadata = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  retrieved: null,
  retrievedFrom: null,
};
