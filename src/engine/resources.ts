import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/**
 * The absolute path of a file or folder under `resources/`. The package's own folder is found by walking up from this
 * module to the `package.json` named "legajo", so the answer is the same from source, from a bundle and installed.
 *
 * @param parts path segments under `resources/`
 * @throws {Error} when the program was taken apart and its `package.json` is nowhere above it
 */
export function resourcePath(...parts: readonly string[]): string {
  return join(packageFolder(), 'resources', ...parts);
}

/** The absolute path of the folder that holds Legajo's `package.json`. */
export function packageFolder(): string {
  found ??= climb(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function climb(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isPackageFolder(folder)) return folder;
    if (folder === dirname(folder)) throw new Error(`no package "legajo" above ${start}`);
  }
}

function isPackageFolder(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (
    typeof content === 'object' &&
    content !== null &&
    'name' in content &&
    content.name === 'legajo'
  );
}
