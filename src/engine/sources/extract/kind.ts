import { extname } from 'node:path';
import { type ByteSource } from './byte-source.ts';
import { byteOrderMark, decodeWindows1252, wideEncoding } from './encoding.ts';
import { FORMATS, type FormatName } from './formats.ts';
import { tellGzip } from './kind/gzip.ts';
import { tellJson } from './kind/json.ts';
import { byBeginning } from './kind/magic.ts';
import { tellMessage } from './kind/message.ts';
import { OLE_BEGINNING, tellOle } from './kind/ole.ts';
import { tellTable } from './kind/table.ts';
import { isTarHeader } from './kind/tar.ts';
import { told, unread, type Told } from './kind/told.ts';
import { tellZip } from './kind/zip.ts';

/** Bytes at the start of a document that tell its kind. */
const HEAD_BYTES = 8192;

const HTML_NAMES = new Set(['.html', '.htm', '.xhtml', '.xht']);
const MARKDOWN_NAMES = new Set(['.md', '.markdown', '.mdown', '.mkd']);

/** What may stand before the first element of a page: white space, comments, an XML declaration. */
const PROLOGUE = /^(?:\s+|<!--[^]*?-->|<\?xml[^>]*>)/;
const HTML_START = /^<(?:!doctype\s+html|html|head|body)(?=[\s>/])/i;
const ANY_TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;

/** A document's format, `other` where none of those that are read, and its media type. */
export interface DocumentFormat {
  readonly format: FormatName;
  readonly mediaType: string;
}

/**
 * Tells what a document is by its bytes; its name only breaks ties: Markdown or plain text, a fragment of HTML or text
 * that shows a tag, a table of one column. Bytes that are no text and in no known format are `other`.
 *
 * @param name of the document, with or without folders
 * @throws CaseError `file.notReadable`
 */
export function tellFormat(source: ByteSource, name: string): DocumentFormat {
  const { format, mediaType } = tell(source, extname(name).toLowerCase());
  return { format: format !== null && isRead(format) ? format : 'other', mediaType };
}

function isRead(format: string): format is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, format);
}

function tell(source: ByteSource, extension: string): Told {
  const head = source.at(0, HEAD_BYTES);
  const latin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (isPdf(latin, extension)) return told('pdf');
  if (latin.startsWith('PK\u0003\u0004') || latin.startsWith('PK\u0005\u0006')) {
    return tellZip(source, latin);
  }
  if (latin.startsWith('\u001f\u008b\u0008')) return tellGzip(head);
  if (latin.startsWith(OLE_BEGINNING)) return tellOle(source, extension);
  const known = byBeginning(latin);
  if (known !== undefined) return known;
  if (isTarHeader(head)) return told('tar');
  const opening = openingText(head, latin);
  return opening === undefined
    ? unread()
    : tellText(opening, head.byteLength === source.byteSize, extension);
}

/** Readers accept a PDF whose header stands anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
function isPdf(latin: string, extension: string): boolean {
  const start = latin.trimStart();
  const named = extension === '.pdf' && latin.slice(0, 1024).includes('%PDF-');
  return named || start.startsWith('%PDF-') || start.startsWith('\u00ef\u00bb\u00bf%PDF-');
}

function tellText(opening: string, whole: boolean, extension: string): Told {
  const text = opening.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (isHtml(text)) return told('html');
  const message = tellMessage(text, extension) ?? tellJson(text, whole, extension);
  if (message !== undefined) return message;
  if (HTML_NAMES.has(extension) && ANY_TAG.test(text)) return told('html');
  const table = tellTable(text, whole, extension);
  if (table !== undefined) return table;
  return told(MARKDOWN_NAMES.has(extension) ? 'markdown' : 'text');
}

/** How a text begins; undefined where the bytes are no text: not UTF-8, or with NUL, and full of control characters. */
function openingText(head: Uint8Array, latin: string): string | undefined {
  const encoding = byteOrderMark(head) ?? wideEncoding(head);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(head);
  const utf8 = new TextDecoder().decode(head, { stream: true });
  const valid = !utf8.includes('\ufffd');
  if (valid && !head.includes(0)) return utf8;
  const controls = latin.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  if (controls > latin.length / 50) return undefined;
  return valid ? utf8 : decodeWindows1252(head);
}

function isHtml(opening: string): boolean {
  let rest = opening;
  for (let skip = PROLOGUE.exec(rest); skip !== null; skip = PROLOGUE.exec(rest)) {
    rest = rest.slice(skip[0].length);
  }
  return HTML_START.test(rest);
}
