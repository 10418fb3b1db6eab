import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import { openStore, readBlob, type CaseStore } from '../store/index.ts';
import { closing, testActor, testCase, testFolder, writePdf } from '../testing/index.ts';
import {
  closeExtraction,
  findQuote,
  getSource,
  importDocuments,
  listSources,
  updateSource,
  readSourceText,
} from './index.ts';

afterAll(closeExtraction);

async function imported(
  store: CaseStore,
  paths: string[],
  provenance: ProvenanceChanges = {},
  signal?: AbortSignal,
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  const watcher = { started: () => {}, settled: (item: ImportItem) => items.push(item) };
  await importDocuments(store, paths, provenance, watcher, signal);
  return items;
}

function written(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const listing = { filter: '', sort: 'title', descending: false, offset: 0, limit: 100 } as const;

describe('an import', () => {
  test('keeps the bytes and the text to the letter', async () => {
    const store = testCase();
    const text = 'Uno: año 1998.\n\nDos — “tres” 🦊.\n';
    const path = written(testFolder(), 'nota.txt', text);
    const [item] = await imported(store, [path]);
    expect(item).toMatchObject({ outcome: 'imported', name: 'nota.txt' });
    const id = item?.source ?? '';
    expect(readSourceText(store, id).text).toBe(text);
    const { sha256, title, byteSize } = getSource(store, id);
    expect(title).toBe('nota');
    expect(byteSize).toBe(Buffer.byteLength(text));
    expect(Buffer.concat([...readBlob(store, sha256)]).equals(readFileSync(path))).toBe(true);
  });

  test('lets each file stand or fall alone', async () => {
    const store = testCase();
    const folder = testFolder();
    mkdirSync(join(folder, 'folder'));
    const items = await imported(store, [
      written(folder, 'good.txt', 'A good text.'),
      written(folder, 'empty.txt', ''),
      written(folder, 'binary.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9, 0, 0, 1])),
      written(folder, 'locked.pdf', writePdf({ pages: [['x']], encrypted: true })),
      join(folder, 'vanished.txt'),
      join(folder, 'folder'),
      written(folder, 'also-good.md', '# Good\n\nToo.'),
    ]);
    expect(
      Object.fromEntries(items.map((item) => [item.name, item.error?.code ?? item.outcome])),
    ).toEqual({
      'good.txt': 'imported',
      'empty.txt': 'source.empty',
      'binary.txt': 'imported',
      'locked.pdf': 'source.passwordNeeded',
      'vanished.txt': 'file.notFound',
      folder: 'file.isFolder',
      'also-good.md': 'imported',
    });
    const names = listSources(store, listing).items.map((source) => source.fileName);
    expect(names.toSorted()).toEqual(['also-good.md', 'binary.txt', 'good.txt']);
  });

  test('takes the same bytes once, and says where they are', async () => {
    const store = testCase();
    const folder = testFolder();
    const one = written(folder, 'one.txt', 'The same words.');
    const two = written(folder, 'two.txt', 'The same words.');
    const [first] = await imported(store, [one]);
    const [second] = await imported(store, [two]);
    expect(second).toMatchObject({ outcome: 'duplicate', source: first?.source });
    expect(listSources(store, listing).total).toBe(1);
  });

  test('sets what it is told on each source', async () => {
    const store = testCase();
    const path = written(testFolder(), 'a.txt', 'Words.');
    await imported(store, [path], {
      reliability: 'B',
      published: '2023-09',
      publisher: 'The Herald',
    });
    expect(listSources(store, listing).items).toMatchObject([
      {
        reliability: 'B',
        published: '2023-09',
        publisher: 'The Herald',
        handling: 'AMBER',
        language: '',
      },
    ]);
  });

  test('refuses a date that is none before it reads anything', async () => {
    const store = testCase();
    const path = written(testFolder(), 'a.txt', 'Words.');
    await expect(imported(store, [path], { published: 'yesterday' })).rejects.toMatchObject({
      code: 'edtf.invalid',
    });
    expect(listSources(store, listing).total).toBe(0);
  });

  test('that is stopped keeps what it has and reports the rest', async () => {
    const store = testCase();
    const folder = testFolder();
    const paths = Array.from({ length: 40 }, (_, at) =>
      written(folder, `${at}.txt`, `Text number ${at}.`),
    );
    const stop = new AbortController();
    const items: ImportItem[] = [];
    await importDocuments(
      store,
      paths,
      {},
      {
        started: () => stop.abort(),
        settled: (item) => items.push(item),
      },
      stop.signal,
    );
    expect(items).toHaveLength(40);
    const kept = items.filter((item) => item.outcome === 'imported').length;
    expect(items.filter((item) => item.outcome === 'cancelled')).toHaveLength(40 - kept);
    expect(kept).toBeLessThan(40);
    expect(listSources(store, listing).total).toBe(kept);
  });
});

describe('an import into a file that can grow no further', () => {
  test('says so, keeps what it has, and leaves nothing half-done', async () => {
    const folder = testFolder();
    const store = testCase({ folder });
    const paths = Array.from({ length: 300 }, (_, at) =>
      written(folder, `${at}.txt`, `Text ${at}: ${'some words of it. '.repeat(250)}`),
    );
    const first = paths.slice(0, 10);
    await imported(store, first);
    const pages = store.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    // SQLite answers as it does on a full disk when a file would become larger than this.
    store.one(`PRAGMA max_page_count = ${pages + 400}`);
    const items: ImportItem[] = [];
    const settled = (item: ImportItem) => items.push(item);
    await expect(
      importDocuments(store, paths, {}, { started: () => {}, settled }),
    ).rejects.toMatchObject({ code: 'file.diskFull', details: { path: store.opening.path } });

    expect(new Set(items.map(({ path }) => path))).toEqual(new Set(paths));
    const failed = items.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ error }) => error?.code)).toContain('file.diskFull');
    const kept = items.filter(({ outcome }) => outcome === 'imported').length;
    store.close();

    const again = closing(openStore(store.opening.path, { actor: testActor }));
    expect(listSources(again, listing).total).toBe(first.length + kept);
    expect(again.one('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    const orphans = `SELECT count(*) AS n FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM source)`;
    expect(again.one(orphans)).toEqual({ n: 0 });
    const later = written(folder, 'later.txt', 'There is room again.');
    expect(await imported(again, [later])).toMatchObject([{ outcome: 'imported' }]);
  });
});

