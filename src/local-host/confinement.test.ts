import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { confine, contains } from './confinement.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'legajo-test-')));
  root = join(folder, 'root');
  await mkdir(join(root, 'a/b'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  await writeFile(join(root, 'a/file'), '');
  await symlink('..', join(root, 'a/up'));
  await symlink(folder, join(root, 'a/out'));
  await symlink(join(folder, 'nothing'), join(root, 'a/dangling'));
  await symlink('loop', join(root, 'a/loop'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a path', () => {
  it.each([
    ['.', '.'],
    ['a/file', 'a/file'],
    ['a/up/a/file', 'a/file'],
    ['a/b/../file', 'a/file'],
    ['not/there/yet', 'not/there/yet'],
    ['..name', '..name'],
  ])('inside is followed: %s', async (path, led) => {
    expect(await confine(path, { root })).toBe(join(root, led));
    expect(await confine(join(root, path), { root })).toBe(join(root, led));
  });

  it.each([
    '..',
    '../root-beside',
    '../nothing/../root-beside/x',
    'a/out',
    'a/out/new',
    'a/out/root-beside/x',
    'a/dangling',
    'a/dangling/x',
    'a/file\0',
    '/',
  ])('that leads out is refused: %j', async (path) => {
    await expect(confine(path, { root })).rejects.toMatchObject({ code: 'file.outsideRoot' });
  });

  it('of which nothing can be told is refused as what it is only when it lies inside', async () => {
    for (const path of ['a/loop', 'a/file/x']) {
      await expect(confine(path, { root })).rejects.toMatchObject({ code: 'file.notReadable' });
    }
    const outside = join(root, 'a/file/x');
    await expect(confine(outside, { root: join(root, 'a/b') })).rejects.toMatchObject({
      code: 'file.outsideRoot',
    });
  });

  it('may lie in a further folder, or be a file that was named', async () => {
    const other = join(folder, 'root-beside');
    expect(await confine(join(other, 'x'), { root, folders: [other] })).toBe(join(other, 'x'));
    const file = join(folder, 'named');
    expect(await confine(file, { root, files: [file] })).toBe(file);
    await expect(confine(`${file}2`, { root, files: [file] })).rejects.toBeInstanceOf(CaseError);
  });

  it('never comes out anywhere else, whatever it is made of', async () => {
    const part = fc.constantFrom('a', 'b', 'up', 'out', 'file', 'dangling', '..', '.', '', 'new');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const led = await confine(parts.join('/'), { root }).catch((error: unknown) => error);
        const right = typeof led === 'string' ? contains(root, led) : led instanceof CaseError;
        expect(right).toBe(true);
      }),
    );
  });
});
