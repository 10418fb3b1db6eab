import { analyse } from 'chardet';
import { CaseError } from '#contract/error.ts';
import { replaceEach } from './line-ends.ts';

/** Bytes as characters. */
export interface DecodedText {
  readonly text: string;
  /** Label of the WHATWG Encoding standard. */
  readonly encoding: string;
  /** Whether U+FFFD stands for bytes that no character has. */
  readonly replaced: boolean;
}

/** Bytes looked at to tell an encoding; the whole is decoded. */
const SAMPLE = 64 * 1024;

/** What windows-1252 has at 0x80-0x9F where ISO 8859-1 has control characters (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Of the bytes of a text that was padded or badly copied, how many may be NUL, and other control characters. */
const MOST_NULS = 0.3;
const MOST_CONTROLS = 0.01;

/**
 * Tells the encoding of a text and decodes it; a byte order mark is dropped. In this order: the byte order mark;
 * UTF-16 without one, told by where its NUL bytes stand; UTF-8, if all of it is valid; the encoding the document
 * declares; for scripts whose letters are mostly high bytes, the guess of chardet; UTF-8 with a few broken
 * characters; windows-1252. A text may hold some NULs, each of which becomes U+FFFD: no XML, and hardly a program,
 * takes them.
 *
 * @param declared the encoding a document names itself, as a label of the WHATWG Encoding standard
 * @throws CaseError `source.binary` when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const wide = byteOrderMark(bytes) ?? (hasNul(bytes) ? wideEncoding(bytes) : undefined);
  if (wide !== undefined) {
    return withoutNuls(decode(bytes, wide));
  }
  if (isBinary(bytes)) {
    throw new CaseError('source.binary');
  }
  const utf8 = decode(bytes, 'utf-8');
  if (!utf8.replaced) {
    return withoutNuls(utf8);
  }
  const named = declared === undefined ? undefined : decodeDeclared(bytes, declared);
  if (named !== undefined) {
    return withoutNuls(named);
  }
  refuseControls(bytes);
  return withoutNuls(decodeLegacy(bytes, utf8));
}

/**
 * Decodes a text in the encoding that a person has chosen for it, whatever its bytes seem to be.
 *
 * @param label of the WHATWG Encoding standard, any of them
 * @throws CaseError `source.encodingUnknown` {encoding}
 */
export function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  const encoding = encodingOf(label);
  if (encoding === undefined) {
    throw new CaseError('source.encodingUnknown', { encoding: label.slice(0, 40) });
  }
  return withoutNuls(decode(bytes, encoding));
}

/** windows-1252 as the WHATWG Encoding standard has it; written out because not every build of ICU carries it. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SAMPLE) {
    const part = Buffer.from(bytes.subarray(at, at + SAMPLE)).toString('latin1');
    parts.push(
      part.replace(/[\u0080-\u009f]/g, (unit) =>
        WINDOWS_1252_HIGH.charAt(unit.charCodeAt(0) - 0x80),
      ),
    );
  }
  return parts.join('');
}

/** The encoding a byte order mark names. */
export function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * UTF-16 without a byte order mark: space, digits and line ends have a zero high byte in every script, so the NUL
 * bytes of such a text stand almost all at odd places (little-endian) or at even ones (big-endian), and few of its
 * units are two printable ASCII bytes, as most pairs are in a text of bytes with a stray NUL.
 */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const units = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let even = 0;
  let odd = 0;
  let printable = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    even += first === 0 ? 1 : 0;
    odd += second === 0 ? 1 : 0;
    printable += isPrintable(first) && isPrintable(second) ? 1 : 0;
  }
  if (printable > units * 0.6) {
    return undefined;
  }
  // One NUL alone tells nothing, but in a text of one letter.
  const enough = Math.max(units / 25, Math.min(units, 2));
  if (odd >= enough && odd > even * 20) {
    return 'utf-16le';
  }
  return even >= enough && even > odd * 20 ? 'utf-16be' : undefined;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e;
}

function decode(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'windows-1252') {
    return { text: decodeWindows1252(bytes), encoding, replaced: false };
  }
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      encoding,
      replaced: false,
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) {
      throw cause;
    }
    return { text: new TextDecoder(encoding).decode(bytes), encoding, replaced: true };
  }
}

/** The encoding of a label; undefined where no such is known. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    if (cause instanceof RangeError) {
      return undefined;
    }
    throw cause;
  }
}

function decodeDeclared(bytes: Uint8Array, declared: string): DecodedText | undefined {
  const encoding = encodingOf(declared);
  if (encoding === undefined || encoding.startsWith('utf-')) {
    return undefined;
  }
  const decoded = decode(bytes, encoding);
  return decoded.replaced ? undefined : decoded;
}

function decodeLegacy(bytes: Uint8Array, utf8: DecodedText): DecodedText {
  if (mostlyUtf8(utf8.text)) {
    return utf8;
  }
  const sample = bytes.subarray(0, SAMPLE);
  if (highByteShare(sample) > 0.3) {
    const guess = analyse(sample)[0];
    if (guess !== undefined && guess.confidence >= 50 && !guess.name.startsWith('ISO-8859-1')) {
      const decoded = decodeDeclared(bytes, guess.name);
      if (decoded !== undefined) {
        return decoded;
      }
    }
  }
  return decode(bytes, 'windows-1252');
}

/** Whether a text decoded as UTF-8 has far more characters beyond ASCII that are right than ones that are broken. */
function mostlyUtf8(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const broken = sample.match(/\ufffd/g)?.length ?? 0;
  const right = sample.match(/[\u0080-\ufffc\ufffe\uffff]/g)?.length ?? 0;
  return right > broken * 8;
}

/** Of the bytes that can be letters, how many are beyond ASCII. */
function highByteShare(bytes: Uint8Array): number {
  let high = 0;
  let letters = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      high += 1;
    }
    if (byte >= 0x41) {
      letters += 1;
    }
  }
  return letters === 0 ? 0 : high / letters;
}

function hasNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0);
}

/** Whether there are too many NULs for a text, or some and other control characters with them. */
function isBinary(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) {
    return false;
  }
  let nuls = 0;
  for (const byte of bytes) {
    nuls += byte === 0 ? 1 : 0;
  }
  return nuls > bytes.length * MOST_NULS || hasControls(bytes);
}

/** @throws CaseError `source.binary` where so many of the units are NUL that it is no text */
function withoutNuls(decoded: DecodedText): DecodedText {
  const { text } = decoded;
  let nuls = 0;
  for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) {
    nuls += 1;
  }
  if (nuls > text.length * MOST_NULS) {
    throw new CaseError('source.binary');
  }
  return nuls === 0
    ? decoded
    : {
        ...decoded,
        text: replaceEach(text, '\0', '\ufffd'),
        replaced: true,
      };
}

/** Bytes that are valid in no Unicode encoding are text only if they hold next to no control characters. */
function refuseControls(bytes: Uint8Array): void {
  if (hasControls(bytes)) {
    throw new CaseError('source.binary');
  }
}

/** NULs are counted by themselves. */
function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    const control = (byte < 0x20 && byte !== 0 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f;
    controls += control ? 1 : 0;
  }
  return controls > sample.length * MOST_CONTROLS;
}