describe('a document that cannot be written', () => {
  test('fails alone, and the others of its batch go in', async () => {
    const store = testCase();
    const folder = testFolder();
    store.gesture('source.import', (writer) => {
      writer.run(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON source WHEN NEW.file_name = 'two.txt'
        BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
    });
    const items = await imported(
      store,
      ['one', 'two', 'three'].map((name) => written(folder, `${name}.txt`, name)),
    );
    expect(
      Object.fromEntries(items.map((item) => [item.name, item.error?.details ?? item.outcome])),
    ).toEqual({
      'one.txt': 'imported',
      'two.txt': { path: join(folder, 'two.txt'), reason: 'not this one' },
      'three.txt': 'imported',
    });
    expect(listSources(store, listing).total).toBe(2);
    expect(store.one('SELECT count(*) AS n FROM blob')).toEqual({ n: 2 });
    expect(store.one('SELECT count(*) AS n FROM extracted_text')).toEqual({ n: 2 });
  });
});

describe('the list of sources', () => {
  test('is sorted and filtered', async () => {
    const store = testCase();
    const folder = testFolder();
    await imported(store, [written(folder, 'b.txt', 'B.')], {
      title: 'Ñandú',
      published: '2020',
      reliability: 'C',
    });
    await imported(store, [written(folder, 'a.txt', 'A.')], {
      title: 'Zebra',
      published: '1999~',
      reliability: 'A',
    });
    const titles = (changes: object) =>
      listSources(store, { ...listing, ...changes }).items.map((one) => one.title);
    expect(titles({ sort: 'published' })).toEqual(['Zebra', 'Ñandú']);
    expect(titles({ sort: 'reliability', descending: true })).toEqual(['Ñandú', 'Zebra']);
    expect(titles({ filter: 'nandu' })).toEqual(['Ñandú']);
    expect(titles({ filter: 'a.txt' })).toEqual(['Zebra']);

    const [zebra] = listSources(store, { ...listing, filter: 'zebra' }).items;
    expect(zebra?.reading).toBe('unread');
    expect(updateSource(store, zebra?.id ?? '', { reading: 'read' }).reading).toBe('read');
    expect(titles({ reading: 'unread' })).toEqual(['Ñandú']);
    expect(titles({ reading: 'read', filter: 'zebra' })).toEqual(['Zebra']);
    expect(titles({ sort: 'reading' })).toEqual(['Ñandú', 'Zebra']);
  });
});

describe('a quotation', () => {
  test('is found whatever white space it is written with, if it stands there once', async () => {
    const store = testCase();
    const path = written(
      testFolder(),
      'q.txt',
      'She said\nso (twice). A well-kept [list]. He said nothing. He left. He left.',
    );
    const [item] = await imported(store, [path]);
    const source = item?.source ?? '';
    expect(findQuote(store, source, 'said so  (twice).')).toEqual({ start: 4, end: 20 });
    expect(findQuote(store, source, 'well-kept [list].')).toEqual({ start: 23, end: 40 });
    expect(() => findQuote(store, source, 'He stayed')).toThrow(
      expect.objectContaining({ code: 'excerpt.quoteNotFound' }),
    );
    expect(() => findQuote(store, source, 'He left.')).toThrow(
      expect.objectContaining({ code: 'excerpt.quoteAmbiguous' }),
    );
  });
});
