import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { violations } from './violations.ts';

const packages = {
  dependencies: ['zod', 'drizzle-orm'],
  devDependencies: ['vitest', 'react', '@types/geojson'],
};

/** What is wrong with one file that has this source, without the place. */
function objections(path: string, source: string): string[] {
  return violations([{ path, source }], packages).map((found) => found.replace(/^.*: /, ''));
}

function expectAllowed(path: string, source: string): void {
  expect(objections(path, source)).toEqual([]);
}

describe('reading imports', () => {
  test('finds every way to name a module', () => {
    const source = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "export { c } from 'c';",
      "export type * from 'd';",
      "const e = await import('e');",
      "type F = import('f').F;",
      "import g = require('g');",
      "const h = require('h');",
      "const i = import.meta.resolve('i');",
      "vi.mock('j', () => ({}));",
      "import 'k';",
    ].join('\n');
    const found = importsOf('x.ts', source);
    expect(found.map(({ specifier }) => specifier ?? '').toSorted()).toEqual(
      'a b c d e f g h i j k'.split(' '),
    );
    expect(
      found
        .filter(({ typeOnly }) => typeOnly)
        .map(({ specifier }) => specifier ?? '')
        .toSorted(),
    ).toEqual(['b', 'd', 'f']);
    expect(found.find(({ specifier }) => specifier === 'e')?.line).toBe(5);
  });

  test('does not take words in comments, strings and JSX text for imports', () => {
    const source = `// import 'a'\nconst b = "import 'b'";\nconst c = <p>import 'c'</p>;`;
    expect(importsOf('x.tsx', source)).toEqual([]);
  });

  test('a module whose name is computed is reported as such', () => {
    expect(importsOf('x.ts', 'await import(name)')).toEqual([
      { specifier: undefined, typeOnly: false, line: 1 },
    ]);
  });

  test('refuses a source it cannot parse', () => {
    expect(() => importsOf('x.ts', 'import {')).toThrow('x.ts');
  });
});

describe('the table of rooms', () => {
  test('an allowed arrow between rooms goes through #room', () => {
    expectAllowed('src/engine/router.ts', "import { A } from '#contract/a.ts';");
    expectAllowed('src/cli/serve.ts', "import { A } from '#local-host/a.ts';");
  });

  test('an arrow that is not in the table is refused, types included', () => {
    const refused = ['contract may not import engine'];
    expect(objections('src/contract/a.ts', "import { A } from '#engine/a.ts';")).toEqual(refused);
    expect(objections('src/contract/a.ts', "import type { A } from '#engine/a.ts';")).toEqual(
      refused,
    );
    expect(objections('src/contract/a.ts', "export * from '#engine/a.ts';")).toEqual(refused);
    expect(objections('src/main/a.ts', "await import('#engine/a.ts');")).toEqual([
      'main may not import engine',
    ]);
    expect(objections('src/renderer/app/a.tsx', "import { A } from '#engine/a.ts';")).toEqual([
      'renderer may not import engine',
    ]);
  });

  test('a test follows the rule of its room', () => {
    expect(objections('src/contract/a.test.ts', "import { A } from '#engine/a.ts';")).toEqual([
      'contract may not import engine',
    ]);
    expectAllowed('src/shared/a.test.ts', "import 'node:fs'; import { test } from 'vitest';");
  });

  test('a relative import stays inside its room', () => {
    expectAllowed('src/engine/store/a.ts', "import './b.ts'; import '../resources.ts';");
    expect(objections('src/engine/store/a.ts', "import '../../contract/a.ts';")).toEqual([
      'a relative import stays inside its room',
    ]);
    expect(objections('src/engine/a.ts', "import pkg from '../../package.json';")).toEqual([
      'a relative import stays inside its room',
    ]);
  });

  test('a room does not import itself by name', () => {
    expect(objections('src/cli/a.ts', "import '#cli/b.ts';")).toEqual([
      'inside a room imports are relative',
    ]);
  });

  test('nothing imports the tools, and the tools import anything', () => {
    expect(objections('src/engine/a.ts', "import '#tools/build.ts';")).toEqual([
      'nothing imports the tools',
    ]);
    expectAllowed('src/tools/a.ts', "import '#engine/store/schema.ts'; import 'electron';");
  });

  test('a file that is in no room is refused', () => {
    expect(objections('src/stray.ts', '')).toEqual(['is in no room of src/']);
    expect(objections('src/misc/stray.ts', '')).toEqual(['is in no room of src/']);
    expect(objections('src/engine/a.ts', "import '#misc/a.ts';")).toEqual([
      'there is no such room',
    ]);
  });

  test('a computed import is refused, because nobody can tell what it loads', () => {
    expect(objections('src/engine/a.ts', 'await import(name)')).toEqual([
      'what is imported must be written out',
    ]);
  });
});

