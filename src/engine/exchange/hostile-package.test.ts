import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { changeSetHash, type CaseStore } from '../store/index.ts';
import { testFolder } from '../testing/index.ts';
import { ChangeSetLine } from './format.ts';
import { exportPackage, openPackage } from './index.ts';
import { PackageReader } from './package-reader.ts';
import { contentOf } from './testing/content.ts';
import { actor, fullCase, unasked } from './testing/full-case.ts';
import { contentsOf, directoryOf, Forgery } from './testing/repack.ts';

let made: string;
let whole: Buffer;
let content: ReturnType<typeof contentOf>;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'legajo-package-'));
  const store = fullCase(join(made, 'one.casefile'));
  content = contentOf(store);
  await exportPackage(store, join(made, 'one.casepack'), unasked);
  store.close();
  whole = readFileSync(join(made, 'one.casepack'));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  folder = testFolder();
});

const open = () => openPackage(at('in.casepack'), at('out.casefile'), { actor });

/** Opens these bytes as a package. @returns the error, and makes sure that nothing was left behind */
async function refusal(bytes: Buffer): Promise<CaseError> {
  writeFileSync(at('in.casepack'), bytes);
  const error: unknown = await open().then(
    (store: CaseStore) => store.close(),
    (reason: unknown) => reason,
  );
  expect(readdirSync(folder)).toEqual(['in.casepack']);
  if (!(error instanceof CaseError)) throw error;
  return error;
}

/** Takes a case away again. @returns whether it was the one the package was made of */
function sameness(store: CaseStore): string {
  const opened = contentOf(store);
  store.close();
  rmSync(store.opening.path);
  return isDeepStrictEqual(opened, content) ? 'the same' : 'another';
}

/** Opens a package that was altered. @returns the error */
async function refused(alter: (forgery: Forgery) => void): Promise<CaseError> {
  const forgery = await Forgery.of(join(made, 'one.casepack'));
  alter(forgery);
  return refusal(await forgery.bytes());
}

/** The bytes with one of them another. */
function changed(bytes: Buffer, position: number, mask: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(position) ^ mask, position);
  return copy;
}

/** Reads all of the package, into nothing. @returns the code of the error, or that there was none */
async function outcomeOfReading(): Promise<string> {
  try {
    const reader = await PackageReader.open(at('in.casepack'));
    try {
      for await (const _ of reader.cover()) continue;
      for await (const _ of reader.changeSets()) continue;
      for (const name of reader.texts) for await (const _ of reader.text(name)) continue;
      for (const name of reader.blobs) for await (const _ of reader.blob(name)) continue;
    } finally {
      reader.close();
    }
    return 'accepted';
  } catch (error) {
    return error instanceof CaseError ? error.code : String(error);
  }
}

function withComment(bytes: Buffer): Buffer {
  const comment = Buffer.from('more');
  const longer = Buffer.concat([bytes, comment]);
  longer.writeUInt16LE(comment.length, bytes.length - 2);
  return longer;
}

function withGap(bytes: Buffer): Buffer {
  const gap = Buffer.from('more');
  const list = directoryOf(bytes)[0]?.at ?? 0;
  const longer = Buffer.concat([bytes.subarray(0, list), gap, bytes.subarray(list)]);
  longer.writeUInt32LE(list + gap.length, longer.length - 6);
  return longer;
}

