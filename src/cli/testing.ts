import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the command line left. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
  /** The result, read from `--json`. */
  json: () => unknown;
}

/** Runs `legajo` as a person would, with its settings in a folder of the test. */
export function legajo(folder: string, ...words: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
      cwd: folder,
      env: { ...process.env, LEGAJO_CONFIG: join(folder, 'config'), LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err, json: (): unknown => JSON.parse(out) }));
  });
}
