import { expect, test } from 'vitest';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import { Warning } from './extraction.ts';

test('every warning has words in each language', () => {
  for (const word of Object.values(Warning)) {
    for (const language of ['en', 'es'] as const) {
      expect(extractionWarningText(`${word} 3,7`, language)).not.toContain(word);
    }
  }
});

test('a warning about pages names them', () => {
  expect(extractionWarningText(`${Warning.pagesNotRead} 3,7`, 'en')).toContain('3, 7');
});

test('a warning of a later version is given as it is', () => {
  expect(extractionWarningText('somethingNew 4', 'es')).toBe('somethingNew 4');
});
