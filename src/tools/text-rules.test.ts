import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './bootstrap/places.mjs';
import { differences, flatten } from './text-rules/catalogue.ts';
import { forbiddenIn } from './text-rules/forbidden.ts';

describe('catalogues', () => {
  const compare = (en: object, es: object): string[] =>
    differences({ language: 'en', texts: flatten(en) }, { language: 'es', texts: flatten(es) });

  test('a key that one language lacks is found, nested or flat', () => {
    expect(compare({ a: { b: 'x', c: 'y' } }, { 'a.b': 'x' })).toEqual(['es lacks a.c']);
    expect(compare({}, { a: 'x' })).toEqual(['en lacks a']);
  });

  test('a placeholder, a tag or a nested text that differs is found, whatever the order', () => {
    expect(compare({ a: '{{n}} of {{all}}' }, { a: 'de {{ all }}, {{n}}' })).toEqual([]);
    expect(compare({ a: '{{count, number}}' }, { a: '{{count}}' })).toEqual([]);
    expect(compare({ a: 'page {page}' }, { a: 'página {pagina}' })).toHaveLength(1);
    expect(compare({ a: '<b>x</b>' }, { a: 'x' })).toHaveLength(1);
    expect(compare({ a: '$t(b)', b: 'x' }, { a: 'x', b: 'x' })).toHaveLength(1);
  });

  test('an empty text is found', () => {
    expect(compare({ a: 'x' }, { a: ' ' })).toEqual(['es has nothing under a']);
    expect(compare({ a: ',' }, { a: '\u00a0' })).toEqual([]);
  });

  test('each language has all of its own plural forms and needs no others', () => {
    const en = { a_one: '{{count}} page', a_other: '{{count}} pages' };
    expect(compare(en, { a_one: 'una', a_many: '{{count}} de', a_other: '{{count}}' })).toEqual([]);
    expect(compare(en, { a_one: 'una', a_other: '{{count}}' })).toEqual(['es lacks a_many']);
  });

  const read = (path: string): Map<string, string> =>
    flatten(JSON.parse(readFileSync(join(root, path), 'utf8')));

  test.each([
    ['src/renderer/i18n/LANGUAGE.json', 'es'],
    ['resources/dossier/strings.LANGUAGE.json', 'es'],
    ['resources/dossier/strings.LANGUAGE.json', 'pt'],
  ])('%s says the same in English and in %s', (path, other) => {
    const [first, second] = ['en', other].map((language) => ({
      language,
      texts: read(path.replace('LANGUAGE', language)),
    }));
    expect(first?.texts.size).toBeGreaterThan(0);
    expect(first && second && differences(first, second)).toEqual([]);
  });
});

describe('what is committed', () => {
  test('names no registry, no path of a workplace, no home folder', () => {
    const slash = '/';
    const field = `"${['re', 'solved'].join('')}"`;
    const bad = [
      `"https:${slash}/${['registry', 'npmjs', 'org'].join('.')}/x"`,
      `${field}: "https:${slash}/example.org/x.tgz"`,
      `cd ${['', 'work', 'main'].join(slash)}`,
      ['', 'root', '.config'].join(slash),
    ];
    expect(forbiddenIn('x', bad.join('\n'))).toHaveLength(bad.length);
    expect(forbiddenIn('x', 'the network, homework/main.ts, a registry of sources')).toEqual([]);
  });

  test('holds none of it in any file', () => {
    const files = committed();
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((path) => forbiddenIn(path, textOf(path)))).toEqual([]);
  });
});

/** The files of the project: those git knows, or, in a copy without git, all that are not made or installed. */
function committed(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    const made = /^(node_modules|out|\.cache|\.git|test-results|playwright-report)([\\/]|$)/;
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !made.test(path));
  }
}

/** Nothing for a file that is not text. */
function textOf(path: string): string {
  const bytes = readFileSync(join(root, path));
  return bytes.includes(0) ? '' : bytes.toString('utf8');
}
