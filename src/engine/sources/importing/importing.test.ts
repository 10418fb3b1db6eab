import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ImportRequest } from '#contract/import.ts';
import type { ImportItem } from '#contract/job.ts';
import { custodyOf } from '../../custody/index.ts';
import { Gate } from '../../jobs/index.ts';
import { openStore, readBlob, type CaseStore } from '../../store/index.ts';
import { closing, testActor, testCase, testFolder } from '../../testing/index.ts';
import { tarOf, zipOf, type ZipMember } from '../extract/testing/archives.ts';
import { closeExtraction, type DocumentProgress } from '../extract/index.ts';
import { runImport, type ImportOptions } from '../import.ts';
import { listSources } from '../list.ts';
import { readSourceText } from '../text.ts';
import { findFiles } from './found-files.ts';
import { ImportBatch } from './import-batch.ts';

afterAll(closeExtraction);

const listing = { filter: '', sort: 'title', descending: false, offset: 0, limit: 1000 } as const;

interface Told {
  items: ImportItem[];
  left: ImportItem[];
  counted: [files: number, bytes: number];
  progress: DocumentProgress[];
}

async function imported(
  store: CaseStore,
  request: Partial<ImportRequest> & { paths: string[] },
  options: ImportOptions & { onStart?: (item: ImportItem) => void } = {},
): Promise<Told> {
  const told: Told = { items: [], left: [], counted: [0, 0], progress: [] };
  await runImport(
    store,
    ImportRequest.parse(request),
    {
      counted: (...counted) => (told.counted = counted),
      started: (item) => options.onStart?.(item),
      progressed: (_, now) => told.progress.push(now),
      settled: (item) => told.items.push(item),
      left: (item) => told.left.push(item),
    },
    options,
  );
  return told;
}

function written(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Each source by its place: the file it came in, then its places in what it was in. */
function places(store: CaseStore): Record<string, string> {
  const rows = store.all<{ id: string; container: string | null; name: string; path: string }>(
    'SELECT id, container_id AS container, file_name AS name, member_path AS path FROM source',
  );
  const placeOf = (id: string | null): string => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return '';
    return row.container === null ? row.name : `${placeOf(row.container)}/${row.path}`;
  };
  return Object.fromEntries(rows.map(({ id }) => [placeOf(id), readSourceText(store, id).text]));
}

