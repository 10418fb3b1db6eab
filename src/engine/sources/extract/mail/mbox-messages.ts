import type { ByteSource } from '../byte-source.ts';

/** A message of a mailbox: where it stands, in bytes, without the line `From ` before it. */
export interface MailboxMessage {
  readonly start: number;
  /** Exclusive; the empty line after it belongs to the mailbox. */
  readonly end: number;
}

/** Bytes looked through at a time. */
const WINDOW = 4 * 1024 * 1024;

/** Bytes in which a line `From ` and the field after it stand. */
const SEPARATOR_BYTES = 1024;

const MARK = Buffer.from('\nFrom ');
const NEWLINE = 0x0a;

/** `From `, who sent it, and when (RFC 4155, appendix A). */
const SEPARATOR = /^From \S/;
const TIME = /\d:\d\d/;
const FIELD = /^[!-9;-~]+[ \t]*:/;

/**
 * Finds the messages of a mailbox, without holding more of it than a window.
 *
 * @param progress told how many bytes were looked through
 */
export function* findMessages(
  source: ByteSource,
  progress: (bytes: number) => void,
): Generator<MailboxMessage> {
  let start = isSeparator(source, 0) ? afterLine(source, 0) : -1;
  for (let at = 0; at < source.byteSize; at += WINDOW) {
    // A mark that lies across two windows is found in the first.
    const view = source.at(at, WINDOW + MARK.length - 1);
    const window = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
    for (let found = window.indexOf(MARK); found !== -1; found = window.indexOf(MARK, found + 1)) {
      const separator = at + found + 1;
      if (found < WINDOW && isSeparator(source, separator)) {
        if (start !== -1) {
          yield { start, end: messageEnd(source, start, separator) };
        }
        start = afterLine(source, separator);
      }
    }
    progress(Math.min(at + WINDOW, source.byteSize));
  }
  if (start !== -1) {
    yield { start, end: messageEnd(source, start, source.byteSize) };
  }
}

/**
 * The message as it was sent: `>From ` and `>>From ` at the start of a line, which keep a line from passing for the start of
 * a message, lose one sign (mboxrd; of mboxo, which marks only the first, the same).
 */
export function unquoteMessage(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [];
  let copied = 0;
  for (let at = buffer.indexOf('From '); at !== -1; at = buffer.indexOf('From ', at + 1)) {
    let marks = at;
    while (marks > copied && buffer[marks - 1] === 0x3e) {
      marks -= 1;
    }
    if (marks < at && (marks === 0 || buffer[marks - 1] === NEWLINE)) {
      parts.push(buffer.subarray(copied, marks));
      copied = marks + 1;
    }
  }
  return copied === 0 ? bytes : Buffer.concat([...parts, buffer.subarray(copied)]);
}

/**
 * Whether a message begins here: the text of one may have a line that begins with the word, and not every program marks it,
 * so there must be a time in it and a field of a header behind it.
 */
function isSeparator(source: ByteSource, at: number): boolean {
  const lines = Buffer.from(source.at(at, SEPARATOR_BYTES)).toString('latin1').split('\n', 3);
  const [line = '', next = '', afterNext = ''] = lines;
  const field = /^>?From /.test(next) ? afterNext : next;
  return SEPARATOR.test(line) && TIME.test(line) && FIELD.test(field);
}

function afterLine(source: ByteSource, at: number): number {
  return at + source.at(at, SEPARATOR_BYTES).indexOf(NEWLINE) + 1;
}

/** Where a message ends: before the empty line that stands between it and what follows. */
function messageEnd(source: ByteSource, start: number, next: number): number {
  const from = Math.max(start, next - 3);
  const tail = Buffer.from(source.at(from, next - from)).toString('latin1');
  const empty = /\n(\r?\n)$/.exec(tail)?.[1] ?? '';
  return next - empty.length;
}
