import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder, root } from '../bootstrap/places.mjs';

/** Longer than a step takes on a slow machine; one that hangs is ended so that the others are still reported. */
const usualLimitMs = 14 * 60 * 1000;

/**
 * Runs a script of an installed package with this Node, its output going where ours goes. Whether it ended well.
 *
 * @param options.limitMs after which it is stopped
 */
export function runScript(
  script: string,
  args: readonly string[],
  {
    env = {},
    limitMs = usualLimitMs,
  }: { env?: Readonly<Record<string, string>>; limitMs?: number } = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Tests start the command from its sources hundreds of times: they are compiled once.
    env: { NODE_COMPILE_CACHE: join(cacheFolder, 'node'), ...process.env, ...env },
  });
  const stop = (): void => {
    child.kill('SIGTERM');
    process.exit(143);
  };
  process.once('SIGTERM', stop);
  return new Promise((settle) => {
    const end = setTimeout(() => {
      console.error(`${script} did not end within ${limitMs / 60_000} minutes and was stopped.`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, limitMs);
    const done = (well: boolean): void => {
      clearTimeout(end);
      process.off('SIGTERM', stop);
      settle(well);
    };
    child.once('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.once('exit', (code) => done(code === 0));
  });
}
