import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesAsSource } from '../byte-source.ts';
import {
  DEFAULT_LIMITS,
  type ExtractionLimits,
  type ParsedDocument,
  type SourceParser,
} from '../extraction.ts';
import { tarOf, zipOf, type ZipMember } from '../testing/archives.ts';
import { parserOptions } from '../testing/parser-options.ts';
import { parseGzip } from './gzip.ts';
import { memberPath } from './member-path.ts';
import { parseTar } from './tar.ts';
import { parseZip } from './zip.ts';

interface Opened extends ParsedDocument {
  /** The words of each member, or the code of why it is missing, by its place. */
  members: Record<string, string>;
}

async function opened(
  parse: SourceParser,
  bytes: Uint8Array,
  limits: Partial<ExtractionLimits> = {},
  passwords: string[] = [],
): Promise<Opened> {
  const options = parserOptions({
    limits: { ...DEFAULT_LIMITS, ...limits },
    name: 'archive.gz',
    passwords,
  });
  const document = await parse(bytesAsSource(bytes), options);
  const members: Record<string, string> = {};
  for await (const part of document.parts ?? []) {
    members[part.name] = 'bytes' in part ? Buffer.from(part.bytes).toString() : part.error.code;
  }
  return { ...document, members };
}

const three = [
  { name: 'a.txt', content: 'One.' },
  { name: 'folder/b.txt', content: 'Two.' },
  { name: 'folder/ñandú.txt', content: 'Three.' },
];
const asThree = { 'a.txt': 'One.', 'folder/b.txt': 'Two.', 'folder/ñandú.txt': 'Three.' };
const listing = 'a.txt  4\nfolder/b.txt  4\nfolder/ñandú.txt  6\n';

describe('an archive is the list of its members, and hands them out', () => {
  test.each([
    ['ZIP', parseZip, zipOf(three)],
    ['a ZIP with bytes before and behind it', parseZip, zipOf(three, { comment: 'A note.' })],
    ['TAR', parseTar, tarOf(three)],
    ['TAR without its end', parseTar, tarOf(three, { ended: false })],
    ['old TAR', parseTar, tarOf(three.map((member) => ({ ...member, old: true })))],
    ['TAR in gzip', parseTar, gzipSync(tarOf(three))],
  ])('%s', async (_, parse, bytes) => {
    const { text, members, segments, warnings } = await opened(parse, bytes);
    expect(members).toEqual(asThree);
    expect(text).toBe(listing);
    expect(segments).toEqual([{ kind: 'listing', start: 0, end: listing.length, page: null }]);
    expect(warnings).toEqual([]);
  });

  test('a gzip has one, named as it says or as the gzip', async () => {
    expect((await opened(parseGzip, gzipSync('Words.'))).members).toEqual({ archive: 'Words.' });
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
      Buffer.from('note.txt\0'),
      gzipSync('Words.').subarray(10),
    ]);
    expect((await opened(parseGzip, named)).members).toEqual({ 'note.txt': 'Words.' });
  });

  test('an empty one has no text', async () => {
    expect(await opened(parseZip, zipOf([]))).toMatchObject({ text: '', warnings: ['noText'] });
  });

  test('folders and what systems leave for themselves are none of them', async () => {
    const names = ['folder/', '__MACOSX/a.txt', 'folder/._a.txt', '.DS_Store', 'x/Thumbs.db'];
    const members = names.map((name) => ({ name, content: 'x' }));
    expect((await opened(parseZip, zipOf([...members, ...three]))).members).toEqual(asThree);
    expect((await opened(parseTar, tarOf([...members, ...three]))).members).toEqual(asThree);
  });

  test('long names and large sizes of a TAR, in all their ways', async () => {
    const long = `${'folder/'.repeat(30)}a.txt`;
    const record = (line: string): string => `${line.length + 5} ${line}\n`;
    const size = Buffer.alloc(12);
    size[0] = 0x80;
    size[11] = 4;
    const { members } = await opened(
      parseTar,
      tarOf([
        { name: '././@LongLink', type: 'L', content: `${long}\0` },
        { name: 'cut', content: 'GNU.' },
        { name: 'pax', type: 'x', content: record(`path=${long.replace('a.txt', 'b.txt')}`) },
        { name: 'cut', content: 'pax.' },
        { name: 'c.txt', prefix: 'folder', content: 'ustar.' },
        { name: 'd.txt', sizeField: size, content: 'wide' },
      ]),
    );
    expect(members).toEqual({
      [long]: 'GNU.',
      [long.replace('a.txt', 'b.txt')]: 'pax.',
      'folder/c.txt': 'ustar.',
      'd.txt': 'wide',
    });
  });
});

