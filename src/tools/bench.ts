import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Figure } from './bench/figure.ts';
import { table } from './bench/table.ts';
import { ensureBuilt } from './build.ts';

/**
 * `npm run bench [-- NAME...]`: runs each `bench/NAME.bench.ts`, or those named, one after the other so that they do
 * not disturb each other, and prints every figure beside its baseline.
 */
const folder = join(import.meta.dirname, 'bench');
const ending = '.bench.ts';
const asked = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .toSorted();
const chosen = asked.length === 0 ? names : names.filter((name) => asked.includes(name));
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0 || chosen.length === 0) {
  console.error(
    `There is no benchmark named ${unknown.join(', ') || 'anything'}; there are: ${names.join(', ') || 'none'}.`,
  );
  process.exit(2);
}
if (!(await ensureBuilt())) process.exit(1);

const figures: Figure[] = [];
for (const name of chosen) {
  console.error(`running ${name}`);
  try {
    figures.push(...(await load(name)));
  } catch (error) {
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}
console.log(table(figures));

async function load(name: string): Promise<readonly Figure[]> {
  const module: unknown = await import(pathToFileURL(join(folder, `${name}${ending}`)).href);
  if (!hasBench(module)) throw new Error(`${name}${ending} exports no function named bench`);
  return module.bench();
}

function hasBench(module: unknown): module is { bench: () => Promise<readonly Figure[]> } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'bench' in module &&
    typeof module.bench === 'function'
  );
}
