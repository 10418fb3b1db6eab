import { expect, test } from 'vitest';
import { estimate } from './estimate.ts';
import { guessesPerSecond, spanWords, strengthOf } from './strength.ts';

const year = 365.25 * 24 * 3600;

test('a passphrase is found after half of the guesses, on average', () => {
  expect(strengthOf(2 * guessesPerSecond).seconds).toBe(1);
});

test.each([
  [1, 'veryWeak'],
  [3600, 'weak'],
  [30 * 24 * 3600, 'fair'],
  [10 * year, 'good'],
  [1000 * year, 'strong'],
])('one that holds %d seconds is %s', (seconds, level) => {
  expect(strengthOf(seconds * 2 * guessesPerSecond).level).toBe(level);
});

test.each([
  [0.2, '1 second', '1 segundo'],
  [59, '59 seconds', '59 segundos'],
  [7300, '2 hours', '2 horas'],
  [40 * 24 * 3600, '1 month', '1 mes'],
  [12.9 * year, '12 years', '12 años'],
])('%d seconds are told in the unit that fits', (seconds, english, spanish) => {
  expect([spanWords(seconds, 'en'), spanWords(seconds, 'es')]).toEqual([english, spanish]);
});

test('what lasts beyond all use is not told in numbers', () => {
  expect(spanWords(1001 * year, 'en')).toBeNull();
});

test('words of both languages, and those of the case, make a passphrase weak; unrelated ones strong', async () => {
  const level = async (passphrase: string, known: string[] = []) =>
    (await estimate(passphrase, known)).level;
  expect(await level('password')).toBe('veryWeak');
  expect(await level('contraseña')).toBe('veryWeak');
  const alone = await estimate('Tocorón-2031', []);
  const known = await estimate('Tocorón-2031', ['Tocorón 2031', 'Tocorón']);
  expect(known.seconds).toBeLessThan(alone.seconds);
  expect(await level('cinco barcas y un faro apagado')).toBe('strong');
  expect(await level('x'.repeat(5000))).toBeDefined();
});
