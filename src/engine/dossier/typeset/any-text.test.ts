import { afterAll, describe, expect, it } from 'vitest';
import type { DossierModel } from '../model.ts';
import { exampleDossier, exampleVerification } from './example/index.ts';
import { MARKUP } from './example/facts.ts';
import { closeTypesetting, typesetDossier } from './index.ts';
import { readBack } from './read-back.ts';
import { plainLook } from './testing.ts';

afterAll(closeTypesetting);

/** Texts of the case; what is not here is a word of a vocabulary, an id or a date. */
const TEXTS = new Set([
  'assessment',
  'author',
  'by',
  'caption',
  'caseReference',
  'caseTitle',
  'credit',
  'date',
  'dates',
  'derivesFromTitle',
  'description',
  'fact',
  'fileName',
  'language',
  'name',
  'notice',
  'organization',
  'otherName',
  'place',
  'prefix',
  'primaryName',
  'property',
  'publisher',
  'quotation',
  'retrieved',
  'role',
  'subject',
  'suffix',
  'text',
  'title',
  'typeLabel',
  'url',
  'value',
]);

/** The model with one text in place of all; lists of texts too. */
function filledWith(model: DossierModel, text: string): DossierModel {
  const filled: unknown = JSON.parse(JSON.stringify(model), (key, value: unknown) => {
    if (typeof value === 'string' && TEXTS.has(key)) return text;
    if (['notes', 'gaps', 'tags'].includes(key) && isTexts(value)) return value.map(() => text);
    return value;
  });
  if (!isLike(filled, model)) throw new Error('the model lost its shape');
  return { ...filled, language: model.language };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isLike<Model extends object>(value: unknown, model: Model): value is Model {
  return (
    typeof value === 'object' && value !== null && Object.keys(model).every((key) => key in value)
  );
}

describe('any text of a case', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t '],
    ['one long word', 'Donaudampfschiff'.repeat(120)],
    ['a long address', `https://example.org/${'path-to/'.repeat(60)}?q=${'a'.repeat(300)}`],
    ['right to left', 'شركة الميناء الشمالي (2019) حتى اليوم، רישום ימי'],
    ['signs of the typesetter', MARKUP],
    ['what no font has, and what overrides direction', '张伟\u202E\u2066\u0000\uD800 👩‍🚀 e\u0301'],
  ])('is printed: %s', async (_name, text) => {
    for (const kind of ['case', 'excerpts'] as const) {
      const { model, files } = exampleDossier(kind);
      const pdf = await typesetDossier(filledWith(model, text), files, {
        look: { ...plainLook, standard: 'ua-1', twoSided: true },
        preview: false,
        verification: exampleVerification,
      });
      const read = await readBack(pdf);
      expect(read.pages.length).toBeGreaterThan(2);
      expect(read.pages.at(-1)).toContain(`page ${read.pages.length} of ${read.pages.length}`);
      expect(read.links.outside).toEqual([]);
    }
  });
});
