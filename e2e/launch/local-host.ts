import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../src/tools/bootstrap/places.mjs';
import { isolated } from './environment.ts';

const startLimitMs = 30_000;
const endLimitMs = 15_000;

/** A running `legajo serve`. */
export interface LocalHost {
  /** The address with its one-time launch token, as printed. */
  readonly address: string;
  /** Asks it to end, and throws when it does not end cleanly. */
  stop(): Promise<void>;
}

/** Starts the built `legajo serve`, its choosers confined to `folder` and its own data below `home`. */
export async function startLocalHost(
  folder: string,
  home: string,
  file: string | undefined,
): Promise<LocalHost> {
  const command = join(root, 'out/main/cli.js');
  const opened = file === undefined ? [] : [file];
  const child = spawn(
    process.execPath,
    [command, 'serve', ...opened, '--port', '0', '--no-open', '--root', folder],
    { cwd: folder, env: isolated(home), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  try {
    const address = await printedAddress(child);
    return { address, stop: () => stop(child, complaints) };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`legajo serve did not start: ${complaints.join('')}`, { cause: error });
  }
}

async function printedAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('it has no standard output');
  const signal = AbortSignal.timeout(startLimitMs);
  for await (const line of createInterface({ input: child.stdout, signal })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0];
    if (address === undefined) continue;
    child.stdout.resume();
    return address;
  }
  signal.throwIfAborted();
  throw new Error('it ended without printing an address');
}

async function stop(child: ChildProcess, complaints: readonly string[]): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(endLimitMs) });
    child.kill('SIGTERM');
    await ended.catch(() => child.kill('SIGKILL'));
  }
  if (child.exitCode !== 0) {
    throw new Error(
      `legajo serve did not end cleanly (${child.exitCode ?? child.signalCode ?? 'killed'}): ${complaints.join('')}`,
    );
  }
}
