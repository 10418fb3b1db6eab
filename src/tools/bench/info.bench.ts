import { spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#shared/id.ts';
import { createCase } from '#engine/cases/index.ts';
import { beginBlob, blobChunkSize, writeBlobChunk, writeText } from '#engine/store/index.ts';
import { root } from '../bootstrap/places.mjs';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { inScratchFolder } from './scratch.ts';

const documents = 128;
const chunksOfDocument = 8;
const rounds = 5;

/** The least that answers the same question: a process that opens the file and counts the rows of the same tables. */
const bareCount = `
import Database from 'better-sqlite3';
const db = new Database(process.argv.at(-1), { readonly: true });
const tables = ['source', 'excerpt', 'tag', 'entity', 'name', 'attribute', 'link', 'evidence', 'mention', 'note',
  'change_set'];
const counts = tables.map((table) => '(SELECT count(*) FROM ' + table + ') AS ' + table).join(', ');
console.log(JSON.stringify(db.prepare('SELECT ' + counts).get()));
`;

/** The built `legajo info` on a large case, as the first thing after the computer was started. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const path = join(folder, 'large.casefile');
    fill(path);
    const command = [join(root, 'out/main/cli.js'), 'info', path, '--json'];
    const bare = ['--input-type=module', '--eval', bareCount, path];
    const env = { ...process.env, LEGAJO_CONFIG: join(folder, 'config') };
    const figures: Figure[] = [];
    for (const state of ['cold', 'warm'] as const) {
      const ours: number[] = [];
      const raw: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        for (const [args, times] of [
          [bare, raw],
          [command, ours],
        ] as const) {
          if (state === 'cold' && !forgetFiles()) break;
          times.push(await timed(() => run(args, env)));
        }
      }
      // Only the root user of a Linux can make the system forget what it has read.
      if (ours.length === 0) continue;
      figures.push({
        name: `${state} legajo info --json on a case of 1 GB`,
        figure: median(ours),
        baseline: median(raw),
        against: 'bare Node process that opens the file with better-sqlite3 and counts',
        unit: 'ms',
      });
    }
    return figures;
  });
}

function fill(path: string): void {
  const store = createCase(
    { path, title: 'Large', reference: '', language: 'en', handling: 'AMBER' },
    () => ({ name: 'Bench', initials: 'B', organization: '' }),
  );
  try {
    for (let number = 0; number < documents; number += 1) {
      store.gesture('source.import', (writer) => {
        const chunks = Array.from({ length: chunksOfDocument }, () =>
          randomFillSync(Buffer.allocUnsafe(blobChunkSize)),
        );
        const hash = createHash('sha256');
        for (const chunk of chunks) hash.update(chunk);
        const sha256 = hash.digest('hex');
        const byteSize = chunksOfDocument * blobChunkSize;
        beginBlob(writer, sha256, byteSize);
        for (const [ordinal, chunk] of chunks.entries()) {
          writeBlobChunk(writer, sha256, ordinal, chunk);
        }
        const content = `Document ${number}.\n`;
        const textSha256 = createHash('sha256').update(content).digest('hex');
        writeText(writer, textSha256, [{ start: 0, kind: 'paragraph', page: 1, content }]);
        writer.insert('source', {
          id: newId(),
          title: `Document ${number}`,
          kind: 'pdf',
          fileName: `document-${number}.pdf`,
          mediaType: 'application/pdf',
          encoding: null,
          sha256,
          byteSize,
          textSha256,
          textLength: content.length,
          pages: 1,
          handling: 'AMBER',
          createdAt: new Date().toISOString(),
        });
      });
    }
  } finally {
    store.close();
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const outcome = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  const answer: unknown = outcome.status === 0 ? JSON.parse(outcome.stdout) : undefined;
  if (typeof answer !== 'object') throw new Error(`it ended so: ${outcome.stderr}`);
}

/** Makes the system forget what it has read of all files. @returns false where that is not possible */
function forgetFiles(): boolean {
  try {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
