import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DossiersMade, SavedFile } from '#contract/dossier.ts';
import { savePreset } from '#engine/presets/index.ts';
import { openStore } from '#engine/store/index.ts';
import { legajo, type Run } from './testing.ts';

let folder: string;
const run = (...words: string[]): Promise<Run> =>
  legajo(folder, 'dossier', 'sample.casefile', ...words, '--json');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Ids of the entities of the sample by which the tests go. */
let guerrero: string;
let gang: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-cli-dossier-'));
  await legajo(folder, 'sample', 'sample.casefile');
  const store = openStore(join(folder, 'sample.casefile'), {
    actor: () => ({ name: 'Ana', initials: 'A', organization: '' }),
  });
  const called = (name: string) =>
    store.one<{ id: string }>('SELECT id FROM shown_entity WHERE name LIKE ?', `%${name}%`)?.id ??
    '';
  guerrero = called('Guerrero Flores');
  gang = called('Tren de Aragua');
  savePreset(store, {
    kind: 'dossier',
    name: 'Short',
    body: JSON.stringify({
      kind: 'profile',
      format: 'md',
      language: 'es',
      sections: [{ id: 'chart', out: true }],
    }),
  });
  savePreset(store, { kind: 'dossier', name: 'Broken', body: '{"kind":"novel"}' });
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a dossier by the command line', () => {
  test('is in the form that the ending of the file tells', async () => {
    const made = await run(guerrero, 'one.html');
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    const saved = SavedFile.parse(made.json());
    expect(saved.path).toBe(join(folder, 'one.html'));
    expect(read('one.html')).toMatch(/^<!doctype html>/iu);
  });

  test('on several entities is one report of the case', async () => {
    const made = await run(guerrero, gang, 'two.md');
    expect(made.code).toBe(0);
    expect(read('two.md')).toContain('Tren de Aragua');
    expect(read('two.md')).toContain('Guerrero Flores');
  });

  test('is one on each, where the target is a folder that is there', async () => {
    mkdirSync(join(folder, 'each'));
    const made = await run(guerrero, gang, 'each', '--format', 'md');
    expect(made.code).toBe(0);
    const result = DossiersMade.parse(made.json());
    expect(result.made.map(({ subject }) => subject)).toEqual([guerrero, gang]);
    expect(result.failed).toEqual([]);
    expect(readdirSync(join(folder, 'each'))).toHaveLength(2);
  });

  test('that cannot be made leaves the others, and is told', async () => {
    mkdirSync(join(folder, 'some'));
    const made = await run(guerrero, gang, 'some', '--format', 'md', '--kind', 'group');
    expect(made.code).toBe(1);
    const result = DossiersMade.parse(made.json());
    expect(result.made.map(({ subject }) => subject)).toEqual([gang]);
    expect(result.failed).toMatchObject([
      { subject: guerrero, error: { code: 'dossier.notAnOrganization' } },
    ]);
    expect(made.err).toContain('Guerrero Flores');
  });

  test('needs no entity for the register and the book of excerpts', async () => {
    const register = await run('register.md', '--kind', 'register');
    expect(register.code).toBe(0);
    expect(read('register.md')).toContain('Tocorón: the first ten days');
    const book = await run('book.md', '--kind', 'excerpts', '--tag', 'OPERATION');
    expect(book.code).toBe(0);
    expect(read('book.md')).toContain('20 September 2023');
  });

  test('follows a preset of the case, and what is said besides wins', async () => {
    const kept = await run(guerrero, 'kept', '--preset', 'short');
    expect(kept.code).toBe(0);
    expect(read('kept')).toContain('Nombre principal');
    const other = await run(guerrero, 'other.md', '--preset', 'Short', '--language', 'en');
    expect(other.code).toBe(0);
    expect(read('other.md')).toContain('Primary name');
  });

  test('prints nothing that is marked more strictly than --handling says', async () => {
    const store = openStore(join(folder, 'sample.casefile'), {
      actor: () => ({ name: 'Ana', initials: 'A', organization: '' }),
    });
    store.gesture('entity.update', (writer) => writer.update('entity', gang, { handling: 'RED' }));
    store.close();
    const all = await run(guerrero, 'all.md');
    expect(read('all.md')).toMatch(/revision \d+ · \*\*TLP:RED\*\*/u);
    const some = await run(guerrero, 'some.md', '--handling', 'amber', '--marking', 'green');
    expect([all.code, some.code]).toEqual([0, 0]);
    expect(read('some.md')).toMatch(/revision \d+ · \*\*TLP:GREEN\*\*/u);
    expect(read('all.md')).toContain('alleged leader');
    expect(read('some.md')).not.toContain('alleged leader');
  });

  test('leaves parts and quotations out', async () => {
    const made = await run(
      guerrero,
      'bare.md',
      '--no-quotations',
      '--leave-out',
      'chronology, chart,map',
    );
    expect(made.code).toBe(0);
    expect(read('bare.md')).not.toMatch(/^#+ .*Chronology/mu);
    expect(read('bare.md')).not.toContain('was not among the prisoners who were counted');
  });

  test('is refused in words', async () => {
    const asked = {
      preset: [guerrero, 'x.md', '--preset', 'Long'],
      broken: [guerrero, 'x.md', '--preset', 'Broken'],
      tag: ['x.md', '--kind', 'excerpts', '--tag', 'Nowhere'],
      part: [guerrero, 'x.md', '--leave-out', 'weather'],
      date: [guerrero, 'x.md', '--as-of', '2026-02-30'],
      early: [guerrero, 'x.md', '--as-of', '2020-01-01'],
      none: ['.'],
    };
    const runs = new Map(
      await Promise.all(
        Object.entries(asked).map(async ([name, words]) => [name, await run(...words)] as const),
      ),
    );
    expect(Object.fromEntries([...runs].map(([name, { code }]) => [name, code]))).toEqual({
      preset: 1,
      broken: 1,
      tag: 1,
      part: 2,
      date: 2,
      early: 1,
      none: 2,
    });
    expect(runs.get('preset')?.err).toContain('preset.notFound');
    expect(runs.get('broken')?.err).toContain('preset.unreadable');
    expect(runs.get('early')?.err).toContain('dossier.beforeItsCase');
    expect(runs.get('tag')?.err).toContain('dossier.noSuchTag');
    expect(runs.get('part')?.err).toContain('chronology');
  });
});

describe('the template by the command line', () => {
  test('is written into a folder, tried, and used', async () => {
    const copied = await legajo(folder, 'template', 'ours', '--json');
    expect(copied.code).toBe(0);
    expect(copied.json()).toEqual({ folder: join(folder, 'ours') });
    const tried = await legajo(folder, 'template', 'ours', '--check', '--json');
    expect(tried.json()).toEqual({ name: 'ours', error: null });
    const made = await run(guerrero, 'ours.pdf', '--template', 'ours', '--paper', 'letter');
    expect(made.code).toBe(0);
    expect(read('ours.pdf')).toMatch(/^%PDF-/u);
    const again = await legajo(folder, 'template', 'ours', '--json');
    expect(again.code).toBe(1);
    expect(again.err).toContain('file.folderNotEmpty');
  });

  test('that cannot be used is told with its file and line', async () => {
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'dossier.typ'), '#let x = (\n');
    const tried = await legajo(folder, 'template', 'broken', '--check', '--json');
    expect(tried.code).toBe(1);
    expect(tried.err).toContain('dossier.template');
    const made = await run(guerrero, 'broken.pdf', '--template', 'broken');
    expect(made.code).toBe(1);
    expect(made.err).toContain('dossier.typ');
  });
});
