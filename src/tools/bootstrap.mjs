import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/places.mjs';
import { chooseNode, runInstead } from './bootstrap/runtime.mjs';

/**
 * What `npm start`, `npm test` and their like run first. It is plain JavaScript for Node 20, because on a fresh
 * clone nothing is installed yet, the Node our dependencies need included. It installs what is missing and then
 * hands over to the program itself under Node 24.
 */

/** @typedef {{file: string, script: string, where: 'root' | 'caller', quiet: boolean}} Program */

/** @type {Record<string, Program>} */
const programs = {
  start: { file: 'src/tools/start.ts', script: 'start', where: 'caller', quiet: false },
  test: { file: 'src/tools/test.ts', script: 'test', where: 'root', quiet: false },
  cli: { file: 'src/cli/main.ts', script: 'legajo', where: 'caller', quiet: true },
  bench: { file: 'src/tools/bench.ts', script: 'bench', where: 'root', quiet: false },
  screenshots: {
    file: 'src/tools/screenshots.ts',
    script: 'screenshots',
    where: 'root',
    quiet: false,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
if (program === undefined) {
  console.error(`usage: node src/tools/bootstrap.mjs ${Object.keys(programs).join('|')} [args]`);
  process.exit(2);
}
const file = join(root, program.file);

await ensureDependencies({ quiet: program.quiet });
if (!existsSync(file)) {
  console.error(`${program.file} is not there`);
  process.exit(1);
}
await runInstead(chooseNode(), [file, ...args], folderToRunIn(program));

/**
 * npm runs every script in the package's folder, and keeps the folder it was called from in INIT_CWD. Paths a
 * person types are meant from the latter. A leftover INIT_CWD of some outer npm is not believed.
 *
 * @param {Program} program
 */
function folderToRunIn({ where, script }) {
  if (where === 'root') return root;
  const called = process.env['INIT_CWD'];
  const byNpm = process.env['npm_lifecycle_event'] === script && process.cwd() === root;
  return byNpm && called !== undefined && existsSync(called) ? called : process.cwd();
}
