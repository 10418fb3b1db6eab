import { expect, test } from 'vitest';
import { decompressRtf } from './compressed-rtf.ts';

/** The examples of [MS-OXRTFCP], 4. */
test.each([
  [
    'simple',
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  ],
  [
    'references that run into what they write',
    '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0',
    '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}',
  ],
  ['not compressed', '0f000000030000004d454c4100000000616263', 'abc'],
  ['in no format of it', '0f0000000300000041414141000000006162', ''],
  ['too short', '0f00', ''],
])('%s', (_, hex, rtf) => {
  expect(Buffer.from(decompressRtf(Buffer.from(hex, 'hex'))).toString('latin1')).toBe(rtf);
});

test('what claims to be larger than it can be is only what there is', () => {
  const bytes = Buffer.from('1a000000ffffffff4c5a4675e2d44b51410004205758595a', 'hex');
  expect(decompressRtf(bytes).length).toBeLessThan(100);
});
