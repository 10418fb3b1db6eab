import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growBySentence, sentenceEdge, sentences } from './sentence.ts';

const texts = (paragraph: string, language?: string): string[] =>
  sentences(paragraph, language).map(({ from, to }) => paragraph.slice(from, to));

test('sentences end where a reader would end them', () => {
  expect(texts('He came. “Who sent you?” she asked. Nobody.', 'en')).toEqual([
    'He came.',
    '“Who sent you?” she asked.',
    'Nobody.',
  ]);
  expect(texts('¿Quién vino? Nadie. ¡Qué raro!', 'es')).toEqual([
    '¿Quién vino?',
    'Nadie.',
    '¡Qué raro!',
  ]);
});

test('a shortening or an initial does not end one', () => {
  expect(texts('The Sr. Flores met J. Peña in the U. S. last May. He left.', 'en')).toHaveLength(2);
  expect(texts('Viajó a EE. UU. Volvió la Dra. Ruiz. Fin.', 'es').at(-1)).toBe('Fin.');
});

test('a language nobody knows is read by the general rules', () => {
  expect(texts('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
});

test('sentences are in order, apart, trimmed, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Uno', 'dos.', 'Sr.', 'Tres!', '  ', '¿Qué?', 'A.', '\u00A0'), {
        maxLength: 30,
      }),
      (words) => {
        const paragraph = words.join(' ');
        let last = 0;
        for (const { from, to } of sentences(paragraph)) {
          expect(paragraph.slice(last, from).trim()).toBe('');
          const body = paragraph.slice(from, to);
          expect(body).not.toBe('');
          expect(body.trim()).toBe(body);
          last = to;
        }
        expect(paragraph.slice(last).trim()).toBe('');
      },
    ),
  );
});

test('a selection grows to its sentence, then by the next, then no more', () => {
  const paragraph = 'First one. Second one. Third.';
  const once = growBySentence(paragraph, { from: 13, to: 15 });
  expect(once).toEqual({ from: 11, to: 22 });
  const twice = growBySentence(paragraph, once);
  expect(twice).toEqual({ from: 11, to: 29 });
  expect(growBySentence(paragraph, twice)).toEqual(twice);
  expect(growBySentence('  ', { from: 1, to: 1 })).toEqual({ from: 1, to: 1 });
});

test('growing never loses a part of the selection', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Uno', 'dos.', 'Tres!', 'Sr.'), { minLength: 1, maxLength: 20 }),
      fc.nat(60),
      fc.nat(60),
      (words, a, b) => {
        const paragraph = words.join(' ');
        const from = Math.min(a, b, paragraph.length);
        const to = Math.min(Math.max(a, b), paragraph.length);
        const grown = growBySentence(paragraph, { from, to });
        expect(grown.to).toBeGreaterThanOrEqual(to);
        expect(grown.from).toBeLessThanOrEqual(from);
      },
    ),
  );
});

test('the edges of sentences are walked in both directions', () => {
  const paragraph = 'One here. Two here.';
  expect(sentenceEdge(paragraph, 0, true)).toBe(9);
  expect(sentenceEdge(paragraph, 9, true)).toBe(19);
  expect(sentenceEdge(paragraph, 19, true)).toBeUndefined();
  expect(sentenceEdge(paragraph, 19, false)).toBe(10);
  expect(sentenceEdge(paragraph, 10, false)).toBe(0);
  expect(sentenceEdge(paragraph, 0, false)).toBeUndefined();
});
