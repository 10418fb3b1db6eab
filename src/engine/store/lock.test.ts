import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import { openStore } from './index.ts';
import { holderOf } from './testing/holder.ts';

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
