import { parseSync, Visitor } from 'vite';

/** One place where a file names another module. */
export interface Import {
  /** As written; undefined when it is computed and so cannot be judged by reading. */
  readonly specifier: string | undefined;
  /** Whether nothing of it is left when the types are stripped. */
  readonly typeOnly: boolean;
  /** Counted from 1. */
  readonly line: number;
}

/** Calls whose first argument names a module, besides `import()`. */
const loaders = new Set(['require', 'require.resolve', 'import.meta.resolve']);
const testLoaders = /^vi\.(mock|doMock|unmock|importActual|importMock)$/;

/**
 * Everything a source file imports or re-exports, types included, statically or not. `path` decides the syntax.
 * Throws when the source cannot be parsed.
 */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  const problem = errors[0];
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
  const found: Import[] = [];
  const add = (at: number, specifier: string | undefined, typeOnly: boolean): void => {
    found.push({ specifier, typeOnly, line: source.slice(0, at).split('\n').length });
  };
  new Visitor({
    // `import { type A } from 'x'` still loads `x`; only `import type` leaves nothing behind.
    ImportDeclaration: (node) => add(node.start, node.source.value, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.start, node.source.value, node.exportKind === 'type');
    },
    ExportAllDeclaration: (node) => add(node.start, node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.start, text(node.source), false),
    TSImportType: (node) => add(node.start, node.source.value, true),
    TSExternalModuleReference: (node) => add(node.start, node.expression.value, false),
    CallExpression: (node) => {
      const name = source.slice(node.callee.start, node.callee.end).replaceAll(/\s/g, '');
      const argument = node.arguments[0];
      if (argument === undefined || !(loaders.has(name) || testLoaders.test(name))) return;
      // vitest's mocks take `import('x')` too, which is visited by itself.
      if (argument.type !== 'ImportExpression') add(node.start, text(argument), false);
    },
  }).visit(program);
  return found;
}

function text(node: { readonly type: string; readonly value?: unknown }): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
