import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#engine/store/index.ts';
import { closing, processLocks, testActor, testCase, testFolder } from '#engine/testing/index.ts';
import { openDownload } from './downloads.ts';

describe('a case file that is to be downloaded', () => {
  it('is refused while it is open, and keeps its locks', async () => {
    const { path } = testCase().opening;
    const held = processLocks(path);
    await expect(openDownload(path)).rejects.toMatchObject({ code: 'case.inUse' });
    expect(processLocks(path)).toEqual(held);
  });

  it('is sent whole once it is closed', async () => {
    const store = testCase();
    const { path } = store.opening;
    store.close();
    const { size, file, close } = await openDownload(path);
    expect(size).toBe(statSync(path).size);
    expect((await file.readFile()).length).toBe(size);
    await close();
  });

  it('and is opened meanwhile keeps its locks, for it is let go of only once the case is closed', async () => {
    const store = testCase();
    const { path } = store.opening;
    store.close();
    const { file, close } = await openDownload(path);
    const opened = closing(openStore(path, { actor: testActor }));
    const held = processLocks(path);
    const closed = close();
    await file.stat();
    expect(processLocks(path)).toEqual(held);
    opened.close();
    await closed;
    await expect(file.stat()).rejects.toMatchObject({ code: 'EBADF' });
  });

  it('is told from a folder', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a'), '');
    await expect(openDownload(folder)).rejects.toMatchObject({ code: 'file.isFolder' });
    const { size, close } = await openDownload(join(folder, 'a'));
    expect(size).toBe(0);
    await close();
  });
});
