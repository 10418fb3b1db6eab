import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DossierRequest } from '#contract/dossier.ts';
import type { ImportItem } from '#contract/job.ts';
import { createEntity, updateEntity } from '../entities/index.ts';
import { FileNames } from './file-name.ts';
import { closeTypesetting, runDossiers } from './index.ts';
import { analyst, harbourCase, type HarbourCase } from './testing/harbour-case.ts';

let folder: string;
let out: string;
let harbour: HarbourCase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-run-'));
  out = join(folder, 'out');
  mkdirSync(out);
  harbour = harbourCase(join(folder, 'harbour.casefile'));
});
afterEach(() => {
  harbour.store.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(closeTypesetting);

/** Runs, and tells what became of each. */
async function ran(
  request: Partial<DossierRequest>,
  { signal, onSettled }: { signal?: AbortSignal; onSettled?: (item: ImportItem) => void } = {},
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  await runDossiers(harbour.store, DossierRequest.parse({ format: 'md', ...request }), {
    folder: out,
    author: analyst,
    signer: null,
    signal,
    watcher: {
      started: () => undefined,
      settled: (item) => {
        items.push(item);
        onSettled?.(item);
      },
    },
  });
  return items;
}

describe('a run of dossiers', () => {
  test('makes one file for each subject, named for it and the reference of the case', async () => {
    const { captain, company } = harbour;
    const items = await ran({ subjects: [captain, company, captain] });
    expect(items.map(({ outcome, name }) => [outcome, name])).toEqual([
      ['made', 'Aurelio Santángel - NH-7.md'],
      ['made', 'Boreal Shipping - NH-7.md'],
    ]);
    expect(readdirSync(out).toSorted()).toEqual(items.map(({ name }) => name).toSorted());
    expect(items.every(({ path }) => existsSync(path))).toBe(true);
  });

  test('lets each stand or fall alone', async () => {
    const { captain, quay, company } = harbour;
    const unknown = '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d4';
    const items = await ran({ kind: 'group', subjects: [captain, unknown, company, quay] });
    expect(items.map(({ outcome, error }) => [outcome, error?.code])).toEqual([
      ['failed', 'dossier.notAnOrganization'],
      ['failed', 'dossier.notASubject'],
      ['made', undefined],
      ['failed', 'dossier.notAnOrganization'],
    ]);
  });

  test('writes over nothing', async () => {
    const first = 'Aurelio Santángel - NH-7.md';
    writeFileSync(join(out, first), 'mine');
    const namesake = createEntity(harbour.store, {
      kind: 'person',
      name: 'Aurelio Santángel',
      aliases: [],
    });
    const items = await ran({ subjects: [harbour.captain, namesake] });
    expect(items.map(({ name }) => name)).toEqual([
      'Aurelio Santángel - NH-7 (2).md',
      'Aurelio Santángel - NH-7 (3).md',
    ]);
  });

  test('keeps what it has made when it is cancelled, and tells the others', async () => {
    const stop = new AbortController();
    const { captain, company, quay } = harbour;
    const items = await ran(
      { subjects: [captain, company, quay] },
      { signal: stop.signal, onSettled: () => stop.abort() },
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(['made', 'cancelled', 'cancelled']);
    expect(readdirSync(out)).toHaveLength(1);
  });

  test('does not name a file by who may not be named', async () => {
    updateEntity(harbour.store, harbour.captain, { handling: 'RED' });
    const items = await ran({ subjects: [harbour.captain], most: 'AMBER' });
    expect(items.map(({ error }) => error?.code)).toEqual(['dossier.nothingToPrint']);
    expect(readdirSync(out)).toEqual([]);
  });

  test('is refused before it begins when there is no folder', async () => {
    rmSync(out, { recursive: true });
    await expect(ran({ subjects: [harbour.captain] })).rejects.toMatchObject({
      code: 'file.notFound',
    });
  });
});

test('names of files are such as every file system takes', () => {
  const names = new FileNames(folder, 'pdf');
  const name = (subject: string, reference = '') =>
    names.next(subject, reference).slice(folder.length + 1);
  expect(name('a/b\\c:d*e?f"g<h>i|j')).toBe('a b c d e f g h i j.pdf');
  expect(name('..', '')).toBe('dossier.pdf');
  expect(name('con')).toBe('con_.pdf');
  expect(name('ANA')).toBe('ANA.pdf');
  expect(name('ana')).toBe('ana (2).pdf');
  expect(name('Ruiz\u202Efdp.', 'N/1')).toBe('Ruiz fdp - N 1.pdf');
  expect(Buffer.byteLength(name('ñ'.repeat(500)))).toBeLessThan(200);
});
