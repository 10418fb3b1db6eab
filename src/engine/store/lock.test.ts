import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import { openStore } from './index.ts';

/** A process that has a case open for writing, until it is killed. */
async function holderOf(path: string) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing', 'holder-child.ts'), path],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return child;
}

test('a case that another process works in is opened for reading, and says who that is and since when', async () => {
  const store = testCase();
  const { path } = store.opening;
  store.close();
  const started = new Date();
  const child = await holderOf(path);
  const second = closing(openStore(path, { actor: testActor }));
  const { access, readOnlyReason, holder } = second.opening;
  expect({ access, readOnlyReason }).toEqual({ access: 'read', readOnlyReason: 'held' });
  expect(holder).toMatchObject({ name: 'Holder', host: hostname(), pid: child.pid });
  const since = new Date(holder?.since ?? '');
  expect(since.getTime()).toBeGreaterThanOrEqual(started.getTime());
  expect(since.getTime()).toBeLessThanOrEqual(Date.now());
  expect(listTags(second).map(({ name }) => name)).toEqual(['theirs']);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('the right to write is taken over from a process that died with it, and nothing it did is lost', async () => {
  const store = testCase();
  const { path } = store.opening;
  store.close();
  const child = await holderOf(path);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(`${path}-lock`)).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(true);
  const next = closing(openStore(path, { actor: testActor }));
  expect(next.opening).toMatchObject({ access: 'write', readOnlyReason: null, holder: null });
  createTag(next, { name: 'ours', parent: null, description: '', inclusion: '', exclusion: '' });
  expect(listTags(next).map(({ name }) => name)).toEqual(['ours', 'theirs']);
  next.close();
  for (const end of ['-lock', '-wal']) expect(existsSync(`${path}${end}`)).toBe(false);
});
