import { decodeWords } from 'postal-mime';
import { CaseError } from '#contract/error.ts';
import { decodeText } from '../encoding.ts';

/** Beyond these a header is a trap: real ones stay below 100 KB, lists of recipients and traces of filters included. */
const LARGEST = { bytes: 2 * 1024 * 1024, fields: 20_000 };

/** UTF-16 code units of one value in which encoded words are looked for; the rest of it stays as it is written. */
const DECODED_UNITS = 64 * 1024;

const NEWLINE = 0x0a;
const FIELD = /^([!-9;-~]+)[ \t]*:[ \t]*([^]*)$/;

/** One field of a header: its name as written, its value unfolded and not decoded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** The header of a message or of a part of one (RFC 5322, 2.2), in its order. */
export class MimeHeaders {
  readonly fields: readonly HeaderField[];
  readonly #first = new Map<string, string>();

  constructor(fields: readonly HeaderField[]) {
    this.fields = fields;
    for (const { name, value } of fields) {
      const key = name.toLowerCase();
      // The first of two counts, everywhere: what decides how a body is read must not depend on who asks.
      if (!this.#first.has(key)) {
        this.#first.set(key, value);
      }
    }
  }

  /** The value of the first field of this name as it is written, or null. */
  raw(name: string): string | null {
    return this.#first.get(name.toLowerCase()) ?? null;
  }

  /** The value of the first field of this name as a person reads it, or null where there is none or it is empty. */
  text(name: string): string | null {
    const value = this.raw(name);
    const text = value === null ? '' : headerWords(value);
    return text === '' ? null : text;
  }
}

/** A value with its encoded words (RFC 2047) as the characters they stand for, on one line. */
export function headerWords(value: string): string {
  const start = value.slice(0, DECODED_UNITS);
  const words = start.includes('=?') ? decodeWords(start) : start;
  const decoded = words + value.slice(DECODED_UNITS);
  return decoded
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
}

/**
 * Reads the header at the start of a message or part. It ends at the first empty line, or before the first line that is
 * no field: then what follows is the body, as mail programs have it. A line `From ` of a mailbox before it is passed over.
 *
 * @returns `bodyAt`: where the body begins, in bytes
 * @throws CaseError `source.tooLarge` {size, limit} for a header no message has
 */
export function readHeaders(bytes: Uint8Array): { headers: MimeHeaders; bodyAt: number } {
  const folded: string[][] = [];
  let at = 0;
  let fieldsAt = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, at);
    const next = newline === -1 ? bytes.length : newline + 1;
    if (next - fieldsAt > LARGEST.bytes) {
      throw new CaseError('source.tooLarge', { size: next - fieldsAt, limit: LARGEST.bytes });
    }
    const line = headerText(bytes.subarray(at, next)).replace(/[\r\n]+$/, '');
    if (line === '') {
      at = next;
      break;
    }
    const last = folded.at(-1);
    if (/^[ \t]/.test(line)) {
      last?.push(line.trim());
    } else if (FIELD.test(line)) {
      folded.push([line]);
    } else if (last !== undefined || !/^>?From /.test(line)) {
      break;
    } else {
      fieldsAt = next;
    }
    if (folded.length > LARGEST.fields) {
      throw new CaseError('source.tooLarge', { size: folded.length, limit: LARGEST.fields });
    }
    at = next;
  }
  return { headers: new MimeHeaders(folded.flatMap(fieldOf)), bodyAt: at };
}

function fieldOf(lines: readonly string[]): HeaderField[] {
  const [, name, value] = FIELD.exec(lines.join(' ')) ?? [];
  return name === undefined || value === undefined ? [] : [{ name, value: value.trim() }];
}

/** Headers are ASCII or UTF-8 (RFC 6532); older programs wrote the encoding of their computer. */
function headerText(line: Uint8Array): string {
  const plain = line.includes(0) ? line.map((byte) => (byte === 0 ? 0x20 : byte)) : line;
  const buffer = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') ? legacyText(plain) : text;
}

function legacyText(line: Uint8Array): string {
  try {
    return decodeText(line).text;
  } catch (cause) {
    if (cause instanceof CaseError) {
      return Buffer.from(line).toString('latin1');
    }
    throw cause;
  }
}
