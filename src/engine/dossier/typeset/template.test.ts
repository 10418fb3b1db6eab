import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resourcePath } from '../../resources.ts';
import { testFolder } from '../../testing/index.ts';
import { closeTypesetting } from './index.ts';
import { checkTemplate, copyTemplate, templateWords } from './template.ts';

afterAll(closeTypesetting);

describe('a copy of our template', () => {
  it('has all its files, and can be used as it is', async () => {
    const folder = join(testFolder(), 'house', 'style');
    await copyTemplate(folder);
    expect(readdirSync(folder).toSorted()).toEqual(readdirSync(resourcePath('dossier')).toSorted());
    expect(await checkTemplate(folder)).toEqual({ name: 'style', error: null });
  });

  it('is not written over what is there', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'own.txt'), 'mine');
    await expect(copyTemplate(folder)).rejects.toMatchObject({ code: 'file.folderNotEmpty' });
    expect(readdirSync(folder)).toEqual(['own.txt']);
    await expect(copyTemplate(join(folder, 'own.txt'))).rejects.toMatchObject({
      code: 'file.notWritable',
    });
  });

  it('is told what is wrong with it, and where', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'facts.typ'), '#let names = none\n#let = 3\n');
    const { error } = await checkTemplate(folder);
    expect(error).toMatchObject({
      code: 'dossier.template',
      details: { file: 'facts.typ', line: 2, reason: 'expected pattern' },
    });
  });
});

describe('the words of a template', () => {
  it('are ours where the team has none', () => {
    const folder = testFolder();
    expect(templateWords('pt', folder)).toEqual(templateWords('pt'));
    writeFileSync(join(folder, 'strings.pt.json'), '{ "unsourced": "por comprovar" }');
    expect(templateWords('pt', folder)).toMatchObject({
      unsourced: 'por comprovar',
      against: 'contra',
    });
    expect(existsSync(join(folder, 'strings.en.json'))).toBe(false);
  });

  it('fail with their place', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'strings.pt.json'), '{\n  "unsourced": 3 }');
    expect(() => templateWords('pt', folder)).toThrow(
      expect.objectContaining({
        code: 'dossier.template',
        details: expect.objectContaining({ file: 'strings.pt.json', line: 2 }),
      }),
    );
  });
});
