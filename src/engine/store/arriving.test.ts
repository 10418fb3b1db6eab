import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { closing, testActor, testCase, testFolder } from '../testing/index.ts';
import {
  beginBlob,
  dropArriving,
  listBlobs,
  openStore,
  readBlob,
  verifyStore,
  writeBlob,
  writeBlobAhead,
  writeBlobFromFile,
  type CaseStore,
} from './index.ts';

const never = new AbortController().signal;
const bytes = randomBytes(9_500_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const child = join(import.meta.dirname, 'testing/ahead-child.ts');

function fileOf(content: Uint8Array, folder = testFolder()): string {
  const path = join(folder, 'large.bin');
  writeFileSync(path, content);
  return path;
}

const chunksIn = (store: CaseStore) =>
  store.one<{ n: number }>('SELECT count(*) AS n FROM blob_chunk')?.n;
const arrivingIn = (store: CaseStore) => store.all('SELECT * FROM arriving_blob');
const held = (store: CaseStore) => Buffer.concat([...readBlob(store, sha256)]);

/** Called each time that the case is free for others, with how often it was before. */
const between = (act: (times: number) => void) => {
  let times = 0;
  return {
    get aborted() {
      act(times);
      times += 1;
      return false;
    },
  };
};

describe('a blob that is written ahead', () => {
  test.each([
    ['a file', (): Parameters<typeof writeBlobAhead>[2] => ({ path: fileOf(bytes) })],
    ['bytes', () => ({ bytes })],
  ])('of %s is no part of the case before it is claimed, and whole then', async (_, content) => {
    const store = testCase();
    const seen: number[] = [];
    const look = between((times) => {
      seen.push(times);
      expect(listBlobs(store)).toEqual([]);
      expect(() => [...readBlob(store, sha256)]).toThrow(
        expect.objectContaining({ code: 'record.notFound' }),
      );
    });
    expect(await writeBlobAhead(store, sha256, content(), look)).toBe(true);
    expect(seen.length).toBeGreaterThan(2);
    expect(listBlobs(store)).toEqual([]);
    expect((await verifyStore(store)).findings).toEqual([]);
    expect(store.gesture('source.import', (writer) => beginBlob(writer, sha256, 0))).toBe(false);
    expect(listBlobs(store)).toEqual([{ sha256, byteSize: bytes.length }]);
    expect(held(store).equals(bytes)).toBe(true);
    expect(arrivingIn(store)).toEqual([]);
    expect((await verifyStore(store)).findings).toEqual([]);
    expect(await writeBlobAhead(store, sha256, content(), never)).toBe(false);
  });

  test('leaves nothing when its file is gone, or is not what it was, or it is given up', async () => {
    const store = testCase();
    const failing = (code: string) => expect.objectContaining({ code });
    const gone = join(testFolder(), 'gone.bin');
    await expect(writeBlobAhead(store, sha256, { path: gone }, never)).rejects.toEqual(
      failing('file.notFound'),
    );
    const other = { path: fileOf(randomBytes(bytes.length)) };
    await expect(writeBlobAhead(store, sha256, other, never)).rejects.toEqual(
      failing('source.failed'),
    );
    const stop = new AbortController();
    const stopping = writeBlobAhead(store, sha256, { bytes }, stop.signal);
    stop.abort();
    await expect(stopping).rejects.toEqual(failing('job.cancelled'));
    await writeBlobAhead(store, sha256, { bytes }, never);
    await dropArriving(store, sha256);
    expect([chunksIn(store), arrivingIn(store), listBlobs(store)]).toEqual([0, [], []]);
  });

  test('is claimed for good only if the gesture is', async () => {
    const store = testCase();
    await writeBlobAhead(store, sha256, { bytes }, never);
    const failing = () =>
      store.gesture('source.import', (writer) => {
        beginBlob(writer, sha256, 0);
        throw new CaseError('record.notFound', { id: 'x' });
      });
    expect(failing).toThrow(expect.objectContaining({ code: 'record.notFound' }));
    expect(listBlobs(store)).toEqual([]);
    store.replay((writer) => writeBlobFromFile(writer, join(testFolder(), 'unread'), sha256));
    expect(held(store).equals(bytes)).toBe(true);
  });

  test('gives way to who has the same bytes and does not wait', async () => {
    const store = testCase();
    const hurried = between((times) => {
      if (times === 1) store.replay((writer) => writeBlob(writer, sha256, bytes));
    });
    expect(await writeBlobAhead(store, sha256, { path: fileOf(bytes) }, hurried)).toBe(false);
    expect(held(store).equals(bytes)).toBe(true);
    expect(arrivingIn(store)).toEqual([]);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('is written once, whoever asks meanwhile', async () => {
    const store = testCase();
    const content = { path: fileOf(bytes) };
    const all = await Promise.all([
      writeBlobAhead(store, sha256, content, never),
      writeBlobAhead(store, sha256, content, never),
    ]);
    expect(all).toEqual([true, false]);
    store.replay((writer) => beginBlob(writer, sha256, 0));
    expect(held(store).equals(bytes)).toBe(true);
  });

  test('leaves nothing on a disk that is full', async () => {
    const store = testCase();
    const pages = store.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    store.one(`PRAGMA max_page_count = ${pages + 1500}`);
    await expect(
      writeBlobAhead(store, sha256, { path: fileOf(bytes) }, never),
    ).rejects.toMatchObject({ code: 'file.diskFull' });
    expect([chunksIn(store), arrivingIn(store)]).toEqual([0, []]);
    store.one(`PRAGMA max_page_count = ${pages * 1000 + 100_000}`);
    expect(await writeBlobAhead(store, sha256, { bytes }, never)).toBe(true);
  });
});

test.each([0, 2])(
  'of a program that was killed after %i slices of a blob nothing is left when the case is opened',
  async (slices) => {
    const folder = testFolder();
    const store = testCase({ folder });
    const { path } = store.opening;
    store.close();
    const file = fileOf(bytes, folder);
    const killed = spawn(process.execPath, [child, path, file, sha256, String(slices)]);
    const [, signal] = await once(killed, 'close');
    expect(signal).toBe('SIGKILL');
    const reader = closing(openStore(path, { actor: testActor, access: 'read' }));
    expect(chunksIn(reader)).toBe(slices * 4);
    expect(listBlobs(reader)).toEqual([]);
    expect((await verifyStore(reader)).findings).toEqual([]);
    reader.close();
    const again = closing(openStore(path, { actor: testActor }));
    expect([chunksIn(again), arrivingIn(again), listBlobs(again)]).toEqual([0, [], []]);
    expect((await verifyStore(again)).findings).toEqual([]);
    expect(await writeBlobAhead(again, sha256, { path: file }, never)).toBe(true);
  },
);
