import { CaseError } from '#contract/error.ts';
import { NO_METADATA, Warning, type ParsedDocument, type ParserOptions } from '../extraction.ts';
import type { DecodedText } from '../encoding.ts';
import { detectLanguage } from '../language.ts';
import { withPlainLineEnds } from '../line-ends.ts';
import { findParagraphs } from '../paragraphs.ts';
import { decodeAsSet } from '../plain-text.ts';
import { divideText } from '../segments.ts';
import { JsonFault, scanJson, type JsonListener } from './json-scanner.ts';
import { JsonText } from './json-text.ts';
import { TableText } from './table-text.ts';

/** UTF-16 code units between two words on how far it is. */
const STEP = 1024 * 1024;

/** Lines that are named in a warning. */
const NAMED_LINES = 50;

const NOTHING: JsonListener = { enter() {}, key() {}, value() {}, leave() {} };

/**
 * JSON as lines `path: value`, a record a row; every number as it is written, every key as often as it is there. What is not
 * JSON after all, or not to its end, is text as it is written, with a warning.
 *
 * @throws CaseError `source.binary`, `source.empty`, `source.encodingUnknown`, `source.tooLarge`
 */
export async function parseJson(
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const decoded = decodeAsSet(bytes, options.settings);
  const { text } = decoded;
  const table = new TableText(options.limits.textUnits);
  try {
    scanJson(text, 0, text.length, new JsonText(table, steps(text.length, options)));
  } catch (cause) {
    if (cause instanceof JsonFault) {
      return await asWritten(decoded);
    }
    throw cause;
  }
  return await composed('application/json', decoded, table, []);
}

/**
 * JSON a line (NDJSON, JSON Lines): a line a row. A line that is not JSON is a row as it is written.
 *
 * @throws CaseError as {@link parseJson}
 */
export async function parseNdjson(
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const decoded = decodeAsSet(bytes, options.settings);
  const { text } = decoded;
  const table = new TableText(options.limits.textUnits);
  const progress = steps(text.length, options);
  const json = new JsonText(table, progress);
  const faulty: number[] = [];
  json.openTable('');
  for (const { number, start, end } of linesOf(text)) {
    if (isJson(text, start, end)) {
      json.openRecord(number);
      scanJson(text, start, end, json);
      json.closeRecord();
    } else {
      faulty.push(number);
      table.writeBlock('row', text.slice(start, end));
    }
  }
  json.closeTable();
  const named = faulty.slice(0, NAMED_LINES).join(',');
  const warnings = faulty.length === 0 ? [] : [`${Warning.readAsText} ${named}`];
  return await composed('application/x-ndjson', decoded, table, warnings);
}

async function composed(
  mediaType: string,
  { encoding, replaced }: DecodedText,
  table: TableText,
  warnings: readonly string[],
): Promise<ParsedDocument> {
  if (table.isEmpty) {
    throw new CaseError('source.empty');
  }
  const { layout, ...content } = table.finish();
  return {
    mediaType,
    encoding,
    ...content,
    metadata: { ...NO_METADATA, language: await detectLanguage(table.prose) },
    ...(layout === null ? {} : { layout }),
    warnings: [...(replaced ? [Warning.charactersReplaced] : []), ...warnings],
  };
}

async function asWritten(decoded: DecodedText): Promise<ParsedDocument> {
  const text = withPlainLineEnds(decoded.text);
  if (text.trim() === '') {
    throw new CaseError('source.empty');
  }
  return {
    mediaType: 'application/json',
    encoding: decoded.encoding,
    text,
    segments: divideText(text, findParagraphs(text, 'text')),
    metadata: { ...NO_METADATA, language: await detectLanguage(text) },
    warnings: [...(decoded.replaced ? [Warning.charactersReplaced] : []), Warning.readAsText],
  };
}

function isJson(text: string, start: number, end: number): boolean {
  try {
    scanJson(text, start, end, NOTHING);
    return true;
  } catch (cause) {
    if (cause instanceof JsonFault) {
      return false;
    }
    throw cause;
  }
}

/** Lines that are not empty, numbered from 1; a line ends by LF, CR or both, for strings may hold other line ends. */
function* linesOf(text: string): Generator<{ number: number; start: number; end: number }> {
  const ends = /\r\n|[\r\n]|$/g;
  let number = 1;
  for (let start = 0; start < text.length; number += 1) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    const at = end?.index ?? text.length;
    if (/\S/.test(text.slice(start, at))) {
      yield { number, start, end: at };
    }
    start = at + Math.max(1, end?.[0].length ?? 1);
  }
}

function steps(length: number, options: ParserOptions): (at: number) => void {
  let next = STEP;
  return (at) => {
    if (at >= next) {
      next = at + STEP;
      options.progress(at, length, 'bytes');
    }
  };
}
