import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../resources.ts';
import { refuseForeignCode } from './imports.ts';

describe('the code of a template', () => {
  it('may import files of its folder, and speak of imports in comments', () => {
    const code = '// what to import\n#import "a.typ": b\n#include "parts/c.typ"\n#important[x]\n';
    expect(() => refuseForeignCode('dossier.typ', code)).not.toThrow();
    expect(() => refuseForeignCode('parts/c.typ', '#import "../a.typ": b')).not.toThrow();
  });

  it('is ours to begin with', () => {
    for (const name of readdirSync(resourcePath('dossier'))) {
      if (!name.endsWith('.typ')) continue;
      const code = readFileSync(resourcePath('dossier', name), 'utf8');
      expect(() => refuseForeignCode(name, code)).not.toThrow();
    }
  });

  it.each([
    '#import "@preview/a:1.0.0": *',
    '#import ("@" + "preview/a:1.0.0")',
    '#include "\\u{40}preview/a:1.0.0"',
    '#{ import name }',
    '#{\n import name }',
    '#let x = (import name)',
    '#let x = () => import "@preview/a:1.0.0"',
    '#let x = (1, import "@preview/a:1.0.0")',
    '#let x = {return import/**/"@preview/a:1.0.0"}',
    '#let x = "\n//"; import "@preview/a:1.0.0"',
    '`\n//`#import "@preview/a:1.0.0"',
    '#import "data.txt"',
    '#import "../other.typ"',
    '#import "/../other.typ" as x; #import "a/../../other.typ"',
    '#eval("1")',
    '#let f = eval',
  ])('may not say %s', (code) => {
    expect(() => refuseForeignCode('dossier.typ', code)).toThrow('dossier.typ: a template');
  });

  it('is told line and column of what it may not say', () => {
    expect(() => refuseForeignCode('a.typ', 'one\ntwo\n #import name\n')).toThrow(
      expect.objectContaining({ file: 'a.typ', line: 3, column: 3 }),
    );
  });
});
