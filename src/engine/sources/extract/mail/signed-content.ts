/** The object identifiers of what is signed and of data as such (RFC 5652, 4 and 5.1), as they are encoded. */
const SIGNED_DATA = '2a864886f70d010702';
const DATA = '2a864886f70d010701';

/** Tags that are met (X.690, 8.1.2). */
const SEQUENCE = 0x30;
const IDENTIFIER = 0x06;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const EXPLICIT_0 = 0xa0;

/** Values within values that are followed; what we look for stands at the seventh. */
const DEEPEST = 16;

/** A value of BER: what it is and where it stands. */
interface Value {
  readonly tag: number;
  readonly start: number;
  /** Exclusive, of its content. */
  readonly end: number;
  /** Where the value after it begins. */
  readonly next: number;
}

/**
 * The message within a signature around it (S/MIME, RFC 8551, 3.5.2: `application/pkcs7-mime`), or null for what is none: an
 * encrypted message, a list of certificates, or damaged. The signature is not checked.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | null {
  const [type, content] = childrenOf(bytes, valueAt(bytes, 0, bytes.length, 0), SEQUENCE);
  if (identifierOf(bytes, type) !== SIGNED_DATA) {
    return null;
  }
  const [signed] = childrenOf(bytes, content, EXPLICIT_0);
  const [, , within] = childrenOf(bytes, signed, SEQUENCE);
  const [innerType, inner] = childrenOf(bytes, within, SEQUENCE);
  if (identifierOf(bytes, innerType) !== DATA) {
    return null;
  }
  const [octets] = childrenOf(bytes, inner, EXPLICIT_0);
  if (octets?.tag === OCTETS) {
    return bytes.subarray(octets.start, octets.end);
  }
  if (octets?.tag !== OCTETS_IN_PIECES) {
    return null;
  }
  const pieces = childrenOf(bytes, octets, OCTETS_IN_PIECES, Infinity);
  return Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
}

function identifierOf(bytes: Uint8Array, value: Value | undefined): string {
  return value?.tag === IDENTIFIER && value.end - value.start < 32
    ? Buffer.from(bytes.subarray(value.start, value.end)).toString('hex')
    : '';
}

/** The values within one, at most `most`; none where it is not of that tag. */
function childrenOf(
  bytes: Uint8Array,
  value: Value | null | undefined,
  tag: number,
  most = 4,
): Value[] {
  const children: Value[] = [];
  if (value === null || value === undefined || value.tag !== tag) {
    return children;
  }
  for (let at = value.start; at < value.end && children.length < most;) {
    const child = valueAt(bytes, at, value.end, 0);
    if (child === null) {
      break;
    }
    children.push(child);
    at = child.next;
  }
  return children;
}

function valueAt(bytes: Uint8Array, at: number, limit: number, depth: number): Value | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit || depth > DEEPEST) {
    return null;
  }
  if (first === 0x80) {
    return openValueAt(bytes, tag, at + 2, limit, depth);
  }
  let length = first;
  let start = at + 2;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 5) {
      return null;
    }
    length = bytes.subarray(start, start + count).reduce((sum, byte) => sum * 256 + byte, 0);
    start += count;
  }
  const end = start + length;
  return end > limit ? null : { tag, start, end, next: end };
}

/** A value that says no length and ends where two zero bytes stand in place of another value within it (X.690, 8.1.3.6). */
function openValueAt(
  bytes: Uint8Array,
  tag: number,
  start: number,
  limit: number,
  depth: number,
): Value | null {
  let at = start;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const child = valueAt(bytes, at, limit, depth + 1);
    if (child === null) {
      return null;
    }
    at = child.next;
  }
  return { tag, start, end: at, next: at + 2 };
}
