import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { refuseForeignCode } from './imports.ts';
import { TemplateFault } from './template-fault.ts';

/** A template of the size of a book is none. */
const MOST_FILES = 500;
const MOST_BYTES = 64 * 2 ** 20;
const LETTERHEADS = ['letterhead.svg', 'letterhead.png', 'letterhead.jpg', 'letterhead.jpeg'];

/** The files of a team's template by their paths in it, with `/`. */
export interface TeamTemplate {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Whether there is code among them. */
  readonly code: boolean;
  /** Name of the picture that stands at the head of the first page. */
  readonly letterhead: string | null;
}

export const noTemplate: TeamTemplate = { files: new Map(), code: false, letterhead: null };

/**
 * Reads a team's template. Links to other places are passed over, so that nothing outside the folder is read; so are
 * hidden files and the fonts, which the typesetter reads itself.
 *
 * @throws {TemplateFault} when the folder cannot be read, is too large, or has code in it that is not allowed
 */
export function readTeamTemplate(folder: string): TeamTemplate {
  const files = new Map<string, Buffer>();
  let bytes = 0;
  for (const path of pathsIn(folder, '')) {
    bytes += lstatSync(join(folder, path)).size;
    if (files.size === MOST_FILES || bytes > MOST_BYTES) {
      throw new TemplateFault('a template is no more than 500 files of 64 MB', path, null, null);
    }
    files.set(path, readFileSync(join(folder, path)));
  }
  const code = [...files].filter(([path]) => path.endsWith('.typ'));
  for (const [path, content] of code) refuseForeignCode(path, content.toString('utf8'));
  const letterhead = LETTERHEADS.find((name) => files.has(name)) ?? null;
  return { files, code: code.length > 0, letterhead };
}

function pathsIn(folder: string, under: string): string[] {
  const entries = entriesOf(join(folder, under), under);
  return entries.flatMap((entry) => {
    const path = posix.join(under, entry.name);
    if (entry.name.startsWith('.') || path === 'fonts') return [];
    if (entry.isDirectory()) return pathsIn(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string, under: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    throw new TemplateFault('the folder cannot be read', under, null, null);
  }
}
