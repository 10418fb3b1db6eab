import { expect, test } from 'vitest';
import { ErrorCode } from './error.ts';
import { errorText } from './error-text.ts';
import { Language } from './vocabulary.ts';

test('every error has whole sentences in every language, with and without details', () => {
  const details = { path: '/a/b/paper.pdf', reason: 'why', text: 'soon', limit: 3 };
  for (const language of Language.options) {
    for (const code of ErrorCode.options) {
      for (const given of [{}, details]) {
        const { sentence, next } = errorText(code, given, language);
        expect(sentence, `${code} ${language}`).toMatch(/^[“«\p{Lu}].*\.$/su);
        expect(next ?? '.', `${code} ${language}`).toMatch(/\.$|\)\.$/u);
        expect(`${sentence} ${next ?? ''}`).not.toMatch(/undefined|\{|\}/);
      }
    }
  }
});

test('a file is named by its name alone, in the marks of the language', () => {
  const { sentence } = errorText('file.notFound', { path: 'C:\\papers\\a.txt' }, 'es');
  expect(sentence).toContain('«a.txt»');
  expect(sentence).not.toContain('papers');
});
