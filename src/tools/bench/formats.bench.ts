import { createReadStream, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { formats } from '#engine/exchange/formats/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { makeBigCase, size } from './big-case.ts';
import type { Figure } from './figure.ts';
import { timed } from './median.ts';
import { inScratchFolder } from './scratch.ts';

const tables = [
  'source',
  'excerpt',
  'excerpt_tag',
  'tag',
  'entity',
  'name',
  'attribute',
  'link',
  'evidence',
  'mention',
  'segment',
];

/** A big case in every form of other programs: time, memory beyond what the program had before, size. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const { store } = makeBigCase(folder);
    const figures: Figure[] = [];
    const baseline = (await timed(() => bare(store, join(folder, 'bare.ndjson')))) / 1000;
    const shared = { baseline, against: 'every row of the same tables as JSON, a line each' };
    for (const format of Object.keys(formats)) {
      figures.push(...(await figuresOf(store, format, join(folder, `out.${format}`), shared)));
    }
    store.close();
    return figures;
  });
}

async function figuresOf(
  store: CaseStore,
  format: string,
  path: string,
  shared: { baseline: number; against: string },
): Promise<Figure[]> {
  const write = formats[format];
  if (write === undefined) throw new Error(format);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  let byteSize = 0;
  const took = await timed(async () => {
    ({ byteSize } = await write(store, path, {
      onProgress: () => {
        most = Math.max(most, process.memoryUsage().rss);
      },
    }));
  });
  clearInterval(sampling);
  const found = `${format}, of ${size.entities / 1000},000 entities and ${size.excerpts / 1000},000 passages`;
  rmSync(path, { recursive: true, force: true });
  return [
    { name: `writing ${found}`, figure: took / 1000, ...shared, unit: 's' },
    { name: `memory for ${format}`, figure: (most - before) / 1e6, unit: 'MB' },
    { name: `size as ${format}`, figure: byteSize / 1e6, unit: 'MB' },
  ];
}

/** The least that reads and writes as much. */
async function bare(store: CaseStore, path: string): Promise<number> {
  const db = new Database(store.opening.path, { readonly: true });
  const file = await open(path, 'w');
  for (const table of tables) {
    let lines = '';
    for (const row of db.prepare(`SELECT * FROM ${table}`).iterate()) {
      lines += `${JSON.stringify(row)}\n`;
      if (lines.length < 262_144) continue;
      await file.writeFile(lines);
      lines = '';
    }
    await file.writeFile(lines);
  }
  await file.sync();
  await file.close();
  db.close();
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return statSync(path).size;
}
