import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityFile } from '#contract/settings.ts';
import { testFolder } from '../testing/index.ts';
import { encodeBase32 } from './base32.ts';
import { fingerprintOf, Identity, identityOfFolder, newPrivateKey, stamped } from './index.ts';

const analyst = { name: 'Ana Ruiz', initials: 'AR', organization: 'Unit 3' };

test('base32 is that of RFC 4648, section 10, without its padding', () => {
  const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
    encodeBase32(Buffer.from(text)),
  );
  expect(written).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
});

test('a key is Ed25519: it gives the public key and the signature of RFC 8032, section 7.1, test 2', () => {
  const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64');
  const identity = new Identity(`-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
  expect(identity.publicKey.toString('hex')).toBe(
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  );
  const message = Buffer.from('72', 'hex');
  expect(identity.sign(message).toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(identity.fingerprint).toBe(fingerprintOf(identity.publicKey));
  expect(identity.fingerprint).toMatch(/^[A-Z2-7]{52}$/);
});

test('a signature holds for its bytes and its key alone', () => {
  const [one, other] = [new Identity(newPrivateKey()), new Identity(newPrivateKey())];
  fc.assert(
    fc.property(fc.uint8Array(), fc.nat(63), (bytes, at) => {
      const signature = one.sign(bytes);
      expect(Identity.verify(one.publicKey, bytes, signature)).toBe(true);
      expect(Identity.verify(other.publicKey, bytes, signature)).toBe(false);
      expect(Identity.verify(one.publicKey, new Uint8Array([...bytes, 0]), signature)).toBe(false);
      const spoiled = Buffer.from(signature);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      expect(Identity.verify(one.publicKey, bytes, spoiled)).toBe(false);
    }),
    { numRuns: 30 },
  );
  expect(Identity.verify(new Uint8Array(31), new Uint8Array(), one.sign(new Uint8Array()))).toBe(
    false,
  );
});

test('the key of a folder is made once, for its owner only', () => {
  const folder = join(testFolder(), 'settings');
  const made = identityOfFolder(folder);
  expect(identityOfFolder(folder).fingerprint).toBe(made.fingerprint);
  expect(readdirSync(folder)).toEqual([identityFile]);
  expect(statSync(join(folder, identityFile)).mode & 0o777).toBe(0o600);
});

test('a key that others could read is closed to them when it is read', () => {
  const folder = testFolder();
  const { fingerprint } = identityOfFolder(folder);
  chmodSync(join(folder, identityFile), 0o644);
  expect(identityOfFolder(folder).fingerprint).toBe(fingerprint);
  expect(statSync(join(folder, identityFile)).mode & 0o777).toBe(0o600);
});

test('a spoiled key is told and left, and keeps nobody from work', () => {
  const folder = testFolder();
  writeFileSync(join(folder, identityFile), 'no key');
  const read = () => identityOfFolder(folder);
  expect(read).toThrow(expect.objectContaining({ code: 'identity.unreadable' }));
  expect(readFileSync(join(folder, identityFile), 'utf8')).toBe('no key');
  expect(stamped(analyst, read)).toEqual(analyst);
});

test('a folder that cannot be made is told', () => {
  const file = join(testFolder(), 'file');
  writeFileSync(file, '');
  expect(() => identityOfFolder(join(file, 'settings'))).toThrow(
    expect.objectContaining({ code: 'file.notWritable' }),
  );
  expect(existsSync(join(file, 'settings'))).toBe(false);
});

test('processes that begin together agree on one key', async () => {
  const folder = join(testFolder(), 'settings');
  const code = `import { identityOfFolder } from ${JSON.stringify(import.meta.resolve('./index.ts'))};
    process.stdout.write(identityOfFolder(process.argv[1]).fingerprint);`;
  const run = promisify(execFile);
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      run(process.execPath, ['--input-type=module', '--eval', code, folder]),
    ),
  );
  const fingerprints = new Set(answers.map(({ stdout }) => stdout));
  expect([...fingerprints]).toEqual([identityOfFolder(folder).fingerprint]);
  expect(readdirSync(folder)).toEqual([identityFile]);
});
