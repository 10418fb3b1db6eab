import { describe, expect, test } from 'vitest';
import { parserOptions, partsOf } from '../testing/parser-options.ts';
import { parseEml } from './eml.ts';
import { signedContent } from './signed-content.ts';

const SIGNED = Buffer.from('06092a864886f70d010702', 'hex');
const ENVELOPED = Buffer.from('06092a864886f70d010703', 'hex');
const DATA = Buffer.from('06092a864886f70d010701', 'hex');
const VERSION = Buffer.from('020101', 'hex');
const ALGORITHMS = Buffer.from('3100', 'hex');

/** A value of DER, with its length. */
function value(tag: number, ...content: Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  const size = bytes.length.toString(16);
  const length = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
  const head = bytes.length < 128 ? [tag, bytes.length] : [tag, 0x80 + length.length, ...length];
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** A value of BER that says no length. */
function open(tag: number, ...content: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
}

const INNER = 'Content-Type: text/plain; charset=utf-8\r\n\r\nSigned words, mañana.';
const half = Math.floor(INNER.length / 2);

const whole = (type = SIGNED): Buffer => {
  const within = value(0x30, DATA, value(0xa0, value(0x04, Buffer.from(INNER))));
  return value(0x30, type, value(0xa0, value(0x30, VERSION, ALGORITHMS, within)));
};
const inPieces = open(
  0x30,
  SIGNED,
  open(
    0xa0,
    open(
      0x30,
      VERSION,
      ALGORITHMS,
      open(
        0x30,
        DATA,
        open(
          0xa0,
          open(
            0x24,
            value(0x04, Buffer.from(INNER.slice(0, half))),
            value(0x04, Buffer.from(INNER.slice(half))),
          ),
        ),
      ),
    ),
  ),
);

const message = (content: Uint8Array): Buffer =>
  Buffer.from(
    `From: a@example.org\nContent-Disposition: attachment; filename=smime.p7m\n` +
      `Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n` +
      `Content-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`,
  );

describe('a message within a signature around it', () => {
  test.each([
    ['with its length', whole()],
    ['in pieces', inPieces],
  ])('is read: %s', async (_, content) => {
    const document = await parseEml(message(content), parserOptions());
    expect(document.text).toBe('From: a@example.org\n\nSigned words, mañana.');
    expect(await partsOf(document)).toEqual([]);
  });

  test('that is encrypted is kept as it is', async () => {
    const document = await parseEml(message(whole(ENVELOPED)), parserOptions());
    expect(document.text).toBe('From: a@example.org');
    expect((await partsOf(document)).map(({ name }) => name)).toEqual(['smime.p7m']);
  });
});

test.each<[string, Uint8Array]>([
  ['nothing', Buffer.alloc(0)],
  ['a length beyond the end', Buffer.from('308401000000', 'hex')],
  ['a length of a hundred bytes', Buffer.from(`30e4${'ff'.repeat(100)}`, 'hex')],
  ['values without end', Buffer.from('3080'.repeat(100_000), 'hex')],
  ['a signature around nothing', value(0x30, SIGNED, value(0xa0, value(0x30, VERSION)))],
  ...[10, 20, 30, 40].map((end): [string, Uint8Array] => [
    `${end} bytes of one`,
    whole().subarray(0, end),
  ]),
])('%s is none', (_, bytes) => {
  expect(signedContent(bytes)).toBeNull();
});
