/** Bytes of base64 decoded at a time: no string is made of a whole part, which could be longer than any string. */
const SLICE = 3 * 1024 * 1024;

const EQUALS = 0x3d;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The content of a part, out of its Content-Transfer-Encoding (RFC 2045, 6). What is broken in it is passed over; an encoding
 * that is not known leaves it as it is.
 */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  switch (/[\w-]+/.exec(encoding.toLowerCase())?.[0] ?? '') {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'uuencode':
    case 'x-uuencode':
    case 'x-uue':
      return decodeUuencode(body);
    default:
      return body;
  }
}

function decodeBase64(body: Uint8Array): Uint8Array {
  const out = Buffer.alloc(Math.ceil((body.length * 3) / 4) + 3);
  let length = 0;
  let carried = '';
  for (let at = 0; at < body.length; at += SLICE) {
    const slice = Buffer.from(body.buffer, body.byteOffset + at, Math.min(SLICE, body.length - at));
    const signs = carried + slice.toString('latin1').replace(/[^A-Za-z0-9+/]/g, '');
    const last = at + SLICE >= body.length;
    const whole = last ? signs.length : signs.length - (signs.length % 4);
    length += out.write(signs.slice(0, whole), length, 'base64');
    carried = signs.slice(whole);
  }
  return out.subarray(0, length);
}

function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  let at = 0;
  while (at < body.length) {
    const byte = body[at] ?? 0;
    if (byte === 0x20 || byte === 0x09) {
      // White space before a line end was added on the way (RFC 2045, 6.7, rule 3).
      const end = blankEnd(body, at);
      if (!isLineEnd(body, end)) {
        out.set(body.subarray(at, end), length);
        length += end - at;
      }
      at = end;
    } else if (byte !== EQUALS) {
      out[length] = byte;
      length += 1;
      at += 1;
    } else {
      const value = Number.parseInt(String.fromCharCode(body[at + 1] ?? 0, body[at + 2] ?? 0), 16);
      const soft = blankEnd(body, at + 1);
      if (isHex(body[at + 1]) && isHex(body[at + 2])) {
        out[length] = value;
        length += 1;
        at += 3;
      } else if (isLineEnd(body, soft)) {
        at = soft + (body[soft] === RETURN && body[soft + 1] === NEWLINE ? 2 : 1);
      } else {
        out[length] = byte;
        length += 1;
        at += 1;
      }
    }
  }
  return out.subarray(0, length);
}

function blankEnd(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) {
    at += 1;
  }
  return at;
}

/** The end of the content counts as one. */
function isLineEnd(body: Uint8Array, at: number): boolean {
  return (
    at >= body.length || body[at] === NEWLINE || (body[at] === RETURN && body[at + 1] === NEWLINE)
  );
}

function isHex(byte = 0): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x46) ||
    (byte >= 0x61 && byte <= 0x66)
  );
}

/** The lines between `begin` and `end` of POSIX uuencode, each with its length in its first sign. */
function decodeUuencode(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  let at = 0;
  while (at < body.length) {
    const newline = body.indexOf(NEWLINE, at);
    const end = newline === -1 ? body.length : newline;
    const line = body.subarray(at, end);
    const count = ((line[0] ?? 0x20) - 0x20) & 0x3f;
    const word = Buffer.from(line.subarray(0, 6)).toString('latin1');
    if (!word.startsWith('begin ') && word.trim() !== 'end') {
      const signs = (count * 4) / 3;
      let written = 0;
      for (let sign = 1; sign <= signs && written < count; sign += 4) {
        const group = [0, 1, 2, 3].map((index) => ((line[sign + index] ?? 0x20) - 0x20) & 0x3f);
        const [a = 0, b = 0, c = 0, d = 0] = group;
        const bytes = [(a << 2) | (b >> 4), (b << 4) | (c >> 2), (c << 6) | d];
        for (const byte of bytes.slice(0, count - written)) {
          if (length < out.length) {
            out[length] = byte & 0xff;
            length += 1;
          }
          written += 1;
        }
      }
    }
    at = end + 1;
  }
  return out.subarray(0, length);
}
