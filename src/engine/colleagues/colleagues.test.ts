import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PackageInspection } from '#contract/package.ts';
import { Identity, newPrivateKey } from '../identity/index.ts';
import { testFolder } from '../testing/index.ts';
import { AddressBook, ownCard, readCard, saveCard } from './index.ts';

const luz = { name: 'Luz Mora', initials: 'LM', organization: 'Unit 7' };
let folder: string;
let book: AddressBook;
let identity: Identity;
beforeEach(() => {
  folder = testFolder();
  book = new AddressBook(join(folder, 'settings'));
  identity = new Identity(newPrivateKey());
});

describe('a card', () => {
  test('says who works at an installation and by which keys', async () => {
    await saveCard(join(folder, 'luz.json'), identity, luz);
    expect(readCard(join(folder, 'luz.json'))).toEqual(await ownCard(identity, luz));
    expect((await ownCard(identity, luz)).ageRecipient).toMatch(/^age1[a-z0-9]{58}$/);
  });

  test.each([
    ['name', 'Somebody'],
    ['ageRecipient', 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
    ['fingerprint', 'A'.repeat(52)],
    ['format', 'another'],
    ['more', 'than that'],
  ])('is refused with another %s', async (field, value) => {
    const path = join(folder, 'luz.json');
    await saveCard(path, identity, luz);
    const card: object = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...card, [field]: value }));
    expect(() => readCard(path)).toThrow(expect.objectContaining({ code: 'card.unreadable' }));
  });

  test('is told from what is none', () => {
    writeFileSync(join(folder, 'letter'), 'Dear all');
    const read = (name: string) => () => readCard(join(folder, name));
    expect(read('letter')).toThrow(expect.objectContaining({ code: 'card.unreadable' }));
    expect(read('nothing')).toThrow(expect.objectContaining({ code: 'file.notFound' }));
    expect(read('.')).toThrow(expect.objectContaining({ code: 'file.isFolder' }));
  });
});

describe('the address book', () => {
  test('keeps colleagues for its owner alone, and nobody is trusted by a card', async () => {
    expect(book.list()).toEqual([]);
    const added = book.add(await ownCard(identity, luz));
    expect(added).toMatchObject({ ...luz, met: 'card', trusted: false, note: '' });
    expect(new AddressBook(join(folder, 'settings')).list()).toEqual([added]);
    expect(readdirSync(join(folder, 'settings'))).toEqual(['colleagues.json']);
    expect(statSync(join(folder, 'settings', 'colleagues.json')).mode & 0o777).toBe(0o600);
  });

  test('keeps what was noted of a colleague who sends another card', async () => {
    book.add(await ownCard(identity, luz));
    book.save(identity.fingerprint, { note: 'met in Lima', trusted: true });
    book.add(await ownCard(identity, { ...luz, organization: 'Unit 8' }));
    expect(book.list()).toHaveLength(1);
    expect(book.get(identity.fingerprint)).toMatchObject({
      note: 'met in Lima',
      trusted: true,
      organization: 'Unit 8',
    });
    expect(book.trusted()).toHaveLength(1);
    book.remove(identity.fingerprint);
    expect(book.list()).toEqual([]);
    expect(() => book.remove(identity.fingerprint)).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
    expect(() => book.save(identity.fingerprint, {})).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });

  test('finds whom a person means, and guesses nobody', async () => {
    const other = new Identity(newPrivateKey());
    book.add(await ownCard(identity, luz));
    book.add(await ownCard(other, { ...luz, name: 'Ana' }));
    expect(book.find('LUZ MORÁ').fingerprint).toBe(identity.fingerprint);
    expect(book.find(other.fingerprint.slice(0, 12).toLowerCase()).name).toBe('Ana');
    for (const words of ['', 'Luz', other.fingerprint.slice(0, 3)]) {
      expect(() => book.find(words)).toThrow(
        expect.objectContaining({ code: 'recipient.unknown' }),
      );
    }
    book.add(await ownCard(new Identity(newPrivateKey()), luz));
    expect(() => book.find('Luz Mora')).toThrow(
      expect.objectContaining({ code: 'recipient.unknown' }),
    );
  });

  test('that cannot be read is not taken for empty, and not written over', async () => {
    mkdirSync(join(folder, 'settings'));
    const path = join(folder, 'settings', 'colleagues.json');
    writeFileSync(path, 'spoiled');
    expect(() => book.list()).toThrow(expect.objectContaining({ code: 'file.notReadable' }));
    const card = await ownCard(identity, luz);
    expect(() => book.add(card)).toThrow(expect.objectContaining({ code: 'file.notReadable' }));
    expect(readFileSync(path, 'utf8')).toBe('spoiled');
    chmodSync(path, 0o600);
  });
});

describe('who signed a package', () => {
  const signedBy = (by: Identity, name: string): PackageInspection => ({
    path: '/x.casepack',
    byteSize: 1,
    sha256: '',
    encrypted: 'no',
    signature: {
      state: 'unknown',
      by: { ...luz, name },
      fingerprint: by.fingerprint,
      publicKey: by.publicKey.toString('base64'),
      colleague: null,
    },
    scope: 'whole',
    case: { id: 'x', title: '', reference: '', handling: 'GREEN' },
    handling: 'GREEN',
    madeAt: '',
    madeBy: { program: '', version: '', actor: { ...luz, name }, recipient: '' },
    recipient: { name: '', key: '' },
    purpose: '',
    counts: [],
    changeSets: 0,
    withheld: 0,
    redacted: 0,
    relation: 'none',
  });

  test('is known by the key, whatever name they give', async () => {
    const known = book.add(await ownCard(identity, luz));
    const { signature } = book.recognize(signedBy(identity, 'Another'));
    expect(signature).toMatchObject({ state: 'known', colleague: known });
  });

  test('is unknown, and can be kept from then on', () => {
    expect(book.recognize(signedBy(identity, 'Luz Mora')).signature.state).toBe('unknown');
    const kept = book.save(identity.fingerprint, { trusted: true });
    expect(kept).toMatchObject({ name: 'Luz Mora', met: 'package', trusted: true });
    expect(book.recognize(signedBy(identity, 'Luz Mora')).signature.state).toBe('known');
  });

  test('is kept by a key that was told, if it is that of the fingerprint', () => {
    const key = identity.publicKey.toString('base64');
    const kept = book.save(identity.fingerprint, { name: 'Luz' }, key);
    expect(kept).toMatchObject({ name: 'Luz', publicKey: key });
    const other = new Identity(newPrivateKey());
    expect(() => book.save(other.fingerprint, { name: 'Luz' }, key)).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });

  test('may have the name of somebody who is known by another key', async () => {
    const known = book.add(await ownCard(identity, luz));
    const other = signedBy(new Identity(newPrivateKey()), 'luz mora');
    expect(book.recognize(other).signature).toMatchObject({
      state: 'keyChanged',
      colleague: known,
    });
  });

  test('may be this installation itself', async () => {
    const own = await ownCard(identity, luz);
    const { signature } = book.recognize(signedBy(identity, 'Luz Mora'), own);
    expect(signature).toMatchObject({ state: 'known', colleague: { trusted: true } });
    expect(book.list()).toEqual([]);
  });

  test('is not looked for where nothing is signed, or it was altered', () => {
    for (const state of ['missing', 'altered'] as const) {
      const inspection = signedBy(identity, 'Luz Mora');
      const told = { ...inspection, signature: { ...inspection.signature, state } };
      expect(book.recognize(told)).toEqual(told);
    }
  });
});
