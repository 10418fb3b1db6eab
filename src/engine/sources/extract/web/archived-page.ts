import { readDate } from '../dates.ts';
import type { DocumentMetadata, DocumentPart } from '../extraction.ts';
import { headerWords } from '../mail/mime-headers.ts';
import type { PartNames } from '../part-names.ts';
import type { Block } from '../segments.ts';
import { mediaTypeOf, payloadOf, readHttpResponse } from './http-response.ts';
import type { WarcRecord } from './warc-records.ts';

/** Bytes of a record in which the header of the answer it keeps is looked for. */
export const ANSWER_BYTES = 64 * 1024;

/** UTF-16 code units of an address that are shown: some carry whole pictures. */
const ADDRESS = 2000;

/** What is read or looked at, apart from text and pictures; the rest of a page is what it is drawn with. */
const DOCUMENTS =
  /^application\/(?:pdf|xhtml\+xml|epub\+zip|rtf|msword|vnd\.ms-|vnd\.openxmlformats-|vnd\.oasis\.opendocument\.|vnd\.apple\.|x-ndjson)/;
const DRAWN_WITH =
  /^text\/(?:css|javascript|ecmascript|x-javascript|vtt|dns)$|^image\/x-icon$|icon$/;
const NAMED = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|epub|csv|zip)$/i;

/** The name endings of what a web server sends without one. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
};

/** What an archive keeps of one address. */
export interface ArchivedPage {
  /** Of its record in its archive. */
  readonly index: number;
  readonly address: string;
  /** As the archive has it, most often `2023-09-20T10:00:00Z`. */
  readonly date: string;
  /** 0 where no web server answered: a file that was put into the archive. */
  readonly status: number;
  readonly mediaType: string;
  /** Whether it only says that the answer was the same as one before, which is not always in the same archive. */
  readonly revisit: boolean;
  /** When that one was taken, as the archive has it. */
  readonly same: string;
  /** Where the archive has a list of pages, what it calls this one. */
  readonly title?: string;
}

/** What a record keeps of an address, or null for one that keeps none. */
export function archivedPage({ index, headers, type, block }: WarcRecord): ArchivedPage | null {
  const revisit = type === 'revisit';
  if (type !== 'response' && type !== 'resource' && !revisit) {
    return null;
  }
  const answer = type === 'resource' ? null : readHttpResponse(block);
  const address = bare(headers.raw('WARC-Target-URI'));
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address) || (type === 'response' && answer === null)) {
    return null;
  }
  return {
    index,
    address,
    date: bare(headers.raw('WARC-Date')),
    status: answer?.status ?? 0,
    mediaType: mediaTypeOf(answer?.headers ?? headers),
    revisit,
    same: bare(headers.raw('WARC-Refers-To-Date')),
  };
}

/** Whether it is a document that somebody could read or look at. */
export function isDocument({ status, mediaType, revisit, address }: ArchivedPage): boolean {
  if (revisit || (status !== 200 && status !== 0)) {
    return false;
  }
  const written = mediaType.startsWith('text/') || mediaType.startsWith('image/');
  if (written || DOCUMENTS.test(mediaType)) {
    return !DRAWN_WITH.test(mediaType);
  }
  const unsaid = mediaType === '' || /^(?:application|binary)\/octet-stream$/.test(mediaType);
  return unsaid && NAMED.test(URL.parse(address)?.pathname ?? '');
}

/** What the listing of an archive says of an address. */
export function listed(page: ArchivedPage): Block {
  const answer = page.revisit ? `revisit ${page.same}`.trim() : page.status || '';
  const about = [page.date, answer, page.mediaType].filter((one) => one !== '').join(' · ');
  const lines = [headerWords(page.title ?? ''), page.address.slice(0, ADDRESS), headerWords(about)];
  return { kind: 'listing', text: lines.filter((line) => line !== '').join('\n'), page: null };
}

/** What is said of a document by the archive it is in. */
function archivedMetadata({ address, date, title }: ArchivedPage): Partial<DocumentMetadata> {
  const url = URL.parse(address);
  const href = url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
  return {
    ...(href === null ? {} : { url: href.slice(0, ADDRESS) }),
    ...(title === undefined || title === '' ? {} : { title }),
    retrieved: readDate(date),
    retrievedFrom: address.slice(0, ADDRESS),
  };
}

/** The document that a record keeps. @returns the size it has where that is too much; null where there is nothing in it */
export function archivedPart(
  page: ArchivedPage,
  record: WarcRecord,
  names: PartNames,
  limit: number,
): DocumentPart | { readonly name: string; readonly size: number } | null {
  const name = nameOf(page, names);
  if (record.block.length < record.length) {
    return { name, size: record.length };
  }
  const answer = record.type === 'resource' ? null : readHttpResponse(record.block);
  const bytes = answer === null ? record.block : payloadOf(answer, limit);
  if (bytes === null) {
    return { name, size: limit + 1 };
  }
  const mediaType = page.mediaType === '' ? null : page.mediaType;
  return bytes.length === 0 ? null : { name, bytes, mediaType, metadata: archivedMetadata(page) };
}

/** The address as a place: the host is a folder, its path those within. */
function nameOf({ address, mediaType }: ArchivedPage, names: PartNames): string {
  const url = URL.parse(address);
  const path = (url?.pathname ?? '').split('/').map(plain);
  const file = path.at(-1) ?? '';
  const ending = ENDINGS[mediaType] ?? '';
  const stem = file === '' ? 'index' : file;
  const query = plain(url?.search ?? '')
    .replace('?', ' ')
    .slice(0, 60);
  const dot = stem.lastIndexOf('.');
  const has = dot > 0 && /^\.[a-z0-9]{1,5}$/i.test(stem.slice(dot));
  const wanted = has
    ? `${stem.slice(0, dot)}${query}${stem.slice(dot)}`
    : `${stem}${query}${ending}`;
  const folders = [url?.host ?? '', ...path.slice(0, -1)].filter((one) => one !== '');
  return names.giveWithin(folders.slice(0, 8), wanted, `document${ending}`);
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) {
      return text;
    }
    throw cause;
  }
}

/** Some programs write addresses in the brackets that the standard has in its grammar (WARC 1.0). */
function bare(value: string | null): string {
  return (value ?? '').trim().replace(/^<(.*)>$/, '$1');
}
