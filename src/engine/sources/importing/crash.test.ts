import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import { openStore } from '../../store/index.ts';
import { closing, testActor, testCase, testFolder } from '../../testing/index.ts';
import { closeExtraction } from '../extract/index.ts';
import { zipOf } from '../extract/testing/archives.ts';
import { runImport } from '../import.ts';
import { ImportBatch } from './import-batch.ts';

afterAll(closeExtraction);

const child = join(import.meta.dirname, 'testing/import-child.ts');
const archives = 60;
const texts = 150;
const members = 10;

/** A folder of texts and of archives with texts, no two alike. */
function documents(folder: string): string {
  mkdirSync(folder);
  for (let at = 0; at < texts; at += 1) writeFileSync(join(folder, `${at}.txt`), `Text ${at}.`);
  for (let at = 0; at < archives; at += 1) {
    const content = (n: number): string => `Words ${n} of ${at}. ${'More of them. '.repeat(50)}`;
    const all = Array.from({ length: members }, (_, n) => ({
      name: `${n}.txt`,
      content: content(n),
    }));
    writeFileSync(join(folder, `${at}.zip`), zipOf(all));
  }
  return folder;
}

test.each([1, 90])(
  'an import whose program is killed after %i files goes on where it was, and nothing comes twice',
  async (after) => {
    const folder = testFolder();
    const store = testCase({ folder });
    const { path } = store.opening;
    store.close();
    const importing = spawn(process.execPath, [child, path, documents(join(folder, 'all'))]);
    const settled: string[] = [];
    for await (const line of createInterface(importing.stdout)) {
      settled.push(line);
      if (settled.length === after) break;
    }
    importing.kill('SIGKILL');
    await once(importing, 'close');

    const again = closing(openStore(path, { actor: testActor }));
    const [left] = ImportBatch.unfinished(again);
    const unfinished = ImportBatch.open(again, left?.id ?? '');
    const items: ImportItem[] = [];
    const watcher = { started: () => {}, settled: (item: ImportItem) => items.push(item) };
    await runImport(again, unfinished.request, watcher, { unfinished });
    expect(items).toHaveLength(archives + texts);
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['imported']));
    const count = (sql: string) => again.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n;
    expect(count('source')).toBe(texts + archives * (members + 1));
    expect(count('source WHERE container_id IS NOT NULL')).toBe(archives * members);
    expect(count(`(SELECT sha256 FROM source GROUP BY sha256 HAVING count(*) > 1)`)).toBe(0);
    expect(count('custody')).toBe(0);
    expect(ImportBatch.unfinished(again)).toEqual([]);
  },
);
