import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCase } from '#engine/cases/index.ts';
import { closeExtraction, importDocuments } from '#engine/sources/index.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { insertRaw, rowsOf } from './raw-import.ts';
import { inScratchFolder } from './scratch.ts';

const documents = 2000;
const rounds = 3;

/** Import of many small text documents, from files on the disk to a case file on the disk. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const paths = writeDocuments(join(folder, 'documents'));
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const path = join(folder, `${round}.casefile`);
      ours.push(await timed(() => importAll(path, paths)));
      const rows = rowsOf(path);
      const rawPath = join(folder, `${round}.sqlite`);
      raw.push(await timed(() => insertRaw(rawPath, rows)));
      for (const made of [path, rawPath]) rmSync(made);
    }
    await closeExtraction();
    return [
      {
        name: `import of ${documents} text documents`,
        figure: median(ours),
        baseline: median(raw),
        against:
          'better-sqlite3 inserting the same rows and FTS entries, without reading or journal',
        unit: 'ms',
      },
    ];
  });
}

function writeDocuments(folder: string): string[] {
  mkdirSync(folder);
  const prose = new Prose(1);
  return Array.from({ length: documents }, (_, number) => {
    const path = join(folder, `document-${number}.txt`);
    writeFileSync(path, prose.text(prose.between(3000, 5000)));
    return path;
  });
}

async function importAll(path: string, paths: readonly string[]): Promise<void> {
  const store = createCase(
    { path, title: 'Import', reference: '', language: 'en', handling: 'AMBER' },
    () => ({ name: 'Bench', initials: 'B', organization: '' }),
  );
  let imported = 0;
  await importDocuments(
    store,
    paths,
    {},
    {
      started: () => {},
      settled: ({ outcome }) => (imported += outcome === 'imported' ? 1 : 0),
    },
  );
  store.close();
  if (imported !== paths.length) throw new Error(`only ${imported} documents were imported`);
}
