import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { CaseError } from '#contract/error.ts';
import { readPdfDate } from './dates.ts';
import { NO_METADATA, Warning, type DocumentMetadata, type ParsedDocument } from './extraction.ts';
import { languageOf } from './language.ts';
import { buildParagraphs, type TextRun } from './pdf-lines.ts';
import { joinBlocks, type Block } from './segments.ts';

/** Bytes at the end of a file in which a whole PDF has its end mark; mail and web gateways append to it. */
const TAIL = 64 * 1024;

// The library looks here for its parser before it would start a thread of its own; we are in one already.
Object.assign(globalThis, { pdfjsWorker });

/**
 * A PDF's text layer, page by page. Nothing is drawn, fetched or run.
 *
 * @param bytes are handed over to the parser and cannot be read afterwards
 * @throws CaseError `source.passwordNeeded`, `source.truncated`, `source.noText`, `source.failed` {reason}
 */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedDocument> {
  const whole = isWhole(bytes);
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    cMapUrl: join(resources, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(resources, 'standard_fonts') + sep,
  });
  try {
    const pdf = await loading.promise;
    if (!whole) {
      throw new CaseError('source.truncated');
    }
    return await readPdf(pdf);
  } catch (cause) {
    throw asCaseError(cause, whole);
  } finally {
    await loading.destroy();
  }
}

async function readPdf(pdf: PDFDocumentProxy): Promise<ParsedDocument> {
  const blocks: Block[] = [];
  const empty: number[] = [];
  const unread: number[] = [];
  let failure: unknown;
  for (let page = 1; page <= pdf.numPages; page += 1) {
    try {
      const paragraphs = buildParagraphs(await readRuns(pdf, page));
      blocks.push(...paragraphs.map((paragraph) => ({ ...paragraph, page })));
      if (paragraphs.length === 0) {
        empty.push(page);
      }
    } catch (cause) {
      failure = cause;
      unread.push(page);
    }
  }
  const { text, segments } = joinBlocks(blocks);
  if (text === '') {
    throw unread.length > 0 ? failure : new CaseError('source.noText', { pages: pdf.numPages });
  }
  const metadata = await readMetadata(pdf);
  return {
    mediaType: 'application/pdf',
    encoding: null,
    text,
    segments,
    metadata: { ...metadata, language: await languageOf(text, metadata.language) },
    warnings: [
      ...(empty.length > 0 ? [`${Warning.pagesWithoutText} ${empty.join(',')}`] : []),
      ...(unread.length > 0 ? [`${Warning.pagesNotRead} ${unread.join(',')}`] : []),
    ],
  };
}

async function readRuns(pdf: PDFDocumentProxy, number: number): Promise<TextRun[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const runs: TextRun[] = [];
  for (const item of items) {
    if ('str' in item) {
      const [, , , , x, y] = item.transform.map(Number);
      const { str: text, width, height, hasEOL: endsLine } = item;
      runs.push({ text: plain(text), x: x ?? 0, y: y ?? 0, width, height, endsLine });
    }
  }
  page.cleanup();
  return runs;
}

/** Fonts without a proper map to Unicode give control characters, which no text has. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (unit) => (/\s/.test(unit) ? ' ' : '\ufffd'));
}

async function readMetadata(pdf: PDFDocumentProxy): Promise<DocumentMetadata> {
  const { info } = await pdf.getMetadata();
  const entries = new Map<string, unknown>(Object.entries(info));
  const entry = (name: string): string | null => {
    const value = entries.get(name);
    const text = typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
    return text === '' ? null : text.slice(0, 2000).toWellFormed();
  };
  const created = entry('CreationDate');
  return {
    ...NO_METADATA,
    title: entry('Title'),
    author: entry('Author'),
    published: created === null ? null : readPdfDate(created),
    language: entry('Language'),
  };
}

/**
 * Whether the file has its end. The parser mends a file that was cut off and gives the pages it finds, but a document
 * with pages missing must not pass for the whole.
 */
function isWhole(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1');
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  // A linearized file says its own length near its start (ISO 32000-1, annex F); its end mark also stands early on.
  const length = /\/Linearized\b[^>]{0,500}?\/L\s+(\d+)/.exec(head)?.[1];
  const complete = length === undefined || Number(length) <= bytes.length;
  return complete && (tail.includes('%%EOF') || tail.includes('startxref'));
}

function asCaseError(cause: unknown, whole: boolean): CaseError {
  if (cause instanceof CaseError) {
    return cause;
  }
  if (!(cause instanceof Error)) {
    return new CaseError('source.failed', { reason: String(cause) });
  }
  if (cause.name === 'PasswordException') {
    return new CaseError('source.passwordNeeded', {}, cause);
  }
  return whole
    ? new CaseError('source.failed', { reason: cause.message }, cause)
    : new CaseError('source.truncated', {}, cause);
}
