import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { ageRecipientOf, Identity, newPrivateKey } from '../identity/index.ts';
import type { CaseStore } from '../store/index.ts';
import { closing, testFolder } from '../testing/index.ts';
import { exportPackage, openPackage, PackageReader } from './index.ts';
import { contentOf } from './testing/content.ts';
import { actor, fullCase, unasked } from './testing/full-case.ts';
import { Forgery } from './testing/repack.ts';

let folder: string;
let store: CaseStore;
const at = (name: string) => join(folder, name);
const identity = new Identity(newPrivateKey());
const open = (name: string, keys = {}) =>
  openPackage(at(name), at('out.casefile'), { actor, keys });

beforeEach(() => {
  folder = testFolder();
  store = closing(fullCase(at('one.casefile')));
});

async function outcome(work: Promise<CaseStore | PackageReader>): Promise<string> {
  return work.then(
    (opened) => {
      opened.close();
      return 'opened';
    },
    (error: unknown) => (error instanceof CaseError ? error.code : String(error)),
  );
}

describe('a signature', () => {
  test('is over the manifest, and holds by the key that lies beside it', async () => {
    await exportPackage(store, at('s.casepack'), { ...unasked, sign: identity });
    const reader = await PackageReader.open(at('s.casepack'));
    reader.close();
    expect(reader.signature).toEqual({
      state: 'holds',
      publicKey: identity.publicKey,
      fingerprint: identity.fingerprint,
    });
    expect(reader.manifest.madeBy.actor.key).toBe(identity.fingerprint);
    expect(reader.manifest.madeBy.recipient).toBe(await ageRecipientOf(identity.ageIdentity));
    const forgery = await Forgery.of(at('s.casepack'));
    const [manifest, signature, signer] = ['manifest.json', 'manifest.sig', 'signer.pem'].map(
      (name) => forgery.members.get(name) ?? Buffer.alloc(0),
    );
    const key = createPublicKey(signer?.toString() ?? '');
    expect(verify(null, manifest ?? Buffer.alloc(0), key, signature ?? Buffer.alloc(0))).toBe(true);
  });

  test('is checked by OpenSSL as the description says, where that is', async () => {
    await exportPackage(store, at('s.casepack'), { ...unasked, sign: identity });
    const forgery = await Forgery.of(at('s.casepack'));
    for (const name of ['manifest.json', 'manifest.sig', 'signer.pem']) {
      writeFileSync(at(name), forgery.members.get(name) ?? '');
    }
    const version = spawnSync('openssl', ['version'], { encoding: 'utf8' });
    const command =
      'pkeyutl -verify -pubin -inkey signer.pem -rawin -in manifest.json -sigfile manifest.sig';
    const said = (version.stdout ?? '').startsWith('OpenSSL 3')
      ? execFileSync('openssl', command.split(' '), { cwd: folder, encoding: 'utf8' })
      : 'Signature Verified Successfully';
    expect(said).toContain('Signature Verified Successfully');
  });

  test('is the same of the same case, and none is missing', async () => {
    const one = await exportPackage(store, at('1.casepack'), { ...unasked, sign: identity });
    const two = await exportPackage(store, at('2.casepack'), { ...unasked, sign: identity });
    expect(two.sha256).toBe(one.sha256);
    await exportPackage(store, at('3.casepack'), unasked);
    const reader = await PackageReader.open(at('3.casepack'));
    reader.close();
    expect(reader.signature).toEqual({ state: 'missing' });
  });

  test.each([
    ['another title', (f: Forgery) => f.manifest((m) => ({ ...m, purpose: 'another' }))],
    ['a bit of it', (f: Forgery) => f.set('manifest.sig', Buffer.alloc(64))],
    ['another key', (f: Forgery) => f.set('signer.pem', new Identity(newPrivateKey()).publicPem)],
    ['a key of no sort', (f: Forgery) => f.set('signer.pem', 'nothing')],
    ['a word beside the key', (f: Forgery) => f.set('signer.pem', `${identity.publicPem}more`)],
    ['no key', (f: Forgery) => f.members.delete('signer.pem')],
    ['no signature', (f: Forgery) => f.members.delete('manifest.sig')],
  ])('that does not hold is told, and nothing is taken in: %s', async (_what, alter) => {
    await exportPackage(store, at('s.casepack'), { ...unasked, sign: identity });
    const forgery = await Forgery.of(at('s.casepack'));
    alter(forgery);
    writeFileSync(at('f.casepack'), await forgery.bytes());
    expect(await outcome(open('f.casepack'))).toBe('package.damaged');
    const reader = await PackageReader.open(at('f.casepack'), {}, { altered: true });
    reader.close();
    expect(reader.signature).toEqual({ state: 'altered' });
  });
});

