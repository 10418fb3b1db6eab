import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Why a template is refused, and where. `line` is counted from 1. */
export interface TemplateFault {
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

/** `import` and `include` where code can stand; what follows is the file when it is a plain string. */
const IMPORT = /(?:#|^|[{;(=])[ \t]*(?:import|include)\b[ \t]*(?:"([^"@\\]+)")?/gm;
const EVAL = /\beval\b/g;

/**
 * Looks for what a template may not do. The typesetter downloads packages by itself when a template imports one, and no
 * option of it turns that off; so a template imports only files of its own folder, each named by a plain string, and
 * evaluates no text as code (which could hide an import, and would make case text more than text).
 *
 * @param folder absolute path of the folder that holds `profile.typ`
 * @returns the first fault, in the order in which the files are imported; undefined when there is none
 */
export function findTemplateFault(folder: string): TemplateFault | undefined {
  const files = [join(folder, 'profile.typ')];
  for (const path of files) {
    const code = readIfThere(path);
    if (code === undefined) continue;
    const at = (index: number, reason: string): TemplateFault => ({
      reason,
      file: relative(folder, path),
      line: code.slice(0, index).split('\n').length,
    });
    const evaluation = EVAL[Symbol.matchAll](code).next().value;
    if (evaluation) return at(evaluation.index, 'the template evaluates text as code');
    for (const { 0: words, 1: name, index } of code.matchAll(IMPORT)) {
      // The match starts at the sign before the word, which may close the line above.
      if (name === undefined) {
        return at(index + words.length, 'the template imports what is not a file of its folder');
      }
      const file = name.startsWith('/') ? join(folder, name) : join(dirname(path), name);
      if (relative(folder, file).startsWith('..')) {
        return at(index, 'the template imports a file outside its folder');
      }
      if (!files.includes(file)) files.push(file);
    }
  }
  return undefined;
}

/** A file that is missing is the typesetter's to report: it knows the line that wanted it. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
