import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import { createTag, listTags } from '../annotations/index.ts';
import { closeExtraction, importDocuments } from '../sources/index.ts';
import { closing, processLocks, testActor, testCase } from '../testing/index.ts';
import { onceNotOpen, openStore, verifyStore, type CaseStore } from './index.ts';

afterAll(closeExtraction);

/** Another program reads the file and leaves it, as any SQLite tool would. */
function readElsewhere(path: string): string {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const program = `const db = new (require(${JSON.stringify(library)}))(${JSON.stringify(path)});
    console.log(db.prepare('SELECT group_concat(name) AS names FROM tag').get().names); db.close();`;
  return execFileSync(process.execPath, ['-e', program]).toString().trim();
}

/** Opens a case in a worker thread of this process, reads it and closes it, as a long job does. */
async function openInWorker(path: string, passphrase: string | undefined): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'testing', 'reading-worker.ts'), {
    workerData: { path, passphrase },
    execArgv: [],
  });
  const told: unknown[] = [];
  worker.on('message', (message) => told.push(message));
  await once(worker, 'exit');
  expect(told).toEqual(['read']);
}

const tag = (store: Parameters<typeof createTag>[0], name: string) =>
  createTag(store, { name, parent: null, description: '', inclusion: '', exclusion: '' });

/** The locks of this process on a case that is open, before something is done and after. */
async function locksAround(store: CaseStore, act: () => unknown) {
  const before = processLocks(store.opening.path);
  await act();
  return { before, after: processLocks(store.opening.path) };
}

describe('a case that is open keeps its locks', () => {
  test('which are there to be kept', () => {
    // Where the system does not tell its locks, what follows compares nothing with nothing.
    const held = processLocks(testCase().opening.path);
    expect(held.length > 0).toBe(process.platform === 'linux');
  });

  test.each(['read', 'write'] as const)(
    'when it is opened a second time here, to %s',
    async (access) => {
      const store = testCase();
      const { path } = store.opening;
      const again = () => openStore(path, { access, actor: testActor }).close();
      const { before, after } = await locksAround(store, again);
      expect(after).toEqual(before);
    },
  );

  test.each([undefined, 'x y z'])(
    'when a worker thread opens it, its passphrase being %s',
    async (passphrase) => {
      const store = testCase({ passphrase });
      const { before, after } = await locksAround(store, () =>
        openInWorker(store.opening.path, passphrase),
      );
      expect(after).toEqual(before);
    },
  );

  test('when it is verified', async () => {
    const store = testCase();
    const { before, after } = await locksAround(store, () => verifyStore(store));
    expect(after).toEqual(before);
  });

  test('when it is verified at rest, while something reads it', async () => {
    const store = testCase();
    store.close();
    const reading = closing(openStore(store.opening.path, { access: 'read', actor: testActor }));
    const db = reading.reader();
    db.exec('BEGIN');
    db.prepare('SELECT 1 FROM local').get();
    const { before, after } = await locksAround(reading, () => verifyStore(reading));
    db.close();
    expect(after).toEqual(before);
  });

  test('when it is dropped on itself as a document', async () => {
    const store = testCase();
    const items: ImportItem[] = [];
    const watcher = { started: () => {}, settled: (item: ImportItem) => items.push(item) };
    const { before, after } = await locksAround(store, () =>
      importDocuments(store, [store.opening.path], {}, watcher),
    );
    expect(after).toEqual(before);
    expect(items).toMatchObject([{ outcome: 'failed', error: { code: 'source.unsupported' } }]);
  });
});

describe('a program that reads an open case and leaves it', () => {
  test('takes nothing with it', () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    expect(readElsewhere(path)).toBe('one');
    expect(existsSync(`${path}-wal`)).toBe(true);
    tag(store, 'two');
    expect(readElsewhere(path)).toBe('one,two');
  });
});

describe('what waits until a case is no longer open', () => {
  test('is done once the last store of it is closed, and at once when none is open', () => {
    const store = testCase();
    const { path } = store.opening;
    const second = openStore(path, { access: 'read', actor: testActor });
    const done: string[] = [];
    onceNotOpen(statSync(path), () => done.push('waited'));
    second.close();
    expect(done).toEqual([]);
    store.close();
    expect(done).toEqual(['waited']);
    onceNotOpen(statSync(path), () => done.push('at once'));
    expect(done).toEqual(['waited', 'at once']);
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
