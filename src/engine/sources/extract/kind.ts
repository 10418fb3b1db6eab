import { extname } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { FormatName } from './formats.ts';
import { byteOrderMark, wideEncoding } from './encoding.ts';

/** Bytes at the start of a file that tell its kind. */
export const HEAD_BYTES = 4096;

const HTML_NAMES = new Set(['.html', '.htm', '.xhtml', '.xht']);
const MARKDOWN_NAMES = new Set(['.md', '.markdown', '.mdown', '.mkd']);
const TEXT_NAMES = new Set(['.txt', '.text', '.log', ...MARKDOWN_NAMES, ...HTML_NAMES]);

/** What may stand before the first element of a page: white space, comments, an XML declaration. */
const PROLOGUE = /^(?:\s+|<!--[^]*?-->|<\?xml[^>]*>)/;
const HTML_START = /^<(?:!doctype\s+html|html|head|body)(?=[\s>/])/i;
const ANY_TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;

/** Documents we know and cannot read yet, by their first bytes. */
const KNOWN_FORMATS: readonly [start: string, mediaType: string][] = [
  ['PK\u0003\u0004', 'application/zip'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'application/x-ole-storage'],
  ['{\\rtf', 'application/rtf'],
];

/**
 * Tells what a document is by its first bytes; its name only breaks ties: Markdown or plain text, a fragment of HTML
 * or text that shows a tag.
 *
 * @param head the first {@link HEAD_BYTES} bytes
 * @throws CaseError `source.unsupported` for a known format that is not read, unless its name claims it is text
 */
export function tellFormat(head: Uint8Array, path: string): FormatName {
  const extension = extname(path).toLowerCase();
  const latin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const start = latin.trimStart();
  // Readers accept a PDF whose header stands anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13).
  const named = extension === '.pdf' && latin.slice(0, 1024).includes('%PDF-');
  if (start.startsWith('%PDF-') || start.startsWith('\u00ef\u00bb\u00bf%PDF-') || named) {
    return 'pdf';
  }
  const known = KNOWN_FORMATS.find(([magic]) => latin.startsWith(magic));
  if (known !== undefined && !TEXT_NAMES.has(extension)) {
    throw new CaseError('source.unsupported', { mediaType: known[1] });
  }
  const opening = openingText(head, latin);
  if (isHtml(opening) || (HTML_NAMES.has(extension) && ANY_TAG.test(opening))) {
    return 'html';
  }
  return MARKDOWN_NAMES.has(extension) ? 'markdown' : 'text';
}

function openingText(head: Uint8Array, latin: string): string {
  const encoding = byteOrderMark(head) ?? wideEncoding(head);
  return encoding === undefined ? latin : new TextDecoder(encoding).decode(head);
}

function isHtml(opening: string): boolean {
  let rest = opening;
  for (let skip = PROLOGUE.exec(rest); skip !== null; skip = PROLOGUE.exec(rest)) {
    rest = rest.slice(skip[0].length);
  }
  return HTML_START.test(rest);
}
