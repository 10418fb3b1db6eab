import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/tools/bootstrap/places.mjs';
import { isolated } from '../launch/environment.ts';

const run = promisify(execFile);

/** Runs the built `legajo` command with `--json`, its own data below `folder`. @returns what it printed */
export async function legajo(folder: string, ...args: string[]): Promise<unknown> {
  const command = join(root, 'out/main/cli.js');
  const { stdout } = await run(process.execPath, [command, ...args, '--json'], {
    cwd: folder,
    env: isolated(join(folder, '.cli')),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
