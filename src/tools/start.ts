import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { root } from './bootstrap/places.mjs';
import { runInstead } from './bootstrap/runtime.mjs';
import { ensureBuilt } from './build.ts';
import { electronObstacle, obtainElectron } from './electron.ts';

/** An Electron that ends with an error this soon has not come up at all: a library it needs is missing, say. */
const startUpMs = 10_000;

/**
 * `npm start [-- FILE]`: the workbench in Electron, or, where that cannot be, the same workbench from the local host
 * in a browser.
 */
const file = process.argv[2];
const opened = file === undefined ? [] : [resolve(file)];

if (!(await ensureBuilt())) {
  console.error('The workbench could not be built; the reason is above.');
  process.exit(1);
}
const obstacle = electronObstacle();
const binary = obstacle === undefined ? obtainElectron() : undefined;
if (binary === undefined) {
  await serve(obstacle ?? 'its executable could not be downloaded');
} else if (!(await electronRan(binary))) {
  await serve('it did not start');
}

async function serve(reason: string): Promise<void> {
  console.error(
    `Electron cannot be used here, because ${reason}; the workbench opens in your browser instead, served by this computer to itself alone.`,
  );
  const command = join(root, 'out/main/cli.js');
  await runInstead(process.execPath, [command, 'serve', ...opened], process.cwd());
}

/** Runs Electron to its end. False when it failed before it can have shown anything. */
function electronRan(executable: string): Promise<boolean> {
  const began = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(executable, [root, ...opened], { stdio: 'inherit', env });
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      told = true;
      child.kill(signal);
    });
  }
  return new Promise((settle) => {
    child.once('error', () => settle(false));
    child.once('exit', (code) => {
      const failed = code !== 0 && !told;
      if (failed && Date.now() - began < startUpMs) {
        settle(false);
        return;
      }
      process.exitCode = failed ? (code ?? 1) : 0;
      settle(true);
    });
  });
}
