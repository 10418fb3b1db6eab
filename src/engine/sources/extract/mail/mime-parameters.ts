import { headerWords } from './mime-headers.ts';
import { decodeCharset } from './charset.ts';

/** A value with parameters, such as `text/plain; charset=utf-8`. */
export interface Parametrized {
  /** Lower case, without its parameters. */
  readonly value: string;
  /** By lower-case name. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** UTF-16 code units of a value that are read; what stands behind them is of no use. */
const LONGEST = 32 * 1024;

/** A piece of a parameter that is continued or encoded: `filename*0*=utf-8'es'a%20b` (RFC 2231, 3 and 4). */
interface Piece {
  readonly index: number;
  readonly encoded: boolean;
  readonly text: string;
}

/** Reads a value and its parameters: RFC 2045 (5.1), with the continuations and encodings of RFC 2231. */
export function readParameters(written: string): Parametrized {
  const [value = '', ...rest] = splitAtSemicolons(written.slice(0, LONGEST));
  const parameters = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const item of rest) {
    const equals = item.indexOf('=');
    if (equals === -1) {
      continue;
    }
    const name = item.slice(0, equals).trim().toLowerCase();
    const text = item.slice(equals + 1).trim();
    const continued = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name);
    const base = continued?.[1] ?? name;
    if (continued?.[2] !== undefined || continued?.[3] !== undefined) {
      const piece = { index: Number(continued[2] ?? 0), encoded: continued[3] === '*', text };
      pieces.set(base, [...(pieces.get(base) ?? []), piece].slice(0, 1000));
    } else if (!parameters.has(name)) {
      parameters.set(name, headerWords(text));
    }
  }
  // The encoded form goes first where a program wrote both (RFC 6266, 4.3).
  for (const [name, list] of pieces) {
    parameters.set(name, joinPieces(list));
  }
  return { value: value.trim().toLowerCase(), parameters };
}

function joinPieces(pieces: readonly Piece[]): string {
  const ordered = pieces.toSorted((one, other) => one.index - other.index);
  const [charset, language, ...start] = (ordered[0]?.encoded ? ordered[0].text : '').split("'");
  const named = language !== undefined && start.length > 0;
  const bytes = ordered.map(({ encoded, text }, at) => {
    const rest = at === 0 && named ? start.join("'") : text;
    return encoded ? percentBytes(rest) : Buffer.from(rest, 'utf8');
  });
  return headerWords(decodeCharset(Buffer.concat(bytes), named ? (charset ?? '') : 'utf-8').text);
}

function percentBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const plain = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

/** The items between semicolons, without comments; a quoted string is taken out of its quotes. */
function splitAtSemicolons(written: string): string[] {
  const items: string[] = [];
  let item = '';
  let quoted = false;
  let comments = 0;
  for (let at = 0; at < written.length; at += 1) {
    const sign = written.charAt(at);
    if (quoted && sign === '\\' && /["\\]/.test(written.charAt(at + 1))) {
      at += 1;
      item += written.charAt(at);
    } else if (sign === '"' && comments === 0) {
      quoted = !quoted;
    } else if (quoted) {
      item += sign;
    } else if (sign === '(' && (comments > 0 || /(?:^|\s)$/.test(item.slice(-1)))) {
      // Only a bracket after white space opens a comment: names of files have brackets, and go unquoted.
      comments += 1;
    } else if (sign === ')' && comments > 0) {
      comments -= 1;
    } else if (sign === ';' && comments === 0) {
      items.push(item);
      item = '';
    } else if (comments === 0) {
      item += sign;
    }
  }
  return [...items, item];
}
