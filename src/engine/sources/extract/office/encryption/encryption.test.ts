import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../document.ts';
import { DEFAULT_LIMITS } from '../../extraction.ts';
import { writeCompoundFile } from '../../mail/compound-file-writer.ts';
import { parseXlsx } from '../../tables/xlsx/index.ts';
import { inlineRow, xlsx } from '../../tables/testing/xlsx-sample.ts';
import { encryptAgile, encryptStandard } from '../testing/encrypted.ts';
import { decryptPackage } from './index.ts';

const open = (bytes: Uint8Array, ...passwords: string[]) =>
  decryptPackage(bytes, { passwords, progress: () => {} });

const content = Buffer.from('PK and so on, '.repeat(1000));

describe('a document that Office encrypted', () => {
  test.each([
    ['by Office 2016', encryptAgile(content, { password: 'señal 9' })],
    ['by Office 2010', encryptAgile(content, { password: 'señal 9', hash: 'sha1', keyBytes: 16 })],
    [
      'with other hashes',
      encryptAgile(content, { password: 'señal 9', hash: 'sha384', keyBytes: 24 }),
    ],
    ['by Office 2007', encryptStandard(content, 'señal 9')],
  ])('%s is opened by its password, among others', async (_, bytes) => {
    expect(await open(bytes, 'other', 'señal 9')).toEqual(content);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'source.passwordNeeded' });
    await expect(open(bytes, 'senal 9')).rejects.toMatchObject({ code: 'source.passwordNeeded' });
  });

  test('only against changes is opened without one', async () => {
    const bytes = encryptAgile(content, { password: 'VelvetSweatshop' });
    expect(await open(bytes)).toEqual(content);
  });

  test('is read like any other', async () => {
    const workbook = await xlsx({ sheets: [{ name: 'S', xml: inlineRow(1, ['secret']) }] });
    const { text } = await parseXlsx(encryptAgile(workbook, { password: 'p' }), {
      settings: {},
      passwords: ['p'],
      name: 'a.xlsx',
      limits: DEFAULT_LIMITS,
      progress: () => {},
    });
    expect(text).toBe('S\n\nA: secret');
  });
});

describe('a document that is encrypted and badly named', () => {
  const read = async (name: string, passwords: readonly string[]) => {
    const workbook = await xlsx({ sheets: [{ name: 'S', xml: inlineRow(1, ['secret']) }] });
    const bytes = encryptAgile(workbook, { password: 'p' });
    const options = { limits: DEFAULT_LIMITS, settings: {}, passwords, progress: () => {} };
    using document = await readDocument({ name, bytes }, options);
    return document.extraction;
  };

  test.each(['a.xlsx', 'a', 'a.docx', 'a.bin'])('%s is what was encrypted', async (name) => {
    expect(await read(name, ['q', 'p'])).toMatchObject({ kind: 'table', text: 'S\n\nA: secret' });
    await expect(read(name, [])).rejects.toMatchObject({ code: 'source.passwordNeeded' });
  });
});

describe('what cannot be opened says why', () => {
  const sealed = (info: string | Buffer): Uint8Array =>
    writeCompoundFile([
      { name: 'EncryptionInfo', bytes: Buffer.from(info) },
      { name: 'EncryptedPackage', bytes: Buffer.alloc(64) },
    ]);
  const agile = (xml: string): Buffer =>
    Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]);

  test.each([
    ['a compound file of another sort', 'source.unsupported', writeCompoundFile([])],
    [
      'rights that a server gives',
      'source.failed',
      writeCompoundFile([{ name: 'EncryptedPackage', bytes: Buffer.alloc(9) }]),
    ],
    ['an encryption of another version', 'source.failed', sealed(Buffer.alloc(20, 1))],
    ['nothing said of it', 'source.failed', sealed('')],
    ['no XML', 'source.failed', sealed(agile('x'))],
    ['XML of another sort', 'source.failed', sealed(agile('<a/>'))],
    ['too short', 'source.failed', sealed(Buffer.from('030002002400000020000000', 'hex'))],
    ['one cut off', 'source.truncated', encryptAgile(content, { password: 'p' }).subarray(0, 2000)],
  ])('%s', async (_, code, bytes) => {
    await expect(open(bytes, 'p')).rejects.toMatchObject({ code });
  });

  test('also when it asks to hash for ever', async () => {
    const whole = Buffer.from(encryptAgile(content, { password: 'p', spins: 100_000 }));
    const at = whole.indexOf('spinCount="100000"');
    whole.write('spinCount="9999e9"', at);
    await expect(open(whole, 'p')).rejects.toMatchObject({ code: 'source.failed' });
  });
});

test('whatever is changed in it, it is opened or refused', async () => {
  const sample = encryptAgile(content.subarray(0, 5000), { password: 'p', spins: 10 });
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const bytes = Uint8Array.from(sample);
      for (const [at, byte] of changed) bytes[at] = byte;
      const outcome = await open(bytes, 'p').then(
        () => 'opened',
        (error: unknown) => String(error),
      );
      expect(outcome).toMatch(/^opened$|^CaseError: source\./);
    }),
    { numRuns: 250 },
  );
});
