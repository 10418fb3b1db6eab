import { CaseError } from '#contract/error.ts';
import { DocumentDetails } from '#contract/extraction.ts';
import type { ByteSource } from '../byte-source.ts';
import {
  NO_METADATA,
  Warning,
  type DocumentPart,
  type MissingPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';
import { headerWords, readHeaders } from '../mail/mime-headers.ts';
import { PartNames } from '../part-names.ts';
import { joinBlocks } from '../segments.ts';
import {
  ANSWER_BYTES,
  archivedPage,
  archivedPart,
  isDocument,
  listed,
  type ArchivedPage,
} from './archived-page.ts';
import { readRecords, unpacked, type WarcRecord } from './warc-records.ts';

/** Bytes read at a time. */
const CHUNK = 1024 * 1024;

type Properties = DocumentDetails['properties'];

/** What is in an archive of the web. */
export interface WarcContents {
  readonly pages: readonly ArchivedPage[];
  /** What the program that made it says of itself. */
  readonly properties: Properties;
  /** Answers that were too many, and records that were broken off. */
  readonly leftOut: number;
}

/** The bytes of an archive as it is, from its start. */
export type WarcBytes = () => AsyncIterable<Uint8Array>;

/**
 * An archive of the web (WARC), packed or not: its text lists what it keeps, and each document that it keeps whole is a
 * part, with its address and when it was taken. Answers that are the same as one before (`revisit`) are told, and no parts.
 *
 * @throws CaseError `source.truncated` when not one record can be read, `source.tooLarge` for one that unpacks without end
 */
export async function parseWarc(
  source: ByteSource,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const bytes: WarcBytes = () => chunksOf(source, options);
  const { pages, properties, leftOut } = await readContents(bytes, options);
  return {
    mediaType: 'application/warc',
    encoding: null,
    ...joinBlocks(pages.map((page) => listed(page))),
    metadata: NO_METADATA,
    details: DocumentDetails.parse({ properties }),
    warnings: leftOut > 0 ? [`${Warning.membersLeftOut} ${leftOut}`] : [],
    parts: warcParts(bytes, pages.filter(isDocument), new PartNames(), options),
  };
}

/**
 * Goes through an archive and notes what it keeps. One that breaks off is read up to there.
 *
 * @throws CaseError as `parseWarc` does
 */
export async function readContents(
  bytes: WarcBytes,
  options: ParserOptions,
): Promise<WarcContents> {
  const pages: ArchivedPage[] = [];
  const properties: Properties = [];
  let leftOut = 0;
  let records = 0;
  try {
    const wanted = ({ type }: { type: string }): number =>
      type === 'response' || type === 'revisit' || type === 'warcinfo' ? ANSWER_BYTES : 0;
    for await (const record of readRecords(unpacked(bytes(), options.limits), wanted)) {
      records += 1;
      const page = archivedPage(record);
      if (page !== null && pages.length < options.limits.members) {
        pages.push(page);
      } else if (page !== null) {
        leftOut += 1;
      } else if (record.type === 'warcinfo') {
        properties.push(...infoOf(record).slice(0, 100));
      }
    }
  } catch (cause) {
    const brokenOff = cause instanceof CaseError && cause.code === 'source.truncated';
    if (!brokenOff || records === 0) {
      throw cause;
    }
    leftOut += 1;
  }
  return { pages, properties: properties.slice(0, 1000), leftOut };
}

/** The documents of an archive that are wanted, one at a time, in the order of the archive. */
export async function* warcParts(
  bytes: WarcBytes,
  wanted: readonly ArchivedPage[],
  names: PartNames,
  options: ParserOptions,
): AsyncGenerator<DocumentPart | MissingPart> {
  const limit = options.limits.memberBytes;
  const pages = new Map(wanted.map((page) => [page.index, page]));
  const size = ({ index }: { index: number }): number => (pages.has(index) ? limit : 0);
  let left = pages.size;
  if (left === 0) {
    return;
  }
  for await (const record of readRecords(unpacked(bytes(), options.limits), size)) {
    const page = pages.get(record.index);
    if (page === undefined) {
      continue;
    }
    const part = archivedPart(page, record, names, limit);
    if (part !== null && 'size' in part) {
      const details = { size: part.size, limit };
      yield { name: part.name, error: { code: 'source.tooLarge', details } };
    } else if (part !== null) {
      yield part;
    }
    left -= 1;
    if (left === 0) {
      return;
    }
  }
}

function infoOf(record: WarcRecord): Properties {
  const { fields } = readHeaders(record.block).headers;
  return fields.map(({ name, value }) => ({ name, value: headerWords(value) }));
}

async function* chunksOf(source: ByteSource, options: ParserOptions): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.byteSize; at += CHUNK) {
    yield source.at(at, CHUNK);
    options.progress(Math.min(at + CHUNK, source.byteSize), source.byteSize, 'bytes');
  }
}
