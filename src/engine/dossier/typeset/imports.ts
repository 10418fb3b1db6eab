import { posix } from 'node:path';
import { TemplateFault } from './template-fault.ts';

/** Each `import` and `include`; what follows is the file when it is a plain string. */
const IMPORT = /(?<![\w-])(?:import|include)(?![\w-])[ \t]*(?:"([^"@\\\n]+\.typ)")?/g;
const EVAL = /(?<![\w-])eval(?![\w-])/g;
/** A line that is nothing but a comment, whatever stands around it: no string or raw text can end in it. */
const COMMENT = /^[ \t]*\/\/[^"`\n]*$/gm;

/**
 * Looks for what a template may not do. The typesetter downloads packages by itself when a template imports one, and no
 * option of it turns that off; so a template imports only files of its own folder, each named by a plain string, and
 * evaluates no text as code (which could hide an import, and would make case text more than text). Words of prose cannot
 * be told from code without reading all of the language, so they may not say `import` either, outside a line of comment.
 *
 * @param file path inside the template, with `/`
 * @throws {TemplateFault} at the first fault
 */
export function refuseForeignCode(file: string, code: string): void {
  const read = code.replaceAll(COMMENT, (comment) => ' '.repeat(comment.length));
  for (const { index } of read.matchAll(EVAL)) {
    throw TemplateFault.at('a template evaluates no text as code (eval)', file, code, index);
  }
  for (const { 1: name, index } of read.matchAll(IMPORT)) {
    if (name === undefined) {
      throw TemplateFault.at(
        'a template imports only .typ files of its own folder, each named by a plain string; packages (@preview) are never downloaded',
        file,
        code,
        index,
      );
    }
    const path = posix.normalize(posix.join(posix.dirname(`/${file}`), name));
    const above = name.startsWith('/') ? name : posix.join(posix.dirname(file), name);
    if (above.startsWith('..') || path === '/') {
      throw TemplateFault.at('a template imports no file outside its folder', file, code, index);
    }
  }
}