describe('a member that cannot be taken in is left out with a reason, and the others are not', () => {
  const others = (members: ZipMember[]): Buffer =>
    zipOf([three[0], ...members, three[1]].flatMap((m) => m ?? []));

  test.each<[string, string, ZipMember, Partial<ExtractionLimits>]>([
    [
      'a symbolic link',
      'source.notAFile',
      { name: 'x', content: '/etc/passwd', mode: 0o120777 },
      {},
    ],
    ['a device', 'source.notAFile', { name: 'x', content: 'x', mode: 0o020666 }, {}],
    ['an encrypted one', 'source.passwordNeeded', { name: 'x', content: 'x', flags: 1 }, {}],
    [
      'one with an unknown method',
      'source.unsupported',
      { name: 'x', content: 'x', method: 97 },
      {},
    ],
    ['an empty one', 'source.empty', { name: 'x' }, {}],
    [
      'a large one',
      'source.tooLarge',
      { name: 'x', content: 'x'.repeat(101) },
      { memberBytes: 100 },
    ],
    [
      'one of too much in all',
      'source.tooLarge',
      { name: 'x', content: 'x'.repeat(90) },
      { unpackedBytes: 93 },
    ],
    [
      'one that unpacks to more than it says',
      'source.failed',
      { name: 'x', content: 'x'.repeat(999), size: 9 },
      {},
    ],
    [
      'one that unpacks to less than it says',
      'source.failed',
      { name: 'x', content: 'x', size: 9 },
      {},
    ],
    [
      'one that is not where it says',
      'source.failed',
      { name: 'x', content: 'x', offset: 5000, size: 1 },
      {},
    ],
    [
      'one that says it has more than there is',
      'source.truncated',
      { name: 'x', content: 'x', packedSize: 99_999 },
      {},
    ],
  ])('%s', async (_, code, member, limits) => {
    const { members } = await opened(parseZip, others([member]), limits);
    expect(members['x']).toBe(code);
    expect(members['a.txt']).toBe('One.');
  });

  test('which its list counts', async () => {
    const link = { name: 'x', content: 'y', mode: 0o120777 };
    const { warnings, text, members } = await opened(parseZip, others([link, { name: 'empty' }]));
    expect(warnings).toEqual(['membersLeftOut 2']);
    expect(text).toContain('x  1\n');
    expect(members).toMatchObject({ 'a.txt': 'One.', 'folder/b.txt': 'Two.' });
  });

  test('links and devices of a TAR, files with holes, and files of too many bytes', async () => {
    const hostile = tarOf([
      ...['1', '2', '3', '4', '5', '6'].map((type) => ({
        name: `type${type}`,
        type,
        link: '/etc/passwd',
      })),
      { name: 'holes', type: 'S', content: 'x' },
      { name: 'empty' },
      { name: 'large', content: 'x'.repeat(101) },
      ...three,
    ]);
    const { members, warnings } = await opened(parseTar, hostile, { memberBytes: 100 });
    expect(members).toEqual({
      type1: 'source.notAFile',
      type2: 'source.notAFile',
      type3: 'source.notAFile',
      type4: 'source.notAFile',
      type6: 'source.notAFile',
      holes: 'source.unsupported',
      empty: 'source.empty',
      large: 'source.tooLarge',
      ...asThree,
    });
    expect(warnings).toEqual(['membersLeftOut 8']);
  });

  test('more than there may be', async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ name: `${at}.txt`, content: 'x' }));
    for (const [parse, bytes] of [
      [parseZip, zipOf(many)],
      [parseTar, tarOf(many)],
    ] as const) {
      const { members } = await opened(parse, bytes, { members: 10 });
      expect(Object.values(members).filter((words) => words === 'x')).toHaveLength(10);
      expect(Object.values(members)).toContain('source.tooMany');
    }
  });
});

