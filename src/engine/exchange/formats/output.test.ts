import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { Output } from './output.ts';

const failing = (code: string) => expect.objectContaining({ code });

describe('a file', () => {
  test('takes the place of another only when it is whole', async () => {
    const folder = testFolder();
    const path = join(folder, 'out.txt');
    writeFileSync(path, 'before');
    const broken = new Output({}).file(
      path,
      (function* () {
        yield 'x'.repeat(1_000_000);
        throw new Error('torn');
      })(),
    );
    await expect(broken).rejects.toThrow('torn');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['out.txt']);
    await new Output({}).file(path, ['after']);
    expect(readFileSync(path, 'utf8')).toBe('after');
  });

  test('leaves nothing when it is given up on the way', async () => {
    const folder = testFolder();
    const giving = new AbortController();
    const { signal } = giving;
    const pieces = (function* () {
      for (let at = 0; ; at += 1) {
        if (at === 3) giving.abort();
        yield 'x'.repeat(300_000);
      }
    })();
    await expect(new Output({ signal }).file(join(folder, 'out'), pieces)).rejects.toEqual(
      failing('job.cancelled'),
    );
    const parts = [{ name: 'a/b.txt', content: () => ['x'] }];
    await expect(new Output({ signal }).folder(join(folder, 'out'), parts)).rejects.toEqual(
      failing('job.cancelled'),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps pairs of surrogates that come in two pieces', async () => {
    const path = join(testFolder(), 'out.txt');
    const words = 'x'.repeat(300_000);
    await new Output({}).file(path, [`${words}\uD83D`, `\uDE00${words}\uD83D`, '.']);
    expect(readFileSync(path, 'utf8')).toBe(`${words}😀${words}\uFFFD.`);
  });

  test('says when there is no such folder', async () => {
    const path = join(testFolder(), 'nowhere', 'out.txt');
    await expect(new Output({}).file(path, ['x'])).rejects.toEqual(failing('file.notFound'));
    await expect(new Output({}).folder(path, [])).rejects.toEqual(failing('file.notFound'));
  });
});

test('a folder is put in the place of an empty one, and its hash is that of the list of its files', async () => {
  const folder = join(testFolder(), 'out');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const parts = [
    { name: 'b.txt', content: () => ['one'] },
    { name: 'a/c.txt', content: () => ['two', ' three'] },
  ];
  const one = await new Output({}).folder(folder, parts);
  expect(readFileSync(join(folder, 'a', 'c.txt'), 'utf8')).toBe('two three');
  expect(one.byteSize).toBe(12);
  const other = await new Output({}).folder(join(testFolder(), 'x'), parts.toReversed());
  expect(other.sha256).toBe(one.sha256);
});

test('progress ends at all of it', async () => {
  const seen: { done: number; total: number }[] = [];
  const out = new Output({ onProgress: (progress) => seen.push(progress) });
  out.expect(3);
  const pieces = function* () {
    for (const item of out.counted(['a', 'b', 'c'])) yield item;
  };
  await out.file(join(testFolder(), 'out'), pieces());
  expect(seen.at(-1)).toEqual({ done: 3, total: 3 });
});