/** Alters the change sets of a package, each with a hash that fits, and its manifest with them. */
function rewrite(forgery: Forgery, alter: (sets: Record<string, unknown>[]) => void): void {
  const sets = forgery
    .text('changes.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => ChangeSetLine.parse(JSON.parse(line)));
  alter(sets);
  let previousHash = '';
  const chained = sets.map((one) => {
    const set = { ...one, previousHash };
    previousHash = changeSetHash(set);
    return { ...set, hash: previousHash };
  });
  forgery.set('changes.ndjson', chained.map((set) => `${JSON.stringify(set)}\n`).join(''));
  forgery.seal();
  const last = chained.at(-1);
  forgery.manifest((manifest) => ({
    ...manifest,
    replicas: [{ replica: last?.replica, sequence: last?.sequence, hash: last?.hash }],
  }));
}

describe('a package that came to harm', () => {
  test('is refused wherever it ends too soon', async () => {
    const lengths = new Set([...directoryOf(whole).map((record) => record.at), whole.length - 1]);
    for (let length = 4; length < whole.length; length += 397) lengths.add(length);
    for (const length of lengths) {
      const { code } = await refusal(whole.subarray(0, length));
      expect(code).toBe('package.damaged');
    }
    expect((await refusal(whole.subarray(0, 3))).code).toBe('package.notAPackage');
    expect((await refusal(Buffer.alloc(0))).code).toBe('package.notAPackage');
  });

  test('is refused for any byte that is another, unless that is unpacked to the same', async () => {
    const deflated = contentsOf(whole);
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([position, mask]) => {
        writeFileSync(at('in.casepack'), changed(whole, position, mask));
        const outcome = await open().then(sameness, (error: unknown) =>
          error instanceof CaseError ? error.code : String(error),
        );
        const isContents = deflated.some(({ from, to }) => position >= from && position < to);
        expect(outcome).toMatch(isContents ? /^(?:the same$|package\.)/ : /^package\./);
        expect(readdirSync(folder)).toEqual(['in.casepack']);
      }),
      { numRuns: 200 },
    );
  });

  test('is refused for each single byte around its contents that is another', async () => {
    const contents = contentsOf(whole);
    const codes = new Set<string>();
    for (let position = 0; position < whole.length; position += 1) {
      if (contents.some(({ from, to }) => position >= from && position < to)) continue;
      writeFileSync(at('in.casepack'), changed(whole, position, 1 << (position % 8)));
      codes.add(await outcomeOfReading());
    }
    // A manifest, or a ZIP, that is no longer called one, and a name that begins elsewhere, are told as that.
    const refusals = ['package.damaged', 'package.notAPackage', 'package.unsafePath'];
    expect(refusals).toEqual(expect.arrayContaining([...codes]));
  });

  test.each([
    ['before', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4), bytes])],
    ['after', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')])],
    ['in a comment', withComment],
    ['between its contents and the list of them', withGap],
  ])('is refused with something %s', async (_, alter) => {
    expect((await refusal(alter(whole))).code).toBe('package.damaged');
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['text', Buffer.from('PK is what it begins with')],
  ])('is told from %s', async (_, bytes) => {
    expect((await refusal(bytes)).code).toBe('package.notAPackage');
  });

  test('is told from a ZIP of something else', async () => {
    const error = await refused((forgery) => {
      forgery.members.clear();
      forgery.set('letter.txt', 'Dear all');
    });
    expect(error.code).toBe('package.notAPackage');
    const other = await refused((forgery) => forgery.set('manifest.json', '{"format":"zip"}'));
    expect(other.code).toBe('package.notAPackage');
  });

  test('is refused without one of its members', async () => {
    const names = [...(await Forgery.of(join(made, 'one.casepack'))).members.keys()];
    for (const name of names.filter((each) => each !== 'manifest.json')) {
      const error = await refused((forgery) => forgery.members.delete(name));
      expect(error).toMatchObject({ code: 'package.damaged', details: { member: name } });
    }
  });

  test.each(['readme.txt', 'blobs/x', 'manifest.sig'])(
    'is refused with %s, which the manifest does not list',
    async (name) => {
      const error = await refused((forgery) => forgery.set(name, 'more'));
      expect(error).toMatchObject({ code: 'package.damaged', details: { member: name } });
    },
  );
});

