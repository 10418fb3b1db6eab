import { expect, test } from 'vitest';
import { groupedFingerprint, shortFingerprint } from './fingerprint.ts';

test('a fingerprint is read in groups of four, and known by its first two', () => {
  expect(groupedFingerprint('ABCDEFGHIJKL')).toBe('ABCD EFGH IJKL');
  expect(shortFingerprint('ABCDEFGHIJKL')).toBe('ABCD EFGH');
  expect(groupedFingerprint('')).toBe('');
});
