import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closing, testActor, testFolder } from '../testing/index.ts';
import { contentHash, openStore, rekeyFile, verifyStore } from './index.ts';
import { fullFile, wordsInside } from './testing/full-file.ts';

/** The known words that stand readable in any file of the case's folder: it, its log, its temporary files. */
function readableWords(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map(({ name }) => readFileSync(join(folder, name)));
  return wordsInside.filter((words) => bytes.some((one) => one.includes(words)));
}

test('a passphrase is set, changed and removed, and the case stays the same', async () => {
  const folder = testFolder();
  const store = await fullFile(folder);
  const { path } = store.opening;
  const content = contentHash(store);
  store.close();
  expect(readableWords(folder)).toEqual(wordsInside);
  for (const [passphrase, next] of [
    [undefined, 'open sesame'],
    ['open sesame', "l'été 2026"],
    ["l'été 2026", null],
  ] as const) {
    expect(rekeyFile(path, { passphrase, next })).toEqual({ path, encrypted: next !== null });
    const again = closing(openStore(path, { passphrase: next ?? undefined, actor: testActor }));
    expect(contentHash(again)).toBe(content);
    expect(again.opening.encrypted).toBe(next !== null);
    expect((await verifyStore(again)).findings).toEqual([]);
    expect(readableWords(folder)).toEqual(next === null ? wordsInside : []);
    again.close();
    expect(readableWords(folder)).toEqual(next === null ? wordsInside : []);
    expect(readdirSync(folder).toSorted()).toEqual(['documents', 'full.casefile']);
  }
});

test('an encrypted case leaves no word in its folder while it is worked on', async () => {
  const folder = testFolder();
  closing(await fullFile(folder, 'open sesame'));
  expect(readdirSync(folder)).toContain('full.casefile-wal');
  expect(readableWords(folder)).toEqual([]);
});

test('what SQLite sorts and keeps for a moment stays in memory, whichever way the case was opened', async () => {
  const folder = testFolder();
  const store = closing(await fullFile(folder, 'open sesame'));
  const { path } = store.opening;
  const inMemory = { temp_store: 2 };
  expect(store.one('PRAGMA temp_store')).toEqual(inMemory);
  const reader = store.reader();
  expect(reader.prepare('PRAGMA temp_store').get()).toEqual(inMemory);
  reader.close();
  const passphrase = 'open sesame';
  const reading = closing(openStore(path, { passphrase, access: 'read', actor: testActor }));
  expect(reading.one('PRAGMA temp_store')).toEqual(inMemory);
});

test('without the right passphrase, or while the case is open, nothing is changed', async () => {
  const folder = testFolder();
  const store = await fullFile(folder, 'right');
  const { path } = store.opening;
  expect(() => rekeyFile(path, { passphrase: 'right', next: 'x' })).toThrow(
    expect.objectContaining({ code: 'case.inUse' }),
  );
  store.close();
  const before = readFileSync(path);
  expect(() => rekeyFile(path, { passphrase: 'wrong', next: 'x' })).toThrow(
    expect.objectContaining({ code: 'case.passphraseWrong' }),
  );
  expect(() => rekeyFile(path, { next: 'x' })).toThrow(
    expect.objectContaining({ code: 'case.passphraseNeeded' }),
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('what a crash left of an earlier attempt is in nobody’s way', async () => {
  const folder = testFolder();
  const store = await fullFile(folder);
  store.close();
  writeFileSync(`${store.opening.path}.rekey`, 'half a file');
  rekeyFile(store.opening.path, { next: 'open sesame' });
  expect(readdirSync(folder).toSorted()).toEqual(['documents', 'full.casefile']);
});
