import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, win32 } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameOf, receiveUpload } from './uploads.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legajo-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('an upload', () => {
  it('keeps two files of one name apart', async () => {
    const one = await receiveUpload(Readable.from([Buffer.from('one')]), 'a.txt', folder, 10);
    const two = await receiveUpload(Readable.from([Buffer.from('two')]), 'a.txt', folder, 10);
    expect(await readFile(one, 'utf8')).toBe('one');
    expect(await readFile(two, 'utf8')).toBe('two');
  });

  it.each([
    ['ENOSPC', 'file.diskFull'],
    ['EDQUOT', 'file.diskFull'],
    ['EACCES', 'file.notWritable'],
  ])('that ends in %s leaves nothing behind and says %s', async (errno, code) => {
    const failing = Readable.from(
      (async function* fail() {
        yield Buffer.from('some');
        throw Object.assign(new Error(errno), { code: errno });
      })(),
    );
    await expect(receiveUpload(failing, 'a.txt', folder, 10)).rejects.toMatchObject({
      code,
      details: { name: 'a.txt' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('may be just as large as the limit, and no larger', async () => {
    const bytes = (size: number): Readable =>
      Readable.from([Buffer.alloc(5), Buffer.alloc(size - 5)]);
    await receiveUpload(bytes(10), 'a.txt', folder, 10);
    await expect(receiveUpload(bytes(11), 'a.txt', folder, 10)).rejects.toMatchObject({
      code: 'source.tooLarge',
    });
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('the name of an upload', () => {
  it.each([
    ['Informe número 1.pdf', 'Informe número 1.pdf'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['../../etc/passwd', 'passwd'],
    ['a:b|c?.txt', 'a_b_c_.txt'],
    ['...', 'document'],
    ['', 'document'],
    ['.htaccess', 'htaccess'],
    ['name. ', 'name'],
  ])('%j becomes %j', (given, kept) => {
    expect(fileNameOf(given)).toBe(kept);
  });

  it('keeps its ending when it is cut', () => {
    expect(fileNameOf(`${'long '.repeat(100)}.html`)).toMatch(/^long .*\.html$/);
  });

  it('is one plain name on every system, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileNameOf(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(basename(name)).toBe(name);
        expect(win32.basename(name)).toBe(name);
        expect(name.startsWith('.')).toBe(false);
        expect(name.isWellFormed()).toBe(true);
        expect(fileNameOf(name)).toBe(name);
      }),
    );
  });
});