describe('what is in an archive', () => {
  test('becomes sources that point to it, each to the byte', async () => {
    const store = testCase();
    const inner = zipOf([{ name: 'deep.txt', content: 'Deep words.' }]);
    const bytes = zipOf([
      { name: 'a.txt', content: 'First words.' },
      { name: 'folder/inner.zip', content: inner },
      { name: 'folder/b.tgz', content: gzipSync(tarOf([{ name: 'c.txt', content: 'Third.' }])) },
    ]);
    const path = written(testFolder(), 'all.zip', bytes);
    const { items, left } = await imported(store, {
      paths: [path],
      provenance: { reliability: 'B', title: 'The archive' },
    });
    expect(items).toMatchObject([{ outcome: 'imported', parts: 5, warnings: [] }]);
    expect(left).toEqual([]);
    expect(places(store)).toMatchObject({
      'all.zip/a.txt': 'First words.',
      'all.zip/folder/inner.zip': 'deep.txt  11\n',
      'all.zip/folder/inner.zip/deep.txt': 'Deep words.',
      'all.zip/folder/b.tgz/c.txt': 'Third.',
    });
    const sources = listSources(store, listing).items;
    expect(new Set(sources.map(({ reliability }) => reliability))).toEqual(new Set(['B']));
    expect(sources.map(({ title }) => title).toSorted()).toEqual(
      ['The archive', 'a', 'b', 'c', 'deep', 'inner'].toSorted(),
    );
    const kept = sources.find(({ fileName }) => fileName === 'inner.zip');
    expect(Buffer.concat([...readBlob(store, kept?.sha256 ?? '')]).equals(inner)).toBe(true);
    expect(store.one('SELECT count(*) AS n FROM import_batch')).toEqual({ n: 0 });
  });

  test('that cannot be taken in is told by its place, and the rest is taken in', async () => {
    const store = testCase();
    const members: ZipMember[] = [
      { name: 'good.txt', content: 'Good.' },
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'locked.txt', content: 'x', flags: 1 },
      { name: '../../slip.txt', content: 'Slipped.' },
      { name: 'broken.zip', content: 'PK\u0003\u0004 and no more of it' },
    ];
    const path = written(testFolder(), 'mixed.zip', zipOf(members));
    const { items, left } = await imported(store, { paths: [path] });
    expect(items).toMatchObject([
      { outcome: 'imported', parts: 2, warnings: ['membersLeftOut 3'] },
    ]);
    expect(Object.fromEntries(left.map((item) => [item.path, item.error?.code]))).toEqual({
      [`${path}/link`]: 'source.notAFile',
      [`${path}/locked.txt`]: 'source.passwordNeeded',
      [`${path}/broken.zip`]: 'source.truncated',
    });
    expect(Object.keys(places(store)).toSorted()).toEqual([
      'mixed.zip',
      'mixed.zip/good.txt',
      'mixed.zip/slip.txt',
    ]);
  });

  test('is taken in whatever it is called', async () => {
    const store = testCase();
    const names = [
      '',
      ' ',
      'CON',
      'aux.txt',
      'a\u0000b.txt',
      'say "hi"? <b>|*.txt',
      'cod\u202etxt.exe',
      'ten\n lines\r.txt',
      '😀/\u0301.txt',
      `${'long'.repeat(2000)}.txt`,
      '-rf',
      '%00%2e%2e%2f.txt',
      'C:\\Users\\ana\\a.txt',
      '/////',
    ];
    const members = [
      ...names.map((name, at) => ({ name, content: `Words ${at}.` })),
      { name: Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x74]), content: 'Bytes.' },
    ];
    // A name that ends with a stroke is of a folder.
    const path = written(testFolder(), 'odd.zip', zipOf(members));
    const { items, left } = await imported(store, { paths: [path] });
    expect(left).toEqual([]);
    expect(items).toMatchObject([{ outcome: 'imported', parts: members.length - 1 }]);
    const sources = listSources(store, listing).items;
    expect(sources.every(({ title, fileName }) => title !== '' && fileName !== '')).toBe(true);
    expect(sources.map(({ memberPath }) => memberPath)).toEqual(
      expect.arrayContaining(['#1', '#2', 'CON', 'cod_txt.exe', 'Users/ana/a.txt', '-rf']),
    );
  });

  test('is gone through again for a password, and nothing comes twice', async () => {
    const store = testCase();
    const members = [
      { name: 'open.txt', content: 'Open.' },
      { name: 'locked.txt', content: 'x', flags: 1 },
    ];
    const path = written(testFolder(), 'mixed.zip', zipOf(members));
    await imported(store, { paths: [path] });
    const { items, left } = await imported(store, { paths: [path] }, { again: true });
    expect(items).toMatchObject([
      { outcome: 'duplicate', parts: 0, warnings: ['membersLeftOut 1'] },
    ]);
    expect(left).toHaveLength(1);
    expect(store.one('SELECT count(*) AS n FROM custody')).toEqual({ n: 0 });
  });

  test('is counted as it is gone through', async () => {
    const store = testCase();
    const members = Array.from({ length: 50 }, (_, at) => ({
      name: `${at}.txt`,
      content: `${at}`,
    }));
    const path = written(testFolder(), 'all.zip', zipOf(members));
    const { progress } = await imported(store, { paths: [path] });
    expect(progress.at(-1)).toMatchObject({ total: 50, unit: 'documents' });
  });

  test('lies no deeper than a person could mean', async () => {
    const store = testCase();
    let bytes = zipOf([{ name: 'core.txt', content: 'The core.' }]);
    for (let depth = 2; depth <= 12; depth += 1) {
      bytes = zipOf([{ name: `${depth}.zip`, content: bytes }]);
    }
    const path = written(testFolder(), 'russian.zip', bytes);
    const { items, left } = await imported(store, { paths: [path] });
    expect(items).toMatchObject([{ outcome: 'imported', parts: 8 }]);
    expect(left).toMatchObject([{ error: { code: 'source.tooDeep', details: { limit: 8 } } }]);
  });

  test('comes in also where it and what it is in are more than may be held', async () => {
    vi.stubEnv('LEGAJO_MEMORY', '256');
    const store = testCase();
    const deep = Buffer.alloc(15 * 1024 * 1024, 'Deep words. ');
    const rest = Buffer.alloc(6 * 1024 * 1024, 1);
    const inner = zipOf([
      { name: 'deep.txt', content: deep, stored: true },
      { name: 'rest.bin', content: rest, stored: true },
    ]);
    const outer = zipOf([{ name: 'in.zip', content: inner, stored: true }]);
    const path = written(testFolder(), 'out.zip', outer);
    const { items } = await imported(store, { paths: [path] });
    vi.unstubAllEnvs();
    expect(items).toMatchObject([{ outcome: 'imported', parts: 3, warnings: [] }]);
  });

  test('is read whatever many of it hold others at a time', async () => {
    const store = testCase();
    const inner = (at: number): Buffer =>
      zipOf(
        Array.from({ length: 5 }, (_, n) => ({
          name: `${n}.zip`,
          content: zipOf([{ name: 'words.txt', content: `Words ${at} ${n}.` }]),
        })),
      );
    const folder = testFolder();
    for (let at = 0; at < 20; at += 1) {
      const members = [0, 1, 2].map((n) => ({ name: `${n}.zip`, content: inner(at * 3 + n) }));
      written(folder, `all/${at}.zip`, zipOf(members));
    }
    const { items } = await imported(store, { paths: [join(folder, 'all')] });
    expect(items.map(({ parts }) => parts)).toEqual(items.map(() => 33));
    expect(listSources(store, listing).total).toBe(20 * 34);
  });
});

