import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { DossierRequest, type DossierVerdict } from '#contract/dossier.ts';
import { AddressBook } from '../../colleagues/index.ts';
import { addAttribute, updateEntity } from '../../entities/index.ts';
import { Identity, newPrivateKey } from '../../identity/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { testFolder } from '../../testing/index.ts';
import { closeTypesetting, renderDossier } from '../index.ts';
import { analyst, harbourCase, type HarbourCase } from '../testing/harbour-case.ts';
import { verifyDossier } from './verify-file.ts';

const identity = new Identity(newPrivateKey());
let folder: string;
let harbour: HarbourCase;

beforeEach(() => {
  folder = testFolder();
  harbour = harbourCase(join(folder, 'harbour.casefile'));
});
afterEach(() => harbour.store.close());
afterAll(closeTypesetting);

async function saved(signer: Identity | null = identity, more: object = {}): Promise<string> {
  const path = join(folder, 'captain.pdf');
  const request = DossierRequest.parse({ subjects: [harbour.captain], ...more });
  const { bytes } = await renderDossier(harbour.store, request, { author: analyst, signer });
  writeFileSync(path, bytes);
  return path;
}

function verdict(path: string, store?: CaseStore): Promise<DossierVerdict> {
  const book = new AddressBook(folder);
  return verifyDossier(path, { book, identity, analyst, store });
}

test('a dossier as it was saved is unaltered, and the case says what it says', async () => {
  const path = await saved();
  expect(await verdict(path)).toMatchObject({
    path,
    file: 'unaltered',
    signer: { name: analyst.name, fingerprint: identity.fingerprint },
    known: analyst.name,
    title: 'Aurelio Santángel',
    case: { title: 'Northern harbour' },
    compared: 'none',
  });
  expect(await verdict(path, harbour.store)).toMatchObject({
    file: 'unaltered',
    compared: 'same',
    differences: [],
  });
});

test('a dossier of which a byte was changed, or to which one was added, is altered', async () => {
  const path = await saved();
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
    const other = Buffer.from(whole);
    other.writeUInt8(other.readUInt8(at) ^ 1, at);
    writeFileSync(path, other);
    expect((await verdict(path)).file).toBe('altered');
  }
  writeFileSync(path, whole);
  appendFileSync(path, ' ');
  expect((await verdict(path)).file).toBe('altered');
});

test('what was since found out is told', async () => {
  const path = await saved();
  addAttribute(harbour.store, {
    entity: harbour.captain,
    property: 'nationality',
    value: 'Norway',
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
  const found = await verdict(path, harbour.store);
  expect(found).toMatchObject({ file: 'unaltered', compared: 'changed', saidThen: 'confirmed' });
  expect(found.differences).toContainEqual({
    change: 'added',
    section: 'particulars',
    was: '',
    is: 'Nationality: Norway [+0]',
  });
});

test('that more is withheld than was is told, and not what', async () => {
  const path = await saved(identity, { most: 'GREEN', handling: 'GREEN' });
  updateEntity(harbour.store, harbour.company, { handling: 'RED' });
  const { compared, differences } = await verdict(path, harbour.store);
  expect(compared).toBe('changed');
  expect(differences.find(({ section }) => section === 'verification')?.is).toMatch(/entities 1/);
  expect(differences.map(({ is }) => is).join()).not.toContain('Boreal Shipping');
});

test('a gesture on something else changes nothing of what it says', async () => {
  const path = await saved();
  harbour.store.gesture('preset.save', (writer) => {
    const id = '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d4';
    const createdAt = '2026-02-01T00:00:00.000Z';
    writer.insert('preset', { id, kind: 'passages', name: 'Ships', body: '{}', createdAt });
  });
  expect(await verdict(path, harbour.store)).toMatchObject({ compared: 'same' });
});

test('another case is not compared', async () => {
  const path = await saved();
  const other = harbourCase(join(folder, 'other.casefile'));
  try {
    expect(await verdict(path, other.store)).toMatchObject({
      file: 'unaltered',
      compared: 'otherCase',
    });
  } finally {
    other.store.close();
  }
});

test('a dossier that nobody signed is said to be that', async () => {
  const path = await saved(null);
  expect(await verdict(path, harbour.store)).toMatchObject({
    file: 'unsigned',
    signer: null,
    known: null,
    compared: 'same',
  });
});

test('what is not there, a folder, and what is no dossier are told apart', async () => {
  const failing = (code: string) => expect.objectContaining({ code });
  await expect(verdict(join(folder, 'none.pdf'))).rejects.toEqual(failing('file.notFound'));
  await expect(verdict(folder)).rejects.toEqual(failing('file.isFolder'));
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear all');
  expect(await verdict(letter)).toMatchObject({ file: 'foreign', case: null });
});
