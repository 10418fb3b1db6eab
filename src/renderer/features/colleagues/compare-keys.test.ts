import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import { compareKeys, verdictOf } from './compare-keys.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.split('');
const key = fc
  .array(fc.constantFrom(...letters), { minLength: 52, maxLength: 52 })
  .map((all) => all.join(''));

test('a fingerprint is the same however it is spaced and written', () => {
  fc.assert(
    fc.property(key, (own) => {
      const typed = groupedFingerprint(own).toLowerCase().replaceAll(' ', ' - ');
      expect(verdictOf(compareKeys(own, typed))).toBe('same');
    }),
  );
});

test('one letter that is another shows in its group and in no other', () => {
  fc.assert(
    fc.property(key, fc.nat(51), (own, at) => {
      const typed = `${own.slice(0, at)}${own[at] === 'A' ? 'B' : 'A'}${own.slice(at + 1)}`;
      const groups = compareKeys(own, typed);
      expect(
        groups.flatMap(({ agreement }, index) => (agreement === 'other' ? [index] : [])),
      ).toEqual([Math.floor(at / 4)]);
      expect(verdictOf(groups)).toBe('other');
    }),
  );
});

test('what is typed so far is not held against anybody, and too much is', () => {
  fc.assert(
    fc.property(key, fc.nat(51), (own, length) => {
      expect(verdictOf(compareKeys(own, own.slice(0, length)))).toBeNull();
      expect(verdictOf(compareKeys(own, `${own}A`))).toBe('other');
    }),
  );
});