describe('a bomb does not go off', () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);

  test('a member that unpacks to hundreds of times its size', async () => {
    const { members } = await opened(
      parseZip,
      zipOf([{ name: 'zeros', content: zeros }, ...three]),
    );
    expect(members).toEqual({ zeros: 'source.bomb', ...asThree });
  });

  test('members that lie over each other', async () => {
    const kernel = { name: 'a', content: 'x'.repeat(1000) };
    const over = Array.from({ length: 50 }, (_, at) => ({
      ...kernel,
      name: `over${at}`,
      offset: 0,
    }));
    const { members } = await opened(parseZip, zipOf([kernel, ...over]));
    const codes = Object.values(members);
    expect(codes.filter((code) => code === 'source.bomb')).toHaveLength(50);
    expect(codes.filter((words) => words.startsWith('x'))).toHaveLength(1);
  });

  test('a gzip of nothing but zeros, whether it is one file or a TAR', async () => {
    const packed = gzipSync(Buffer.alloc(80 * 1024 * 1024));
    expect((await opened(parseGzip, packed)).members).toEqual({ archive: 'source.bomb' });
    const tar = tarOf([
      three[0] ?? { name: 'a' },
      { name: 'z', content: Buffer.alloc(80 * 1024 * 1024) },
    ]);
    const { members } = await opened(parseTar, gzipSync(tar));
    expect(members).toEqual({ 'a.txt': 'One.', z: 'source.bomb' });
  });

  test('a gzip of more than a member may have', async () => {
    const { members } = await opened(parseGzip, gzipSync('x'.repeat(101)), { memberBytes: 100 });
    expect(members).toEqual({ archive: 'source.tooLarge' });
  });
});