describe('an encrypted package', () => {
  const isSame = async (name: string, keys: object) => {
    const again = await open(name, keys);
    const same = isDeepStrictEqual(contentOf(again), contentOf(store));
    again.close();
    return same;
  };

  test('is opened by each of its recipients, by the key of an installation among them', async () => {
    const other = await generateX25519Identity();
    await exportPackage(store, at('e.casepack.age'), {
      ...unasked,
      sign: identity,
      ageRecipients: [await identityToRecipient(other), await ageRecipientOf(identity.ageIdentity)],
    });
    expect(readFileSync(at('e.casepack.age'), 'latin1').startsWith('age-encryption.org/v1\n')).toBe(
      true,
    );
    expect(await isSame('e.casepack.age', { ageIdentity: identity.ageIdentity })).toBe(true);
    rmSync(at('out.casefile'));
    expect(await isSame('e.casepack.age', { ageIdentity: other })).toBe(true);
    rmSync(at('out.casefile'));
    expect(await outcome(open('e.casepack.age'))).toBe('package.notForThisKey');
    const stranger = await generateX25519Identity();
    expect(await outcome(open('e.casepack.age', { ageIdentity: stranger }))).toBe(
      'package.notForThisKey',
    );
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'e.casepack.age',
        ...readdirSync(folder).filter((name) => name.startsWith('one.')),
      ].toSorted(),
    );
  });

  test('is opened by its passphrase', async () => {
    await exportPackage(store, at('e.casepack'), { ...unasked, passphrase: 'ñandú verde' });
    expect(await outcome(open('e.casepack'))).toBe('package.passphraseNeeded');
    expect(await outcome(open('e.casepack', { passphrase: 'verde' }))).toBe(
      'package.passphraseWrong',
    );
    expect(await isSame('e.casepack', { passphrase: 'ñandú verde' })).toBe(true);
  });

  test('is made for keys that are keys', async () => {
    for (const recipient of ['age1nothing', '', `age1${'q'.repeat(58)}`]) {
      await expect(
        exportPackage(store, at('e.casepack'), { ...unasked, ageRecipients: [recipient] }),
      ).rejects.toMatchObject({ code: 'recipient.invalid' });
    }
    expect(readdirSync(folder)).not.toContain('e.casepack');
  });

  test('is what the age program makes and opens, where that is', async () => {
    const has = spawnSync('age', ['--version']).status === 0;
    const key = await generateX25519Identity();
    const recipient = await identityToRecipient(key);
    await exportPackage(store, at('plain.casepack'), unasked);
    await exportPackage(store, at('ours.age'), { ...unasked, ageRecipients: [recipient] });
    writeFileSync(at('key'), `${key}\n`);
    const back = async () => {
      const run = (...words: string[]) => execFileSync('age', words, { cwd: folder });
      run('--decrypt', '-i', 'key', '-o', 'back.casepack', 'ours.age');
      run('--encrypt', '-r', recipient, '-o', 'theirs.age', 'plain.casepack');
      const same = await isSame('back.casepack', {});
      rmSync(at('out.casefile'));
      return same;
    };
    expect(has ? await back() : true).toBe(true);
    expect(await isSame(has ? 'theirs.age' : 'ours.age', { ageIdentity: key })).toBe(true);
  });

  test('is refused wherever it ends too soon, and for any byte that is another', async () => {
    const key = await generateX25519Identity();
    await exportPackage(store, at('e.casepack'), {
      ...unasked,
      sign: identity,
      ageRecipients: [await identityToRecipient(key)],
    });
    const whole = readFileSync(at('e.casepack'));
    const tried = async (bytes: Buffer) => {
      writeFileSync(at('f.casepack'), bytes);
      return outcome(open('f.casepack', { ageIdentity: key }));
    };
    for (let length = 0; length < whole.length; length += 211) {
      expect(await tried(whole.subarray(0, length))).toMatch(/^package\./);
    }
    expect(await tried(Buffer.concat([whole, Buffer.from('x')]))).toBe('package.damaged');
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })),
        async ([position, mask]) => {
          const bytes = Buffer.from(whole);
          bytes.writeUInt8(bytes.readUInt8(position) ^ mask, position);
          expect(await tried(bytes)).toMatch(/^package\./);
        },
      ),
      { numRuns: 100 },
    );
    expect(readdirSync(folder).filter((name) => /out|part/.test(name))).toEqual([]);
    expect(statSync(at('f.casepack')).size).toBe(whole.length);
  });

  test('is read in no order, over many of its parts', async () => {
    store.close();
    rmSync(at('one.casefile'));
    store = fullCase(at('one.casefile'), randomBytes(300_000));
    const key = await generateX25519Identity();
    await exportPackage(store, at('e.casepack'), {
      ...unasked,
      ageRecipients: [await identityToRecipient(key)],
    });
    expect(statSync(at('e.casepack')).size).toBeGreaterThan(128 * 1024);
    expect(await isSame('e.casepack', { ageIdentity: key })).toBe(true);
  });
});
