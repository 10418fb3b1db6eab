import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ImportRequest } from '#contract/import.ts';
import type { Job } from '#contract/job.ts';
import { Jobs } from '../jobs/index.ts';
import { testCase, testFolder } from '../testing/index.ts';
import { closeExtraction } from './extract/index.ts';
import { zipOf } from './extract/testing/archives.ts';
import { ImportJobs } from './import-jobs.ts';

afterAll(closeExtraction);

function set() {
  const folder = testFolder();
  const store = testCase({ folder });
  const jobs = new Jobs();
  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const ended = async (job: string): Promise<Job & { items: Job['items'] }> => {
    const items: Job['items'] = [];
    let last: Job | undefined;
    for await (const view of jobs.watch(job)) {
      items.push(...view.items);
      last = view;
    }
    if (last === undefined) throw new Error('no job');
    return { ...last, items };
  };
  return { folder, store, jobs, imports: new ImportJobs(jobs), written, ended };
}

const request = (...paths: string[]) => ImportRequest.parse({ paths });

test('what failed is tried again, and only that; with a password also what is in archives', async () => {
  const { folder, store, imports, written, ended } = set();
  const later = join(folder, 'later.txt');
  const locked = [
    { name: 'open.txt', content: 'Open.' },
    { name: 'locked.txt', content: 'x', flags: 1 },
  ];
  const paths = [written('a.txt', 'A.'), later, written('b.zip', zipOf(locked))];
  const first = await ended(imports.start('case', store, request(...paths), []).id);
  expect(first).toMatchObject({ state: 'done', done: 3, failed: 1 });
  written('later.txt', 'Here now.');
  const retry = imports.retry(store, first.id, ['secret']);
  const second = await ended(retry.id);
  expect(second).toMatchObject({ state: 'done', done: 2, failed: 0, total: 2 });
  expect(Object.fromEntries(second.items.map(({ name, outcome }) => [name, outcome]))).toEqual({
    'later.txt': 'imported',
    // The import took it in itself: it is no duplicate.
    'b.zip': 'imported',
    'locked.txt': 'failed',
  });
  expect(second).toMatchObject({ duplicates: 0 });
  expect(second.items.find(({ name }) => name === 'b.zip')).toMatchObject({ parts: 1 });
});

test('once some were tried again, the results that are saved are still those of all files', async () => {
  const { folder, store, imports, written, ended } = set();
  const later = join(folder, 'later.txt');
  const locked = zipOf([{ name: 'locked.txt', content: 'x', flags: 1 }]);
  const paths = [written('a.txt', 'A.'), later, written('b.zip', locked)];
  const first = await ended(imports.start('case', store, request(...paths), []).id);
  written('later.txt', 'Here now.');
  const second = await ended(imports.retry(store, first.id, []).id);
  const third = await ended(imports.retry(store, second.id, []).id);
  const target = join(folder, 'results.csv');
  imports.saveResults(third.id, target);
  const [, ...lines] = readFileSync(target, 'utf8').trimEnd().split('\r\n');
  const told = lines.map((line) => line.split(',').slice(0, 2));
  expect(
    new Map(told.map(([path = '', outcome]) => [path.slice(folder.length + 1), outcome])),
  ).toEqual(
    new Map([
      ['a.txt', 'imported'],
      ['later.txt', 'imported'],
      ['b.zip', 'imported'],
      ['b.zip/locked.txt', 'failed'],
    ]),
  );
  expect(lines).toHaveLength(4);
});

test('what became of each file is saved for a spreadsheet, in which nothing is a formula', async () => {
  const { folder, store, imports, written, ended } = set();
  const paths = [written('a, "quoted".txt', 'A.'), written('empty.txt', '')];
  const { id, items } = await ended(imports.start('case', store, request(...paths), []).id);
  const target = join(folder, 'results.csv');
  const { byteSize } = imports.saveResults(id, target);
  const text = readFileSync(target, 'utf8');
  expect(Buffer.byteLength(text)).toBe(byteSize);
  expect(text.startsWith('\ufeffpath,outcome,source,parts,reason,details,warnings\r\n')).toBe(true);
  expect(text).toContain(`"${join(folder, 'a, ""quoted"".txt')}",imported,`);
  expect(text).toContain(',failed,,0,source.empty,');
  expect(items).toHaveLength(2);
});

test('an import that the program ended can be gone on with, and one under way is not offered', async () => {
  const { store, jobs, imports, written, ended } = set();
  const paths = Array.from({ length: 40 }, (_, at) => written(`${at}.txt`, `Words ${at}.`));
  const { id } = imports.start('case', store, request(...paths), []);
  jobs.pause(id);
  expect(imports.unfinished(store)).toEqual([]);
  await jobs.settled('case');
  expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  const [left] = imports.unfinished(store);
  expect(left).toMatchObject({ total: 40, first: '0.txt' });
  const again = imports.goOn('case', store, left?.id ?? '');
  expect(() => imports.goOn('case', store, left?.id ?? '')).toThrow(
    expect.objectContaining({ code: 'record.notFound' }),
  );
  expect(await ended(again.id)).toMatchObject({ state: 'done', done: 40, failed: 0 });
  expect(imports.unfinished(store)).toEqual([]);
  expect(store.one('SELECT count(*) AS n FROM source')).toEqual({ n: 40 });
});

test('an import that was interrupted can be given up', async () => {
  const { store, jobs, imports, written } = set();
  const { id } = imports.start('case', store, request(written('a.txt', 'A.')), []);
  jobs.pause(id);
  await jobs.settled('case');
  const [left] = imports.unfinished(store);
  expect(imports.forget(store, left?.id ?? '')).toBe(true);
  expect(imports.forget(store, left?.id ?? '')).toBe(false);
  expect(imports.unfinished(store)).toEqual([]);
});