describe('inside the engine', () => {
  test('another folder is entered through its index.ts', () => {
    expectAllowed('src/engine/sources/a.ts', "import { A } from '../store/index.ts';");
    expectAllowed('src/engine/router.ts', "import { A } from './store/index.ts';");
    const refused = ["the engine's store is imported only through its index.ts"];
    expect(objections('src/engine/sources/a.ts', "import '../store/schema.ts';")).toEqual(refused);
    expect(objections('src/engine/router.ts', "import './store/schema.ts';")).toEqual(refused);
    expect(objections('src/cli/a.ts', "import '#engine/store/schema.ts';")).toEqual(refused);
  });

  test('a folder named testing is part of the tests, and only tests import it', () => {
    expectAllowed('src/engine/testing/index.ts', "import { test } from 'vitest';");
    expectAllowed('src/engine/search/a.test.ts', "import { A } from '../testing/index.ts';");
    expect(objections('src/engine/search/a.ts', "import '../testing/index.ts';")).toEqual([
      'what is made for tests is imported by tests only',
    ]);
  });

  test('a folder is free inside itself, however deep', () => {
    expectAllowed('src/engine/sources/extract/pdf.ts', "import '../limits.ts';");
  });
});

describe('packages', () => {
  test('only engine/store uses the database', () => {
    expectAllowed('src/engine/store/schema.ts', "import 'drizzle-orm/sqlite-core';");
    expect(objections('src/engine/search/a.ts', "import 'drizzle-orm/sqlite-core';")).toEqual([
      'only engine/store uses the database',
    ]);
    expect(objections('src/cli/a.ts', "import type { A } from 'better-sqlite3';")).toEqual([
      'only engine/store uses the database',
    ]);
  });

  test('only main and preload import electron', () => {
    expectAllowed('src/main/a.ts', "import { app } from 'electron';");
    expectAllowed('src/preload/a.ts', "import { ipcRenderer } from 'electron';");
    expect(objections('src/engine-process/a.ts', "import type {} from 'electron';")).toEqual([
      'only main and preload import electron',
    ]);
  });

  test('shared, contract, preload and renderer do without Node', () => {
    for (const room of ['shared', 'contract', 'preload', 'renderer']) {
      expect(objections(`src/${room}/a.ts`, "import 'node:fs';")).toEqual([
        `${room} may not use Node's modules`,
      ]);
    }
    expectAllowed('src/engine/a.ts', "import 'node:fs';");
  });

  test("Node's modules are named with their prefix", () => {
    expect(objections('src/engine/a.ts', "import 'fs';")).toEqual([
      "Node's own modules are imported as node:fs",
    ]);
  });

  test('the preload script has only the types of the contract', () => {
    expectAllowed('src/preload/a.ts', "import type { A } from '#contract/a.ts';");
    const refused = ['preload may import only types of contract (import type)'];
    expect(objections('src/preload/a.ts', "import { A } from '#contract/a.ts';")).toEqual(refused);
    expect(objections('src/preload/a.ts', "import { type A } from '#contract/a.ts';")).toEqual(
      refused,
    );
  });

  test('what is installed with Legajo needs only what is installed with it', () => {
    expectAllowed('src/engine/a.ts', "import { z } from 'zod';");
    expectAllowed('src/renderer/app/a.tsx', "import { useState } from 'react';");
    expect(objections('src/engine/a.ts', "import 'react';")).toEqual([
      'is a development dependency, which an installed Legajo does not have',
    ]);
    expectAllowed('src/engine/a.ts', "import type { Point } from 'geojson';");
    expect(objections('src/engine/a.ts', "import { Point } from 'geojson';")).toHaveLength(1);
    expect(objections('src/engine/a.ts', "import '@made/up/thing';")).toEqual([
      'package.json does not name this package',
    ]);
  });

  test('nothing is imported by an absolute path or an address', () => {
    expect(objections('src/engine/a.ts', "import 'file:///x.ts'; import '/x.ts';")).toEqual([
      'an import is a package, a room or a relative path',
      'an import is a package, a room or a relative path',
    ]);
  });
});
