import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTransfer } from './mime-transfer.ts';

const decoded = (body: string | Uint8Array, encoding: string): Buffer =>
  Buffer.from(decodeTransfer(Buffer.from(body), encoding));

/** As a program writes it: lines of at most 76 signs (RFC 2045, 6.8). */
function inLines(bytes: Uint8Array, lineEnd: string): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join(lineEnd);
}

/** Quoted-printable with every byte that is no letter quoted, cut into short lines. */
function quoted(bytes: Uint8Array): string {
  const signs = Array.from(bytes, (byte) =>
    /[A-Za-z]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return signs.map((sign, at) => (at % 20 === 19 ? `${sign}=\r\n` : sign)).join('');
}

/** POSIX uuencode. */
function uuencoded(bytes: Uint8Array): string {
  const sign = (value: number): string => String.fromCharCode(value === 0 ? 0x60 : value + 0x20);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const line = bytes.subarray(at, at + 45);
    let text = sign(line.length);
    for (let group = 0; group < line.length; group += 3) {
      const [a = 0, b = 0, c = 0] = line.subarray(group, group + 3);
      text += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
        .map(sign)
        .join('');
    }
    lines.push(text);
  }
  return `begin 644 a.bin\n${lines.join('\n')}\n\`\nend\n`;
}

describe('whatever was encoded is as before when it is decoded', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });

  test.each([
    ['base64', (content: Uint8Array) => inLines(content, '\r\n')],
    ['BASE64', (content: Uint8Array) => inLines(content, '\n \t')],
    ['quoted-printable', quoted],
    ['uuencode', uuencoded],
    ['8bit', (content: Uint8Array) => content],
    ['nobody-knows', (content: Uint8Array) => content],
  ])('%s', (encoding, encode) => {
    fc.assert(
      fc.property(bytes, (content) => {
        expect([...decoded(encode(content), encoding)]).toEqual([...content]);
      }),
    );
  });

  test('base64 that is longer than what is decoded at a time', () => {
    const content = Buffer.alloc(7_000_001, 'abcdefg');
    expect(decoded(inLines(content, '\r\n'), 'base64').equals(content)).toBe(true);
  });
});

describe('what is broken is passed over', () => {
  test.each([
    ['base64', 'aGVs*bG8', 'hello'],
    ['base64 ; comment', 'aGVsbG8=', 'hello'],
    ['quoted-printable', 'a=ZZb= \r\nc=', 'a=ZZbc'],
    ['quoted-printable', 'a=3db=3D', 'a=b='],
    ['quoted-printable', 'trailing  \r\nspace \t', 'trailing\r\nspace'],
    ['quoted-printable', 'kept  inside', 'kept  inside'],
    ['quoted-printable', '=', ''],
    ['uuencode', 'begin 644 a\nno', expect.any(String)],
  ])('%s: %j', (encoding, body, content) => {
    expect(decoded(body, encoding).toString()).toEqual(content);
  });
});
