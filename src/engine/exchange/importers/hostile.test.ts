import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closeExtraction } from '../../sources/index.ts';
import { contentHash } from '../../store/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import { importForeign, previewForeign } from './index.ts';
import { buildProject, code, guid, replaced, writeZip } from './testing/build-project.ts';

afterAll(closeExtraction);

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

async function refused(path: string): Promise<unknown> {
  const store = testCase();
  const before = contentHash(store);
  const codes = await Promise.all([
    previewForeign(store, { path }).catch((error: unknown) => error),
    importForeign(store, { path, ...options }).catch((error: unknown) => error),
  ]);
  expect(contentHash(store)).toBe(before);
  expect(codes[0]).toMatchObject({ name: 'CaseError' });
  expect(codes[1]).toMatchObject({ code: Reflect.get(Object(codes[0]), 'code') });
  return Reflect.get(Object(codes[0]), 'code');
}

const small = { sources: [{ text: 'A few words.' }] };

const qde = (inner: string) =>
  Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0">${inner}</Project>`,
  );

describe('a file that is not what it seems is refused, and nothing of it is taken in', () => {
  test('one of no form that is known', async () => {
    const path = join(testFolder(), 'a.bin');
    writeFileSync(path, Buffer.of(1, 2, 3, 4, 0, 5));
    expect(await refused(path)).toBe('foreign.unknownFormat');
    expect(await refused(testFolder())).toBe('file.isFolder');
    expect(await refused(join(testFolder(), 'nowhere.csv'))).toBe('file.notFound');
  });

  test('a ZIP without a project, one with another XML, one that is cut short, one altered', async () => {
    const folder = testFolder();
    const bare = join(folder, 'bare.qdpx');
    await writeZip(bare, new Map([['a.txt', Buffer.from('x')]]));
    expect(await refused(bare)).toBe('foreign.unknownFormat');
    const other = join(folder, 'other.qdpx');
    await writeZip(other, new Map([['project.qde', Buffer.from('<html/>')]]));
    expect(await refused(other)).toBe('foreign.unknownFormat');
    const whole = join(folder, 'whole.qdpx');
    await buildProject(whole, small);
    const cut = join(folder, 'cut.qdpx');
    writeFileSync(cut, readFileSync(whole).subarray(0, 200));
    expect(await refused(cut)).toBe('foreign.unreadable');
  });

  test('names that lead out of the ZIP', async () => {
    const path = join(testFolder(), 'slip.qdpx');
    await writeZip(
      path,
      new Map([
        ['project.qde', qde('')],
        ['aa/evil.txt', Buffer.from('x')],
      ]),
    );
    const bytes = readFileSync(path);
    for (const name of ['../evil.txt', '..\\evil.txt', '/a/evil.txt', 'C:/evil.txt']) {
      writeFileSync(path, replaced(bytes, 'aa/evil.txt', name));
      expect(await refused(path)).toBe('foreign.unsafe');
    }
  });

  test('a member that says it is larger than any document', async () => {
    const path = join(testFolder(), 'bomb.qdpx');
    await writeZip(
      path,
      new Map([
        ['project.qde', qde('')],
        ['a.txt', Buffer.alloc(300, 'x')],
      ]),
    );
    const bytes = readFileSync(path);
    // The size in the central directory, which is what a reader goes by (APPNOTE 4.3.12).
    const entry = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    writeFileSync(path, bytes);
    expect(await refused(path)).toBe('foreign.tooLarge');
  });

  test('XML whose entities would grow without end, or read another file', async () => {
    const path = join(testFolder(), 'laughs.qdc');
    const entities = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
    ).join('');
    writeFileSync(
      path,
      `<?xml version="1.0"?><!DOCTYPE CodeBook [<!ENTITY a0 "ha">${entities}]><CodeBook><Codes><Code guid="${guid(1)}" name="&a30;"/></Codes></CodeBook>`,
    );
    expect(await refused(path)).toBe('foreign.unreadable');
    writeFileSync(
      path,
      `<?xml version="1.0"?><!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/hostname">]><CodeBook><Codes><Code guid="${guid(1)}" name="&x;"/></Codes></CodeBook>`,
    );
    expect(await refused(path)).toBe('foreign.unreadable');
  });

  test.each([
    [600, 'foreign.tooLarge'],
    [200_000, 'foreign.unreadable'],
  ])('codes %s deep', async (depth, error) => {
    const path = join(testFolder(), 'deep.qdc');
    const open = `<Code name="a" guid="${guid(1)}">`;
    writeFileSync(
      path,
      `<CodeBook><Codes>${open.repeat(depth)}${'</Code>'.repeat(depth)}</Codes></CodeBook>`,
    );
    expect(await refused(path)).toBe(error);
  });

  test('text that is none', async () => {
    const path = join(testFolder(), 'a.csv');
    writeFileSync(path, Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)));
    expect(await refused(path)).toBe('foreign.unreadable');
  });

  test('a file that is another than the one that was looked at', async () => {
    const store = testCase();
    const path = join(testFolder(), 'a.csv');
    writeFileSync(path, 'name\nRosa\n');
    const { sha256 } = await previewForeign(store, { path });
    writeFileSync(path, 'name\nBo\n');
    await expect(importForeign(store, { path, sha256, ...options })).rejects.toMatchObject({
      code: 'foreign.changed',
    });
  });
});

describe('what is strange within a file is told, and the rest comes in', () => {
  test('a document whose bytes are not those that the ZIP says', async () => {
    const store = testCase();
    const path = join(testFolder(), 'a.qdpx');
    await buildProject(path, {
      codes: code(guid(1), 'A'),
      ...small,
      sources: [{ name: 'Broken', text: 'A few words.' }],
    });
    const bytes = readFileSync(path);
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002'));
    bytes.writeUInt32LE(1, entry + 16);
    writeFileSync(path, bytes);
    const { remarks, totals } = await previewForeign(store, { path });
    expect(remarks.map((remark) => remark.code)).toContain('sourceUnreadable');
    expect(totals).toContainEqual({ kind: 'tag', state: 'new', count: 1 });
  });

  test('a cancelled import leaves nothing behind', async () => {
    const store = testCase();
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('legajo-import-'));
    const before = contentHash(store);
    const path = join(testFolder(), 'a.qdpx');
    await buildProject(path, small);
    const stop = new AbortController();
    const importing = importForeign(store, { path, ...options }, stop.signal);
    stop.abort();
    await expect(importing).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(contentHash(store)).toBe(before);
    expect(folders()).toEqual([]);
  });
});
