import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import { bytesAsSource, type ByteSource } from './byte-source.ts';
import {
  NO_METADATA,
  Warning,
  type DocumentPart,
  type MissingPart,
  type Extraction,
  type ExtractionLimits,
  type ParsedDocument,
  type ParserOptions,
} from './extraction.ts';
import { OpenFile } from './file.ts';
import { formatOf, limitOf, type Format } from './formats.ts';
import { packLayout } from './packed-layout.ts';
import { tellFormat, type DocumentFormat } from './kind.ts';
import { OLE_BEGINNING } from './kind/ole.ts';

/** A document that is read: a file, or what a container held. */
export type DocumentInput =
  | { readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array };

/** How one document is to be read. */
export interface ReadingOptions {
  readonly limits: ExtractionLimits;
  readonly settings: ExtractionSettings;
  readonly passwords: readonly string[];
  readonly progress: ParserOptions['progress'];
}

/** A document that was read, and what is within it, which is handed out from here on. */
export interface ReadDocument extends Disposable {
  readonly extraction: Extraction;
  readonly parts: AsyncIterator<DocumentPart | MissingPart> | null;
}

/** Faults of a document whose bytes are sound, which has no text for us: it is kept without. */
const TEXTLESS: Readonly<Record<string, string>> = {
  'source.empty': Warning.noText,
  'source.noText': Warning.noText,
  'source.binary': Warning.noText,
  'source.unsupported': Warning.noText,
  'source.tooLarge': Warning.tooLargeForText,
};

/**
 * Turns one document into text, in this thread: what a worker does for `extractDocument`. A document of no known format,
 * without text or too large to be read, has an empty text and a warning. The limits of time and memory are the pool's.
 *
 * @throws CaseError as `extractDocument` does
 */
export async function readDocument(
  input: DocumentInput,
  options: ReadingOptions,
): Promise<ReadDocument> {
  if ('bytes' in input) {
    if (input.bytes.byteLength === 0) throw new CaseError('source.empty');
    const source = bytesAsSource(input.bytes);
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const read = await readSource(source, input.name, options, () => ({
      bytes: input.bytes,
      sha256,
    }));
    return { ...read, [Symbol.dispose]() {} };
  }
  const file = new OpenFile(input.path);
  try {
    const { byteSize } = file;
    const hash = (): string =>
      file.hash((done) => {
        options.progress(done, byteSize, 'bytes');
      });
    const read = await readSource(file, basename(input.path), options, (whole) =>
      whole ? file.read() : { bytes: new Uint8Array(), sha256: hash() },
    );
    return {
      ...read,
      [Symbol.dispose]() {
        file[Symbol.dispose]();
      },
    };
  } catch (error) {
    file[Symbol.dispose]();
    throw error;
  }
}

/** @param take the bytes, where they are wanted as a whole, and their hash */
async function readSource(
  source: ByteSource,
  name: string,
  options: ReadingOptions,
  take: (whole: boolean) => { bytes: Uint8Array; sha256: string },
): Promise<{ extraction: Extraction; parts: AsyncIterator<DocumentPart | MissingPart> | null }> {
  let told = tellFormat(source, name);
  let format = formatOf(told.format);
  // Taken now: the PDF parser keeps the bytes for itself.
  const { byteSize } = source;
  const readable = format !== null && byteSize <= limitOf(format, options.limits);
  const { bytes, sha256 } = take(readable && format?.loadFrom === undefined);
  let opened = { source, bytes };
  if (readable && isSealed(told, bytes)) {
    const plain = await unsealed(bytes, options);
    opened = { source: bytesAsSource(plain), bytes: plain };
    // Which document of Office it is, only what was encrypted tells for sure.
    told = tellFormat(opened.source, name);
    format = formatOf(told.format);
  }
  const parsed =
    readable && format !== null
      ? await parse(format, told, opened.source, opened.bytes, { ...options, name })
      : textless(told.mediaType, format === null ? Warning.noText : Warning.tooLargeForText);
  const { parts, details = null, layout, ...rest } = wellFormed(parsed);
  return {
    extraction: {
      ...rest,
      // What turned out to be no text is nothing that we know.
      kind: format === null || rest.mediaType === BINARY ? 'other' : format.kind,
      details,
      layout: layout === undefined ? null : packLayout(layout),
      textSha256: createHash('sha256').update(rest.text, 'utf8').digest('hex'),
      sha256,
      byteSize,
    },
    parts: parts === undefined ? null : iteratorOf(parts),
  };
}

/** Whether it is a document of Office that is encrypted: those that are not are no compound files. */
function isSealed({ format }: DocumentFormat, bytes: Uint8Array): boolean {
  const office = format === 'docx' || format === 'xlsx' || format === 'pptx';
  return (
    office && Buffer.from(bytes.buffer, bytes.byteOffset, 8).toString('latin1') === OLE_BEGINNING
  );
}

async function unsealed(bytes: Uint8Array, options: ReadingOptions): Promise<Uint8Array> {
  const { decryptPackage } = await import('./office/encryption/index.ts');
  return await decryptPackage(bytes, options);
}

const BINARY = 'application/octet-stream';

async function parse(
  format: Format,
  { mediaType }: DocumentFormat,
  source: ByteSource,
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<ParsedDocument> {
  try {
    const parsed =
      format.loadFrom === undefined
        ? await (
            await format.load?.()
          )?.(bytes, options)
        : await (
            await format.loadFrom()
          )(source, options);
    if (parsed === undefined) return textless(mediaType, Warning.noText);
    const { textUnits } = options.limits;
    if (parsed.text.length <= textUnits) return parsed;
    throw new CaseError('source.tooLarge', { size: parsed.text.length, limit: textUnits });
  } catch (error) {
    const warning = error instanceof CaseError ? TEXTLESS[error.code] : undefined;
    if (warning === undefined || !(error instanceof CaseError)) throw error;
    return textless(error.code === 'source.binary' ? BINARY : mediaType, warning);
  }
}

function textless(mediaType: string, warning: string): ParsedDocument {
  return {
    mediaType,
    encoding: null,
    text: '',
    segments: [],
    metadata: NO_METADATA,
    warnings: [warning],
  };
}

function iteratorOf(
  parts: NonNullable<ParsedDocument['parts']>,
): AsyncIterator<DocumentPart | MissingPart> {
  return Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : asynchronous(parts);
}

async function* asynchronous(
  parts: Iterable<DocumentPart | MissingPart>,
): AsyncGenerator<DocumentPart | MissingPart, void, undefined> {
  yield* parts;
}

/** A lone surrogate has no UTF-8 form, so it could be neither stored nor hashed; U+FFFD has the same length. */
function wellFormed(parsed: ParsedDocument): ParsedDocument {
  if (parsed.text.isWellFormed()) {
    return parsed;
  }
  return {
    ...parsed,
    text: parsed.text.toWellFormed(),
    warnings: [...new Set([...parsed.warnings, Warning.charactersReplaced])],
  };
}
