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

test('who works in a case that is in use is told, where, and since when, as far as it is known', () => {
  const held = {
    path: '/a/b.casefile',
    host: 'HARBOUR',
    pid: 7,
    since: '2026-01-02T03:04:05.678Z',
  };
  const told = (details: object, language: Language) =>
    errorText('case.inUse', { ...held, ...details }, language).sentence;
  expect(told({ name: 'Ana Ruiz' }, 'en')).toContain(
    '(Ana Ruiz, at HARBOUR, since 2026-01-02 03:04 UTC).',
  );
  expect(told({ name: 'Ana Ruiz' }, 'es')).toContain(
    '(Ana Ruiz, en HARBOUR, desde 2026-01-02 03:04 UTC).',
  );
  expect(told({}, 'en')).toContain('(at HARBOUR, since');
  expect(told({ host: '' }, 'en')).toMatch(/program\.$/);
});
