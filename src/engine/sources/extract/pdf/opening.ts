// oxlint-disable-next-line typescript/triple-slash-reference -- other rooms that reach this file see its types too
/// <reference path="./pdfjs-worker.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { CaseError } from '#contract/error.ts';
import { CanvasFactory, FileFactory, NoFilters } from './factories.ts';
import { overstatePageCount } from './page-tree.ts';

/** Bytes at the end of a file in which a whole PDF has its end mark; mail and web gateways append to it. */
const TAIL = 64 * 1024;

/** Pixels of the largest picture within a page that is drawn: A3 at 600 dpi has 70 million, four bytes each in memory. */
const PICTURE_PIXELS = 80_000_000;

// The library looks here for its parser before it would start a thread of its own; we are in one already.
Object.assign(globalThis, { pdfjsWorker });

/** A PDF that is being read. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** Lets go of all that it holds. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF. Nothing is fetched or run: what it names outside of itself, its actions and its scripts are not looked at.
 *
 * @param bytes are handed over to the parser and cannot be read afterwards
 * @param passwords are tried in turn where it is encrypted; that of its owner does as well as that of its user
 * @throws CaseError `source.passwordNeeded` {tried: how many were wrong, if any}, `source.truncated`, `source.failed` {reason}
 */
export async function openPdf(bytes: Uint8Array, passwords: readonly string[]): Promise<OpenPdf> {
  const whole = isWhole(bytes);
  overstatePageCount(bytes);
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableWorkerRendering: true,
    maxImageSize: PICTURE_PIXELS,
    cMapUrl: join(resources, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(resources, 'standard_fonts') + sep,
    wasmUrl: join(resources, 'wasm') + sep,
    // The library would choose its own by whether it takes the process for a browser, as it does under Electron.
    BinaryDataFactory: FileFactory,
    CanvasFactory,
    FilterFactory: NoFilters,
  });
  let tried = 0;
  loading.onPassword = (answer: (password: string | Error) => void): void => {
    const password = passwords[tried];
    if (password === undefined) {
      answer(new CaseError('source.passwordNeeded', tried > 0 ? { tried } : {}));
    } else {
      tried += 1;
      answer(password);
    }
  };
  try {
    const pdf = await loading.promise;
    if (!whole) {
      throw new CaseError('source.truncated');
    }
    return { pdf, close: () => loading.destroy() };
  } catch (cause) {
    await loading.destroy();
    throw asCaseError(cause, { whole, tried });
  }
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

/** What went wrong within the parser, as an error of ours. */
export function asCaseError(
  cause: unknown,
  { whole = true, tried = 0 }: { whole?: boolean; tried?: number } = {},
): CaseError {
  if (cause instanceof CaseError) {
    return cause;
  }
  if (!(cause instanceof Error)) {
    return new CaseError('source.failed', { reason: String(cause) });
  }
  if (cause.name === 'PasswordException') {
    return new CaseError('source.passwordNeeded', tried > 0 ? { tried } : {}, cause);
  }
  return whole
    ? new CaseError('source.failed', { reason: cause.message }, cause)
    : new CaseError('source.truncated', {}, cause);
}
