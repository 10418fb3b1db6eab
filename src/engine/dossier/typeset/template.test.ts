import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resourcePath } from '../../resources.ts';
import { findTemplateFault } from './template.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legajo-template-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function faultOf(files: Record<string, string>): Promise<unknown> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return findTemplateFault(folder);
}

describe('a template', () => {
  it('may import files of its folder', async () => {
    expect(findTemplateFault(resourcePath('dossier'))).toBeUndefined();
    expect(
      await faultOf({
        'profile.typ': '// what to import "@x"\n#import "a.typ": b\n#include "c.typ"\n',
        'a.typ': 'We import goods.\n',
      }),
    ).toBeUndefined();
  });

  it.each([
    '#import "@preview/a:1.0.0": *',
    '#import ("@" + "preview/a:1.0.0")',
    '#include "\\u{40}preview/a:1.0.0"',
    '#{ import name }',
    '#{\n import name }',
    '#let x = (import name)',
    '#import "../other.typ"',
    '#eval("1")',
  ])('may not say %s', async (code) => {
    expect(
      await faultOf({ 'profile.typ': '#import "a.typ": *\n', 'a.typ': `\n${code}\n` }),
    ).toMatchObject({
      file: 'a.typ',
    });
  });

  it('is told the line', async () => {
    expect(await faultOf({ 'profile.typ': 'one\ntwo\n#import name\n' })).toMatchObject({ line: 3 });
  });
});