describe('the same bytes again', () => {
  test('are told, with what they were called and what was said of them then', async () => {
    const store = testCase();
    const folder = testFolder();
    const [first] = (await imported(store, { paths: [written(folder, 'one.txt', 'Same.')] })).items;
    const two = written(folder, 'two.txt', 'Same.');
    const provenance = { author: 'B. Other' };
    for (let times = 0; times < 2; times += 1) {
      const { items } = await imported(store, { paths: [two], provenance });
      expect(items).toMatchObject([{ outcome: 'duplicate', source: first?.source }]);
    }
    const archive = zipOf([{ name: 'x/three.txt', content: 'Same.' }]);
    const third = written(folder, 'three.zip', archive);
    await imported(store, { paths: [third] });
    expect(custodyOf(store, first?.source ?? '')).toMatchObject([
      { act: 'again', fileName: 'two.txt', note: two, provenance },
      { act: 'again', fileName: 'three.txt', note: `${third}/x/three.txt`, provenance: {} },
    ]);
  });

  test('within one import are one source', async () => {
    const store = testCase();
    const folder = testFolder();
    const paths = ['a.txt', 'b.txt', 'c.txt'].map((name) => written(folder, name, 'Same.'));
    const { items } = await imported(store, { paths });
    expect(items.map(({ outcome }) => outcome).toSorted()).toEqual([
      'duplicate',
      'duplicate',
      'imported',
    ]);
    expect(store.one('SELECT count(*) AS n FROM custody')).toEqual({ n: 2 });
  });
});

