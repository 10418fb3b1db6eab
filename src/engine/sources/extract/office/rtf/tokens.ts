import { CaseError } from '#contract/error.ts';

/** Groups within one another; documents of programs stay below 100. */
const DEEPEST = 2000;

/** Bytes between two calls of `RtfHandler.at`. */
const STRIDE = 1024 * 1024;

/** What is told of an RTF, in its order. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word, with its number if it has one. */
  word(name: string, number: number | null): void;
  /** A control symbol: the character after the backslash. */
  symbol(character: string): void;
  /** One byte of text, plain or as `\'hh`. */
  byte(value: number): void;
  /** How far it is, in bytes. */
  at(place: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Reads the bytes of an RTF (Rich Text Format Specification 1.9.1). What stands after its outermost group is none of it.
 *
 * @throws CaseError `source.failed` {reason} when it is none or nested too deeply, `source.truncated` when it ends within a
 *   group of its own
 */
export function readTokens(bytes: Uint8Array, handler: RtfHandler): void {
  let at = beginning(bytes);
  let depth = 0;
  let told = 0;
  while (at < bytes.length) {
    if (at - told >= STRIDE) {
      told = at;
      handler.at(at);
    }
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === OPEN) {
      depth += 1;
      if (depth > DEEPEST) throw new CaseError('source.failed', { reason: 'nested too deeply' });
      handler.open();
    } else if (byte === CLOSE) {
      depth -= 1;
      handler.close();
      if (depth <= 0) return;
    } else if (byte === BACKSLASH) {
      at = readControl(bytes, at, handler);
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) {
      handler.byte(byte);
    }
  }
  // Some programs leave out the last brace.
  if (depth > 1) throw new CaseError('source.truncated');
  if (depth === 1) handler.close();
}

function beginning(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const found = /^(?:\u00ef\u00bb\u00bf)?\s*(?=\{\\rtf)/.exec(head);
  if (found === null) throw new CaseError('source.failed', { reason: 'no RTF' });
  return found[0].length;
}

/** @returns the place after the control */
function readControl(bytes: Uint8Array, from: number, handler: RtfHandler): number {
  const first = bytes[from];
  if (first === undefined) return from;
  if (!isLetter(first)) {
    if (first !== 0x27) {
      handler.symbol(String.fromCharCode(first));
      return from + 1;
    }
    const value = hexValue(bytes[from + 1]) * 16 + hexValue(bytes[from + 2]);
    if (value >= 0) handler.byte(value);
    return value >= 0 ? from + 3 : from + 1;
  }
  let at = from;
  while (at - from < 32 && isLetter(bytes[at] ?? 0)) at += 1;
  const name = ascii(bytes, from, at);
  const numberAt = at;
  if (bytes[at] === 0x2d) at += 1;
  const digitsAt = at;
  while (at - digitsAt < 10 && isDigit(bytes[at] ?? 0)) at += 1;
  const number = at > digitsAt ? Number.parseInt(ascii(bytes, numberAt, at), 10) : null;
  if (at === digitsAt) at = numberAt;
  if (bytes[at] === 0x20) at += 1;
  if (name === 'bin') return at + Math.max(0, number ?? 0);
  handler.word(name, number);
  return at;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Of a hexadecimal digit; far below zero for any other byte. */
function hexValue(byte: number | undefined): number {
  const value = Number.parseInt(String.fromCharCode(byte ?? 0), 16);
  return Number.isNaN(value) ? -1000 : value;
}
