import { expect, test } from 'vitest';
import en from './en.json';
import es from './es.json';
import { languageFor } from './i18n.ts';

/** Each text by its key, with the placeholders it fills. */
function texts(tree: object, prefix = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      found.set(`${prefix}${key}`, [...value.matchAll(/\{\{(\w+)\}\}/g)].map(String).toSorted());
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, holes] of texts(value, `${prefix}${key}.`)) found.set(inner, holes);
    }
  }
  return found;
}

/** Spanish has one plural form more than English, of millions (CLDR 46, `many`). */
const plain = (tree: object) =>
  [...texts(tree).keys()].filter((key) => !key.endsWith('_many')).toSorted();

test('every text is there in English and in Spanish', () => {
  expect(plain(es)).toEqual(plain(en));
});

test('no text is empty, and both languages fill the same places, but for counts told in words', () => {
  const holes = (tree: object) => {
    const all = texts(tree);
    return plain(tree).map((key) => [key, all.get(key)?.filter((hole) => !hole.includes('count'))]);
  };
  expect(holes(es)).toEqual(holes(en));
});

test('a computer’s languages are tried in order, and English is the last resort', () => {
  expect(languageFor(['pt-BR', 'es-VE', 'en'])).toBe('es');
  expect(languageFor(['fr'])).toBe('en');
  expect(languageFor([])).toBe('en');
});
