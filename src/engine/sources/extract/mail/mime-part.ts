import { readHeaders, type MimeHeaders } from './mime-headers.ts';
import { readParameters, type Parametrized } from './mime-parameters.ts';
import { decodeTransfer } from './mime-transfer.ts';
import { signedContent } from './signed-content.ts';

/** Nobody nests multiparts deeper; what is nested deeper is one part, as it is. */
const DEEPEST = 30;

/** More parts than any message has; those beyond are counted and left out. */
const MOST_PARTS = 10_000;

/** A message with a signature around it, or encrypted: its bytes tell which. */
const SIGNED = /^application\/(?:x-)?pkcs7-mime$/;

const NEWLINE = 0x0a;
const DASH = 0x2d;

/** A message or a part of one: a leaf with its content, or a multipart with its parts (RFC 2045, RFC 2046). */
export interface MimePart {
  readonly headers: MimeHeaders;
  /** Lower case, such as `text/plain`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Lower case; '' where the part does not say. */
  readonly disposition: string;
  readonly filename: string | null;
  /** Its bytes as they stand in the message, a view of it; empty for a multipart. */
  readonly body: Uint8Array;
  readonly parts: readonly MimePart[];
}

/** A message as the tree of its parts, and how many parts were too many. */
export interface MimeMessage {
  readonly root: MimePart;
  readonly leftOut: number;
}

/**
 * Takes a message apart. Nothing is copied or decoded: the parts are views of the bytes given, and `contentOf` decodes
 * one of them when it is asked for, so that a message with large attachments is not held twice.
 *
 * @throws CaseError `source.tooLarge` as `readHeaders` does
 */
export function readMime(bytes: Uint8Array): MimeMessage {
  const state = { parts: 0, leftOut: 0 };
  const root = readPart(withoutBlankStart(bytes), 0, 'text/plain', state);
  return { root, leftOut: state.leftOut };
}

/** Byte order marks and empty lines before the header come from programs that saved the message. */
function withoutBlankStart(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let at = marked ? 3 : 0;
  while (bytes[at] === NEWLINE || bytes[at] === 0x0d) {
    at += 1;
  }
  return bytes.subarray(at);
}

/** The leaves of a message in their order. */
export function* leavesOf(part: MimePart): Generator<MimePart> {
  if (part.parts.length === 0) {
    yield part;
  }
  for (const one of part.parts) {
    yield* leavesOf(one);
  }
}

/** What a leaf holds, out of its transfer encoding. */
export function contentOf(part: Pick<MimePart, 'headers' | 'body'>): Uint8Array {
  return decodeTransfer(part.body, part.headers.raw('content-transfer-encoding') ?? '');
}

interface ReadingState {
  parts: number;
  leftOut: number;
}

function readPart(
  bytes: Uint8Array,
  depth: number,
  defaultType: string,
  state: ReadingState,
): MimePart {
  const { headers, bodyAt } = readHeaders(bytes);
  const body = bytes.subarray(bodyAt);
  const written = headers.raw('content-type');
  const content: Parametrized = readParameters(written ?? defaultType);
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(content.value) ? content.value : 'text/plain';
  const disposition = readParameters(headers.raw('content-disposition') ?? '');
  const filename = disposition.parameters.get('filename') ?? content.parameters.get('name') ?? '';
  const part = {
    headers,
    type,
    parameters: content.parameters,
    disposition: disposition.value,
    filename: filename === '' ? null : filename,
  };
  const boundary = content.parameters.get('boundary') ?? '';
  if (type.startsWith('multipart/') && boundary !== '' && depth < DEEPEST) {
    const inner = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const parts: MimePart[] = [];
    for (const one of splitAtBoundary(body, boundary)) {
      state.parts += 1;
      if (state.parts > MOST_PARTS) {
        state.leftOut += 1;
      } else {
        parts.push(readPart(one, depth + 1, inner, state));
      }
    }
    if (parts.length > 0) {
      return { ...part, body: new Uint8Array(), parts };
    }
  }
  if (SIGNED.test(type) && depth < DEEPEST) {
    const inner = signedContent(contentOf({ headers, body }));
    if (inner !== null) {
      const parts = [readPart(inner, depth + 1, 'text/plain', state)];
      return { ...part, body: new Uint8Array(), parts };
    }
  }
  // A multipart without its boundary: what is in it is read as the text it looks like, so that no word is lost.
  const leaf = type.startsWith('multipart/') && depth < DEEPEST ? 'text/plain' : type;
  return { ...part, type: leaf, body, parts: [] };
}

/** What stands between the delimiter lines `--boundary`; the last part may lack its end (RFC 2046, 5.1.1). */
function* splitAtBoundary(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let start = -1;
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + 1)) {
    const delimiter = delimiterAt(buffer, at, mark.length);
    if (delimiter === null) {
      continue;
    }
    if (start !== -1) {
      yield body.subarray(start, withoutLineEnd(buffer, at, start));
    }
    if (delimiter.closes) {
      return;
    }
    start = delimiter.end;
    at = delimiter.end - 1;
  }
  if (start !== -1) {
    yield body.subarray(start);
  }
}

/** Whether a delimiter stands here: at the start of a line, with nothing but white space behind it. */
function delimiterAt(
  buffer: Buffer,
  at: number,
  length: number,
): { end: number; closes: boolean } | null {
  if (at > 0 && buffer[at - 1] !== NEWLINE) {
    return null;
  }
  let end = at + length;
  const closes = buffer[end] === DASH && buffer[end + 1] === DASH;
  end += closes ? 2 : 0;
  while (buffer[end] === 0x20 || buffer[end] === 0x09 || buffer[end] === 0x0d) {
    end += 1;
  }
  if (end < buffer.length && buffer[end] !== NEWLINE) {
    return null;
  }
  return { end: Math.min(end + 1, buffer.length), closes };
}

/** The line end before a delimiter belongs to it. */
function withoutLineEnd(buffer: Buffer, at: number, start: number): number {
  const end = at - 1;
  return Math.max(start, buffer[end - 1] === 0x0d ? end - 1 : end);
}
