import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './places.mjs';

/** The oldest Node that our dependencies and the type stripping of our own sources work with. */
const oldest = /** @type {const} */ ([22, 18]);

/** The Node to run our programs with: the one that is installed with the dependencies, else this very one. */
export function chooseNode() {
  const own = join(
    root,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;
  console.error(
    `Legajo needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}, and the one that comes with its dependencies is missing. Delete node_modules and try again.`,
  );
  return process.exit(1);
}

/** Whether npm runs us, by a shell that does not pass signals on. Windows has neither such signals nor parents. */
const underShell = process.env['npm_lifecycle_event'] !== undefined && process.platform !== 'win32';
const withParent = new URL('with-parent.mjs', import.meta.url).href;

/**
 * Runs a Node program in place of this process: the same standard streams, and its exit code or signal becomes ours.
 * Where the platform can, the process is replaced, so that nothing stands between the caller and the program.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {string} cwd
 */
export async function runInstead(file, args, cwd) {
  const bin = join(root, 'node_modules/.bin');
  // On Windows the variable may be spelled Path; an object copied from process.env tells them apart.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const env = { ...process.env, [name]: [bin, process.env[name]].filter(Boolean).join(delimiter) };
  const all = [...(underShell ? ['--import', withParent] : []), ...args];
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.chdir(cwd);
    process.execve(file, [file, ...all], env);
  }
  const child = spawn(file, all, { cwd, env, stdio: 'inherit' });
  passSignals(child);
  const { code, signal } = await ended(child);
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // A signal that does not end this process (because something ignores it) must not make a failure a success.
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl+C in a terminal reaches the child by itself; passing it on would say it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{code: number | null, signal: NodeJS.Signals | null}>}
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
