import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import { createTag, listTags } from '../annotations/index.ts';
import { closeExtraction, importDocuments } from '../sources/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import { openStore } from './index.ts';

afterAll(closeExtraction);

/** Another program reads the file and leaves it, as any SQLite tool would. */
function readElsewhere(path: string): string {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const program = `const db = new (require(${JSON.stringify(library)}))(${JSON.stringify(path)});
    console.log(db.prepare('SELECT group_concat(name) AS names FROM tag').get().names); db.close();`;
  return execFileSync(process.execPath, ['-e', program]).toString().trim();
}

const tag = (store: Parameters<typeof createTag>[0], name: string) =>
  createTag(store, { name, parent: null, description: '' });

describe('a program that reads an open case and leaves it', () => {
  test('takes nothing with it, also when the case was opened a second time here', () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    openStore(path, { access: 'read', actor: testActor }).close();
    expect(readElsewhere(path)).toBe('one');
    expect(existsSync(`${path}-wal`)).toBe(true);
    tag(store, 'two');
    expect(readElsewhere(path)).toBe('one,two');
  });

  test('takes nothing with it, also when the case was dropped on itself as a document', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    const items: ImportItem[] = [];
    const watcher = { started: () => {}, settled: (item: ImportItem) => items.push(item) };
    await importDocuments(store, [path], {}, watcher);
    expect(items).toMatchObject([{ outcome: 'failed', error: { code: 'source.unsupported' } }]);
    readElsewhere(path);
    expect(existsSync(`${path}-wal`)).toBe(true);
  });
});

describe('a case whose write-ahead log was taken away', () => {
  test('takes no more changes, and has lost none', () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    readElsewhere(path);
    rmSync(`${path}-wal`);
    expect(() => tag(store, 'two')).toThrow(expect.objectContaining({ code: 'case.vanished' }));
    expect(listTags(store).map((one) => one.name)).toEqual(['one']);
  });
});

describe('an encrypted case that is open here', () => {
  test('asks for its passphrase all the same', () => {
    const store = testCase({ passphrase: 'x y z' });
    const { path } = store.opening;
    const refused = (code: string) => expect.objectContaining({ code });
    expect(() => openStore(path, { actor: testActor })).toThrow(refused('case.passphraseNeeded'));
    expect(() => openStore(path, { passphrase: 'x', actor: testActor })).toThrow(
      refused('case.passphraseWrong'),
    );
    const again = closing(openStore(path, { passphrase: 'x y z', actor: testActor }));
    expect(again.opening).toMatchObject({ access: 'read', encrypted: true });
  });
});