describe('an import', () => {
  test('says how documents came here, and what they derive from', async () => {
    const store = testCase();
    const folder = testFolder();
    const [origin] = (await imported(store, { paths: [written(folder, 'o.txt', 'Origin.')] }))
      .items;
    const derivesFrom = origin?.source ?? '';
    const { items } = await imported(store, {
      paths: [written(folder, 'copy.txt', 'A copy.')],
      derivesFrom,
      custody: { party: 'The clerk', happened: '2023-04' },
      settings: { encoding: 'windows-1252' },
    });
    const id = items[0]?.source ?? '';
    const source = listSources(store, listing).items.find((one) => one.id === id);
    expect(source).toMatchObject({
      derivesFrom: { id: derivesFrom },
      extraction: { encoding: 'windows-1252' },
      extractedBy: expect.stringMatching(/^Legajo \d/),
    });
    expect(custodyOf(store, id)).toMatchObject([
      { act: 'received', party: 'The clerk', happened: '2023-04' },
    ]);
    const paths = [written(folder, 'd.txt', 'D.')];
    await expect(imported(store, { paths, derivesFrom: 'none' })).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });

  test('takes folders with all in them, but for what is hidden, litter, and links', async () => {
    const folder = testFolder();
    const wanted = ['b.txt', 'a/c.txt', 'a/b/d.txt', 'z.txt'];
    for (const name of wanted) written(folder, `top/${name}`, name);
    const litter = ['.hidden', '.git/x', 'a/Thumbs.db', '~$a.docx', 'desktop.ini'];
    for (const name of litter) written(folder, `top/${name}`, name);
    symlinkSync(folder, join(folder, 'top/circle'));
    symlinkSync(join(folder, 'top/b.txt'), join(folder, 'top/link.txt'));
    const found = await findFiles([join(folder, 'top')]);
    expect(found.map(({ path }) => path.slice(folder.length + 5))).toEqual([
      'b.txt',
      'z.txt',
      'a/c.txt',
      'a/b/d.txt',
    ]);
    const store = testCase();
    const { items, counted } = await imported(store, { paths: [join(folder, 'top')] });
    expect(items).toHaveLength(4);
    expect(counted).toEqual([4, 5 + 5 + 7 + 9]);
  });

  test('waits where it is told to, and goes on', async () => {
    const store = testCase();
    const folder = testFolder();
    const paths = Array.from({ length: 40 }, (_, at) => written(folder, `${at}.txt`, `${at}`));
    const gate = new Gate();
    gate.close();
    let started = 0;
    const running = imported(store, { paths }, { gate, onStart: () => (started += 1) });
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toBe(0);
    gate.open();
    expect((await running).items).toHaveLength(40);
  });

  test('that was interrupted goes on where it was', async () => {
    const folder = testFolder();
    const store = testCase({ folder });
    const archives = Array.from({ length: 30 }, (_, at) => {
      const members = [0, 1, 2].map((n) => ({ name: `${n}.txt`, content: `Words ${at} ${n}.` }));
      return written(folder, `${at}.zip`, zipOf(members));
    });
    const paths = [...archives, join(folder, 'vanished.txt')];
    const stop = new AbortController();
    let started = 0;
    await imported(
      store,
      { paths, provenance: { author: 'A. Author' } },
      {
        signal: stop.signal,
        interrupted: () => true,
        onStart: () => {
          started += 1;
          if (started === 20) stop.abort();
        },
      },
    );
    const before = listSources(store, listing).total;
    store.close();

    const again = closing(openStore(store.opening.path, { actor: testActor }));
    const [left] = ImportBatch.unfinished(again);
    expect(left).toMatchObject({ total: 31, first: '0.zip' });
    const unfinished = ImportBatch.open(again, left?.id ?? '');
    const { items } = await imported(again, unfinished.request, { unfinished });
    expect(items).toHaveLength(31);
    expect(items.filter(({ outcome }) => outcome === 'imported')).toHaveLength(30);
    expect(items.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
      { name: 'vanished.txt', error: { code: 'file.notFound' } },
    ]);
    expect(before).toBeLessThan(120);
    expect(listSources(again, listing).total).toBe(120);
    expect(new Set(listSources(again, listing).items.map(({ author }) => author))).toEqual(
      new Set(['A. Author']),
    );
    expect(again.one('SELECT count(*) AS n FROM custody')).toEqual({ n: 0 });
    expect(ImportBatch.unfinished(again)).toEqual([]);
  });

  test('that a person ended is not offered again', async () => {
    const store = testCase();
    const paths = [written(testFolder(), 'a.txt', 'A.')];
    await imported(store, { paths }, { signal: AbortSignal.abort() });
    expect(ImportBatch.unfinished(store)).toEqual([]);
  });

  test('of a container that cannot be written takes in nothing of what is in it', async () => {
    const store = testCase();
    store.gesture('source.import', (writer) => {
      writer.run(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON source WHEN NEW.file_name = 'all.zip'
        BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
    });
    const folder = testFolder();
    const zip = written(folder, 'all.zip', zipOf([{ name: 'a.txt', content: 'A.' }]));
    const { items } = await imported(store, { paths: [zip, written(folder, 'b.txt', 'B.')] });
    expect(
      Object.fromEntries(items.map((item) => [item.name, item.error?.details ?? item.outcome])),
    ).toEqual({ 'all.zip': { path: zip, reason: 'not this one' }, 'b.txt': 'imported' });
    expect(Object.keys(places(store))).toEqual(['b.txt']);
    expect(readFileSync(zip).length).toBeGreaterThan(0);
  });
});