describe('a forged package', () => {
  test.each(['cover.html', 'changes.ndjson', 'texts/', 'blobs/'])(
    'is refused for a word changed in %s',
    async (beginning) => {
      const error = await refused((forgery) => {
        const name = forgery.named(beginning);
        forgery.set(name, forgery.text(name).replace(/[a-z](?=[^a-z]*$)/, '#'));
      });
      expect(error.code).toBe('package.damaged');
      expect(error.details['member']).toMatch(beginning);
    },
  );

  test.each(['changes.ndjson', 'texts/'])(
    'is refused for a word changed in %s, whatever the manifest says',
    async (beginning) => {
      const error = await refused((forgery) => {
        const name = forgery.named(beginning);
        forgery.set(
          name,
          forgery.text(name).replace('Tocorón', 'Tocuyito').replace('RED', 'CLEAR'),
        );
        forgery.set(name, forgery.text(name).replace(/not[ie]/i, 'nada'));
        forgery.seal();
      });
      expect(error.code).toBe('package.damaged');
      expect(error.details['member']).toMatch(beginning);
    },
  );

  test('is refused when a document is not the one its name says', async () => {
    const error = await refused((forgery) => {
      forgery.set(forgery.named('blobs/'), 'something else');
      forgery.seal();
    });
    expect(error.code).toBe('package.damaged');
    expect(error.details['member']).toMatch('blobs/');
  });

  test.each(['blobs/', 'texts/'])(
    'is refused when one of its %s is gone from the manifest, too',
    async (beginning) => {
      const error = await refused((forgery) => {
        for (const name of forgery.members.keys()) {
          if (name.startsWith(beginning)) forgery.members.delete(name);
        }
        forgery.seal();
      });
      expect(error.code).toBe('package.damaged');
      expect(error.details['member']).toMatch(beginning);
    },
  );

  test('is refused when the last change is left out', async () => {
    const error = await refused((forgery) => {
      const lines = forgery.text('changes.ndjson').trimEnd().split('\n').slice(0, -1);
      forgery.set('changes.ndjson', `${lines.join('\n')}\n`);
      forgery.seal();
    });
    expect(error).toMatchObject({ code: 'package.damaged', details: { member: 'changes.ndjson' } });
  });

  test.each([
    ['a table that is none', { tableName: 'sqlite_schema' }],
    ['the journal', { tableName: 'change_set' }],
    ['a table named by a trick', { tableName: 'tag"; DROP TABLE tag; --' }],
    ['a column that is none', { fields: '{"rowid":[null,1]}' }],
    ['a column named by a trick', { fields: '{"name\\" = 1; --":[null,"x"]}' }],
    ['too little for a row', { fields: '{}' }],
    ['fields that are no JSON', { fields: '{' }],
    ['a value that is none', { fields: '{"title":[null,{"a":1}]}' }],
    ['a row that is not there', { operation: 'update', rowId: 'none' }],
  ])('is refused when a change is of %s', async (_, change) => {
    const error = await refused((forgery) =>
      rewrite(forgery, (sets) => {
        const first = ChangeSetLine.shape.changes.parse(sets[0]?.['changes'])[0];
        if (sets[0] !== undefined) sets[0]['changes'] = [{ ...first, ...change }];
      }),
    );
    expect(error).toMatchObject({ code: 'package.damaged', details: { member: 'changes.ndjson' } });
  });

  test('is refused when its cover story is another case’s', async () => {
    const error = await refused((forgery) =>
      forgery.manifest((manifest) => ({
        ...manifest,
        case: { ...Object(manifest['case']), handling: 'CLEAR' },
      })),
    );
    expect(error).toMatchObject({ code: 'package.damaged', details: { member: 'manifest.json' } });
  });

  test.each([
    { base: { '01900000-0000-7000-8000-000000000001': 3 } },
    { scope: 'partial' },
    { scope: 'some' },
    { withheld: ['nothing'] },
    { recipient: { name: 'x', key: 'not a key' } },
  ])('is refused when its manifest contradicts itself: %j', async (fields) => {
    const error = await refused((forgery) =>
      forgery.manifest((manifest) => ({ ...manifest, ...fields })),
    );
    expect(error).toMatchObject({ code: 'package.damaged', details: { member: 'manifest.json' } });
  });

  test('that came to no more than being packed anew is the same case', async () => {
    const forgery = await Forgery.of(join(made, 'one.casepack'));
    writeFileSync(at('in.casepack'), await forgery.bytes());
    expect(sameness(await open())).toBe('the same');
    rewrite(forgery, () => undefined);
    writeFileSync(at('in.casepack'), await forgery.bytes());
    expect(sameness(await open())).toBe('the same');
  });

  test.each(['../er.html', '/over.html', 'C:ver.html', 'a\\ver.html', 'a/../ahtml'])(
    'is refused with a member called %s',
    async (name) => {
      const bytes = Buffer.from(whole.toString('latin1').replaceAll('cover.html', name), 'latin1');
      const error = await refusal(bytes);
      expect(error).toMatchObject({ code: 'package.unsafePath', details: { member: name } });
    },
  );

  test('is refused with a symbolic link', async () => {
    const bytes = Buffer.from(whole);
    const record = directoryOf(bytes).find(({ name }) => name === 'cover.html');
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, (record?.at ?? 0) + 38);
    expect(await refusal(bytes)).toMatchObject({
      code: 'package.unsafePath',
      details: { member: 'cover.html' },
    });
  });

  test('is refused when a member unpacks to more than it says', async () => {
    const forgery = await Forgery.of(join(made, 'one.casepack'));
    const name = forgery.named('blobs/');
    forgery.set(name, Buffer.alloc(64 * 1024 * 1024));
    forgery.manifest((manifest) => ({
      ...manifest,
      members: [
        ...[Object(manifest['members'])].flat().filter((member) => member.name !== name),
        { name, byteSize: 10, sha256: '0'.repeat(64) },
      ],
    }));
    const bytes = await forgery.bytes();
    const record = directoryOf(bytes).find((each) => each.name === name);
    bytes.writeUInt32LE(10, (record?.at ?? 0) + 24);
    expect(await refusal(bytes)).toMatchObject({
      code: 'package.damaged',
      details: { member: name },
    });
  });
});

