import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleDossier } from './example/index.ts';
import { closeTypesetting } from './index.ts';
import { readExample } from './testing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legajo-template-'));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(closeTypesetting);

/** The example set with a template of these files. */
async function setWith(files: Record<string, string | Uint8Array>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return readExample({ kind: 'group', look: { template: folder } });
}

const failing = (details: object) => expect.objectContaining({ code: 'dossier.template', details });
const broken = (details: object) => failing(expect.objectContaining(details));

describe('a team’s template', () => {
  it('changes only what it holds: one word, a banner, and all else is ours', async () => {
    const read = await setWith({
      'strings.en.json': '{ "documentKind": { "group": "Sheet" } }',
      'theme.json': '{ "banner": { "text": "HARBOUR DESK ONLY" } }',
    });
    expect(read.title).toContain(' – Sheet – ');
    for (const page of read.pages) expect(page).toContain('HARBOUR DESK ONLY');
    expect(read.outline).toContain('Structure and ownership');
  });

  it('has its picture at the head of the first page', async () => {
    const { files } = exampleDossier();
    const ours = await readExample({ kind: 'group' });
    const theirs = await setWith({ 'letterhead.png': files.get('portrait.png') ?? '' });
    expect(theirs.layout[0]).toBe(ours.layout[0]);
    expect(theirs.layout.slice(0, 40)).not.toEqual(ours.layout.slice(0, 40));
    await expect(setWith({ 'letterhead.png': 'no picture' })).rejects.toEqual(
      broken({ file: 'letterhead.png' }),
    );
  });

  it('is read again each time, and what breaks in it is told with its place', async () => {
    const letterhead = (code: string) => ({ 'letterhead.typ': code });
    const read = await setWith(letterhead('#let letterhead = [From the harbour desk]\n'));
    expect(read.pages[0]).toContain('From the harbour desk');
    await expect(setWith(letterhead('#let letterhead = [\n  #(1 + "one")\n]\n'))).rejects.toEqual(
      broken({ file: 'letterhead.typ', line: 2, column: 5 }),
    );
    expect((await setWith(letterhead('#let letterhead = none\n'))).pages[0]).not.toContain('desk');
  });

  it('takes no file from outside its folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'legajo-outside-'));
    await writeFile(join(outside, 'secret.txt'), 'a secret');
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    for (const path of ['link.txt', `../${outside}/secret.txt`, join(outside, 'secret.txt')]) {
      const code = `#let letterhead = read(${JSON.stringify(path)})\n`;
      await expect(setWith({ 'letterhead.typ': code })).rejects.toEqual(
        broken({ file: 'letterhead.typ', line: 1 }),
      );
    }
    await rm(outside, { recursive: true });
  });

  it('reads the files that it brings', async () => {
    const read = await setWith({
      'notes/motto.txt': 'Semper paratus',
      'letterhead.typ': '#let letterhead = read("notes/motto.txt")\n',
    });
    expect(read.pages[0]).toContain('Semper paratus');
  });

  it.each([
    ['{ "documentKind": { "group": 7 } }', 1, '"documentKind.group" is a string'],
    ['{\n "colour": 1 }', 2, 'there is no "colour"'],
    ['{\n\n "dossier": "x",, }', 3, 'property name'],
    ['{ "quotes": ["“"] }', 1, '"quotes" is a list of 2'],
  ])('has words that fit: %s', async (words, line, reason) => {
    await expect(setWith({ 'strings.en.json': words })).rejects.toEqual(
      broken({ file: 'strings.en.json', line, reason: expect.stringContaining(reason) }),
    );
  });

  it('has colours that are some', async () => {
    await expect(setWith({ 'theme.json': '{ "ink": "black" }' })).rejects.toEqual(
      broken({ file: 'theme.json', reason: '"ink" is a colour, as #16181d' }),
    );
  });

  it('that is not there is none', async () => {
    await expect(readExample({ look: { template: join(folder, 'nowhere') } })).rejects.toEqual(
      broken({ reason: 'the folder cannot be read' }),
    );
  });

  it('downloads nothing', async () => {
    await expect(
      setWith({
        'letterhead.typ': '#let letterhead = none\n#import "@preview/cetz:0.3.4": canvas\n',
      }),
    ).rejects.toEqual(
      broken({
        file: 'letterhead.typ',
        line: 2,
        reason: expect.stringContaining('packages (@preview) are never downloaded'),
      }),
    );
  });
});