describe('a document of many bytes', () => {
  const large = randomBytes(9_500_000);
  const isEmpty = (store: CaseStore) =>
    [`blob_chunk`, 'arriving_blob', 'blob', 'source'].every(
      (table) => store.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n === 0,
    );
  const originalOf = (store: CaseStore, id: string): Buffer =>
    Buffer.concat([
      ...readBlob(
        store,
        store.one<{ sha256: string }>('SELECT sha256 FROM source WHERE id = ?', id)?.sha256 ?? '',
      ),
    ]);

  test('leaves room for others while its bytes are written, and goes in with one gesture', async () => {
    const store = testCase();
    const path = written(testFolder(), 'large.bin', large);
    const counts = () => ({
      ...store.one<{ chunks: number }>('SELECT count(*) AS chunks FROM blob_chunk'),
      ...store.one<{ sources: number }>('SELECT count(*) AS sources FROM source'),
    });
    const seen = new Map<number, number>();
    const done = new AbortController();
    const looking = (async () => {
      while (!done.signal.aborted) {
        const { chunks = 0, sources = 0 } = counts();
        seen.set(chunks, sources);
        await turn();
      }
    })();
    const before = store.one<{ n: number }>('SELECT count(*) AS n FROM change_set')?.n ?? 0;
    const { items } = await imported(store, { paths: [path] });
    done.abort();
    await looking;
    expect(items).toMatchObject([{ outcome: 'imported' }]);
    expect([...seen.keys()].filter((chunks) => chunks > 0 && chunks < 10)).not.toEqual([]);
    expect(seen.get(4)).toBe(0);
    expect(store.one('SELECT count(*) AS n FROM change_set')).toEqual({ n: before + 1 });
    expect(originalOf(store, items[0]?.source ?? '').equals(large)).toBe(true);
    expect(store.all('SELECT * FROM arriving_blob')).toEqual([]);
  });

  test('that comes twice in one folder, and in an archive, is written once', async () => {
    const store = testCase();
    const folder = testFolder();
    const paths = [
      written(folder, 'one.bin', large),
      written(folder, 'two.bin', large),
      written(folder, 'all.zip', zipOf([{ name: 'three.bin', content: large }])),
    ];
    const { items } = await imported(store, { paths });
    expect(items.map(({ outcome }) => outcome).toSorted()).toEqual([
      'duplicate',
      'imported',
      'imported',
    ]);
    expect(listSources(store, listing).total).toBe(2);
    expect(store.one('SELECT count(*) AS n FROM blob')).toEqual({ n: 2 });
    expect(store.all('SELECT * FROM arriving_blob')).toEqual([]);
  });

  test('within an archive is written whole', async () => {
    const store = testCase();
    const zip = zipOf([{ name: 'three.bin', content: large }]);
    await imported(store, { paths: [written(testFolder(), 'all.zip', zip)] });
    const [member] = store.all<{ id: string }>(
      'SELECT id FROM source WHERE container_id IS NOT NULL',
    );
    expect(originalOf(store, member?.id ?? '').equals(large)).toBe(true);
    expect(store.all('SELECT * FROM arriving_blob')).toEqual([]);
  });

  test('leaves nothing when the import is cancelled while it is written', async () => {
    const store = testCase();
    const path = written(testFolder(), 'large.bin', large);
    const stop = new AbortController();
    const cancelling = (async () => {
      while (store.one('SELECT 1 FROM blob_chunk') === undefined) await turn();
      stop.abort();
    })();
    const { items } = await imported(store, { paths: [path] }, { signal: stop.signal });
    await cancelling;
    expect(items).toMatchObject([{ outcome: 'cancelled' }]);
    expect(isEmpty(store)).toBe(true);
  });
});
