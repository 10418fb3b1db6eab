import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DossierLanguage, DossierSectionId } from '#contract/dossier.ts';
import { Confidence, Likelihood } from '#contract/vocabulary.ts';
import { resourcePath } from '../../resources.ts';

/** Each word with its path; `{blanks}` to fill in are part of what it is. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') {
    const blanks = [...value.matchAll(/\{(\w+)\}/g)].map(([blank]) => blank);
    return [`${path} ${[...new Set(blanks)].toSorted().join('')}`];
  }
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
}

function wordsIn(language: string): unknown {
  return JSON.parse(readFileSync(resourcePath('dossier', `strings.${language}.json`), 'utf8'));
}

it('says the same things in each language, none of them empty', () => {
  const english = shapeOf(wordsIn('en'));
  for (const language of DossierLanguage.options) {
    expect(shapeOf(wordsIn(language))).toEqual(english);
    expect(JSON.stringify(wordsIn(language))).not.toContain('""');
  }
});

it('has a heading for each section, and sentences for each likelihood and confidence', () => {
  const english = shapeOf(wordsIn('en')).map((entry) => entry.trim());
  for (const id of DossierSectionId.options) expect(english).toContain(`.section.${id}`);
  for (const band of Likelihood.options) expect(english).toContain(`.likelihood.${band}.sentence`);
  for (const level of Confidence.options)
    expect(english).toContain(`.confidence.${level}.sentence`);
});
