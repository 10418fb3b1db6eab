import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { DocumentDetails } from '#contract/extraction.ts';
import { judgeMembers, type ZipMember } from '../archives/zip-members.ts';
import { unpackMember } from '../archives/zip-unpack.ts';
import { entriesOf, openZip } from '../archives/zip.ts';
import type { ByteSource } from '../byte-source.ts';
import {
  NO_METADATA,
  Warning,
  type DocumentPart,
  type MissingPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';
import { PartNames } from '../part-names.ts';
import { joinBlocks } from '../segments.ts';
import { isDocument, listed, type ArchivedPage } from './archived-page.ts';
import { keptPages, listedPages, packageProperties, type ListedPage } from './wacz-pages.ts';
import { withinLimit } from './inflating.ts';
import { readContents, warcParts, type WarcBytes } from './warc.ts';

/** Bytes read at a time. */
const CHUNK = 1024 * 1024;

/** The methods of a ZIP in which an archive can be within it. */
const STORED = 0;
const DEFLATED = 8;

/** What is kept in one of the archives within. */
interface PlacedPage extends ArchivedPage {
  /** Which of them, from 0. */
  readonly archive: number;
}

/**
 * A collection of archives of the web with a list of its pages (WACZ): its text is that list, and each page in it that is
 * kept is a part, with its title. Without a list, its text and parts are those of its archives.
 *
 * @throws CaseError `source.truncated`, `source.failed` {reason} for what is no ZIP, and as `parseWarc` does
 */
export async function parseWacz(
  source: ByteSource,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const zip = await openZip(source);
  const { entries } = await entriesOf(zip, options.limits.members);
  const members = judgeMembers(entries, source.byteSize, options);
  const archives = members
    .filter(({ path }) => /^archive\/.*\.warc(?:\.gz)?$/i.test(path))
    .map(
      (member): WarcBytes =>
        () =>
          bytesOf(zip, source, member, options),
    );
  const { kept, damaged } = await readArchives(archives, options);
  const read = (path: RegExp): Promise<string> => textOf(zip, source, members, path);
  const list = listedPages(
    `${await read(/^pages\/pages\.jsonl$/)}\n${await read(/^pages\/extraPages\.jsonl$/)}`,
  );
  const properties = packageProperties(await read(/^datapackage\.json$/));
  const { pages, missing } = chosenPages(list, kept);
  const blocks = list.length === 0 ? kept.map(listed) : list.map(listedPage);
  const { text, segments } = joinBlocks(blocks);
  const leftOut = damaged + missing;
  return {
    mediaType: 'application/wacz+zip',
    encoding: null,
    text,
    segments,
    metadata: {
      ...NO_METADATA,
      title: properties.find(({ name }) => name === 'title')?.value ?? null,
    },
    details: DocumentDetails.parse({ properties }),
    warnings: leftOut > 0 ? [`${Warning.membersLeftOut} ${leftOut}`] : [],
    parts: parts(archives, pages, options),
  };
}

/**
 * Goes through the archives within. One that cannot be read does the others no harm.
 *
 * @throws CaseError when none of them can be read
 */
async function readArchives(
  archives: readonly WarcBytes[],
  options: ParserOptions,
): Promise<{ kept: PlacedPage[]; damaged: number }> {
  const kept: PlacedPage[] = [];
  let damaged = 0;
  let failure: CaseError | null = null;
  for (const [archive, bytes] of archives.entries()) {
    try {
      const contents = await readContents(bytes, options);
      damaged += contents.leftOut;
      for (const page of contents.pages) {
        kept.push({ ...page, archive });
      }
    } catch (cause) {
      if (!(cause instanceof CaseError)) {
        throw cause;
      }
      failure ??= cause;
      damaged += 1;
    }
  }
  if (failure !== null && kept.length === 0) {
    throw failure;
  }
  return { kept, damaged };
}

async function* parts(
  archives: readonly WarcBytes[],
  pages: readonly PlacedPage[],
  options: ParserOptions,
): AsyncGenerator<DocumentPart | MissingPart> {
  const names = new PartNames();
  for (const [archive, bytes] of archives.entries()) {
    const wanted = pages.filter((page) => page.archive === archive);
    yield* warcParts(bytes, wanted, names, options);
  }
}

/** The pages that are handed out, each once, and how many of the list are not kept. */
function chosenPages(
  list: readonly ListedPage[],
  kept: readonly PlacedPage[],
): { pages: PlacedPage[]; missing: number } {
  const documents = kept.filter(isDocument);
  if (list.length === 0) {
    return { pages: documents, missing: 0 };
  }
  const chosen = keptPages(list, documents);
  const found = chosen.filter((page) => page !== null);
  const once = new Map(found.map((page) => [`${page.archive} ${page.index}`, page]));
  return { pages: [...once.values()], missing: chosen.length - found.length };
}

function listedPage({ address, title, date }: ListedPage): ReturnType<typeof listed> {
  const page = { index: 0, status: 0, mediaType: '', revisit: false, same: '' };
  return listed({ ...page, address, title, date });
}

/** A member that is text; '' where there is none, or none that can be read: the pages are found without it. */
async function textOf(
  zip: ZipFile,
  source: ByteSource,
  members: readonly ZipMember[],
  path: RegExp,
): Promise<string> {
  const member = members.find((one) => path.test(one.path) && one.error === null);
  if (member === undefined) {
    return '';
  }
  try {
    return Buffer.from(await unpackMember(zip, source, member, [])).toString('utf8');
  } catch (cause) {
    if (cause instanceof CaseError) {
      return '';
    }
    throw cause;
  }
}

/** The bytes of an archive within, which may be larger than what is held of any other member. */
async function* bytesOf(
  zip: ZipFile,
  source: ByteSource,
  { entry, path }: ZipMember,
  options: ParserOptions,
): AsyncGenerator<Uint8Array> {
  const { compressionMethod: method, compressedSize } = entry;
  if ((method !== STORED && method !== DEFLATED) || (entry.generalPurposeBitFlag & 1) === 1) {
    throw new CaseError('source.unsupported', { path, mediaType: 'application/zip' });
  }
  const start = await startOf(zip, entry);
  const end = Math.min(start + compressedSize, source.byteSize);
  function* packed(): Generator<Uint8Array> {
    for (let at = start; at < end; at += CHUNK) {
      yield source.at(at, Math.min(CHUNK, end - at));
      options.progress(Math.min(at + CHUNK, end), source.byteSize, 'bytes');
    }
  }
  if (method === STORED) {
    yield* packed();
    return;
  }
  const output = Readable.from(packed(), { objectMode: false }).pipe(
    createInflateRaw({ chunkSize: CHUNK }),
  );
  const limit = Math.min(options.limits.unpackedBytes, compressedSize * options.limits.ratio);
  yield* withinLimit(output, () => limit);
}

async function startOf(zip: ZipFile, entry: ZipMember['entry']): Promise<number> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return fileDataStart;
  } catch (cause) {
    throw new CaseError('source.truncated', {}, cause);
  }
}