describe('a package of a later version', () => {
  test.each([{ formatVersion: 2, anything: 'else' }, { caseFormat: 999 }])(
    'is refused in words: %j',
    async (fields) => {
      const error = await refused((forgery) =>
        forgery.manifest((manifest) => ({ ...manifest, ...fields })),
      );
      expect(error.code).toBe('package.newerVersion');
    },
  );
});

describe('the place of the new case', () => {
  test('is never taken from a file that is there', async () => {
    writeFileSync(at('in.casepack'), whole);
    writeFileSync(at('out.casefile'), 'precious');
    await expect(open()).rejects.toMatchObject({ code: 'case.exists' });
    expect(readFileSync(at('out.casefile'), 'utf8')).toBe('precious');
  });

  test('must be in a folder', async () => {
    writeFileSync(at('in.casepack'), whole);
    writeFileSync(at('file'), '');
    const into = (path: string) => openPackage(at('in.casepack'), path, { actor });
    await expect(into(at('file/out.casefile'))).rejects.toMatchObject({ code: 'file.notWritable' });
    await expect(into(at('none/out.casefile'))).rejects.toMatchObject({ code: 'file.notFound' });
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'in.casepack']);
  });

  test('stays empty when the work is given up', async () => {
    writeFileSync(at('in.casepack'), whole);
    const stopped = new AbortController();
    await expect(
      openPackage(at('in.casepack'), at('out.casefile'), {
        actor,
        signal: stopped.signal,
        onProgress: ({ done, total }) => {
          if (done * 2 > total) stopped.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(readdirSync(folder)).toEqual(['in.casepack']);
  });

  test('stays empty when there is no package', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'file.notFound' });
    mkdirSync(at('in.casepack'));
    await expect(open()).rejects.toMatchObject({ code: 'file.isFolder' });
  });
});