describe('a damaged archive', () => {
  const cut = (bytes: Buffer, to: number): Buffer => bytes.subarray(0, to);

  test('that is a ZIP without a directory fails', async () => {
    const bytes = zipOf(three);
    await expect(opened(parseZip, cut(bytes, bytes.length - 30))).rejects.toMatchObject({
      code: 'source.truncated',
    });
  });

  test('that is a TAR gives what comes before the damage', async () => {
    const whole = tarOf(three);
    const inHeader = await opened(parseTar, cut(whole, 1024 + 100));
    expect(inHeader.members).toEqual({ 'a.txt': 'One.', '…': 'source.truncated' });
    const inContent = await opened(parseTar, cut(whole, 1536 + 2));
    expect(inContent.members).toEqual({ 'a.txt': 'One.', 'folder/b.txt': 'source.truncated' });
    expect(inContent.warnings).toEqual(['membersLeftOut 1']);
    const garbled = Buffer.from(whole);
    garbled.fill('?', 1024, 1100);
    expect((await opened(parseTar, garbled)).members).toEqual({
      'a.txt': 'One.',
      '…': 'source.failed',
    });
    const packed = gzipSync(whole);
    const { members } = await opened(parseTar, cut(packed, packed.length - 20)).catch(() => ({
      members: {},
    }));
    expect(
      Object.values(members).every((words) => /^(?:One|Two|Three)\.$|^source\./.test(words)),
    ).toBe(true);
  });

  test.each([
    ['more than there is', Buffer.from('77777777777\0')],
    ['a negative one', Buffer.alloc(12, 0xff)],
    ['one beyond all numbers', Buffer.concat([Buffer.from([0x80]), Buffer.alloc(11, 0xff)])],
    ['none', Buffer.from('not octal!!\0')],
  ])('that is a TAR whose member says a size that is %s ends there', async (_, sizeField) => {
    const { members } = await opened(
      parseTar,
      tarOf([
        { name: 'a.txt', content: 'One.' },
        { name: 'x', content: 'x', sizeField },
      ]),
    );
    expect(members['a.txt']).toBe('One.');
    expect(Object.values(members).at(-1)).toMatch(/^source\.(?:truncated|failed|tooLarge)$/);
  });

  test('however it is damaged, hands out members, reasons, or fails with one', async () => {
    const archives = [
      [parseZip, zipOf(three)],
      [parseTar, tarOf(three)],
      [parseTar, gzipSync(tarOf(three))],
      [parseGzip, gzipSync('Words.')],
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async ([parse, sound], changes) => {
          const bytes = Buffer.from(sound);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const outcome = await opened(parse, bytes).catch((error: unknown) => error);
          expect(outcome instanceof Error ? outcome.name : 'members').toMatch(/CaseError|members/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('encrypted members are read with one of the passwords', () => {
  const words = Buffer.from('Secret words. '.repeat(10));

  function traditional(secret: string): ZipMember {
    let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
    // CRC-32 without the complements that zlib makes.
    const step = (crc: number, byte: number): number => ~crc32(Buffer.from([byte]), ~crc >>> 0);
    const update = (byte: number): void => {
      key0 = step(key0, byte);
      key1 = (Math.imul(key1 + (key0 & 0xff), 134_775_813) + 1) | 0;
      key2 = step(key2, key1 >>> 24);
    };
    for (const byte of Buffer.from(secret)) update(byte);
    const header = Buffer.alloc(12, 7);
    header[11] = crc32(words) >>> 24;
    const encrypted = Buffer.concat([header, deflateRawSync(words)]).map((byte) => {
      const mixed = (key2 & 0xffff) | 2;
      const mask = (Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff;
      update(byte);
      return byte ^ mask;
    });
    return { name: 'x', packed: encrypted, content: words, flags: 0x801 };
  }

  function aes(secret: string): ZipMember {
    const salt = Buffer.alloc(16, 5);
    const derived = pbkdf2Sync(secret, salt, 1000, 66, 'sha1');
    const packed = deflateRawSync(words);
    const counters = Buffer.alloc(Math.ceil(packed.length / 16) * 16);
    for (let block = 0; block * 16 < counters.length; block += 1) counters[block * 16] = block + 1;
    const cipher = createCipheriv('aes-256-ecb', derived.subarray(0, 32), null);
    const stream = cipher.update(counters);
    const content = packed.map((byte, at) => byte ^ (stream[at] ?? 0));
    const code = createHmac('sha1', derived.subarray(32, 64)).update(content).digest();
    const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);
    const whole = Buffer.concat([salt, derived.subarray(64), content, code.subarray(0, 10)]);
    return { name: 'x', packed: whole, content: words, flags: 0x801, method: 99, extra };
  }

  test.each([
    ['the traditional way', traditional('señal')],
    ['AES', aes('señal')],
  ])('%s', async (_, member) => {
    const bytes = zipOf([member, ...three]);
    const right = await opened(parseZip, bytes, {}, ['wrong', 'señal']);
    expect(right.members).toEqual({ x: words.toString(), ...asThree });
    const wrong = await opened(parseZip, bytes, {}, ['wrong', 'also wrong']);
    expect(wrong.members).toEqual({ x: 'source.passwordNeeded', ...asThree });
  });
});

describe('a member has a place within its archive, whatever its name', () => {
  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\system.ini', 'Windows/system.ini'],
    ['a/./b/../c.txt', 'a/b/c.txt'],
    ['..', '#7'],
    ['', '#7'],
    [' / ', '#7'],
    ['CON', 'CON'],
    ['a\u0000b\u202egnp.txt', 'a_b_gnp.txt'],
    ['\ud800.txt', '_.txt'],
    ['n\u0303.txt', 'ñ.txt'],
    ['say "hi"? <b>|*.txt', 'say "hi"? <b>|*.txt'],
  ])('%j', (name, path) => {
    expect(memberPath(name, 7)).toBe(path);
  });

  test('and never one outside of it, and never a long one', () => {
    const unit = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      'C:',
      '\0',
      'name',
      '\ud83d',
      '😀',
      ' ',
      '…',
    );
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.array(unit, { maxLength: 2000 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, (wanted) => {
        const path = memberPath(wanted, 1);
        expect(path.length).toBeGreaterThan(0);
        expect(path.length).toBeLessThanOrEqual(2000);
        expect(path.isWellFormed()).toBe(true);
        const parts = path.split('/');
        expect(parts.some((part) => ['', '.', '..'].includes(part))).toBe(false);
        expect(path).not.toMatch(/[\0\\]/);
      }),
    );
  });
});
