import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a process that opens a case for writing and does one thing in it; it has done so when this returns. */
export async function holderOf(path: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder-child.ts'), path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
