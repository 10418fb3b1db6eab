import { expect, test } from 'vitest';
import { clausesOf, groupsOf, type Joint } from './combination.ts';

const part = (joint: Joint, name: string) => ({ joint, name });
const shape = (parts: ReturnType<typeof part>[]): string =>
  groupsOf(parts)
    .map((group) => `${group.not ? '!' : ''}(${group.parts.map(({ name }) => name).join('|')})`)
    .join('&');

test('or binds to what stands right before it', () => {
  const parts = [
    part('and', 'a'),
    part('or', 'b'),
    part('and', 'c'),
    part('not', 'd'),
    part('or', 'e'),
  ];
  expect(shape(parts)).toBe('(a|b)&(c)&!(d|e)');
});

test('the first part leads, whatever joint it was left with when the one before it was taken away', () => {
  expect(shape([part('not', 'a'), part('and', 'b')])).toBe('(a)&(b)');
  expect(shape([part('or', 'a')])).toBe('(a)');
  expect(shape([])).toBe('');
});

test('the engine is asked for the same groups', () => {
  const parts = [part('and', 'a'), part('not', 'b')];
  expect(clausesOf(parts, ({ name }) => ({ tag: name, below: true }))).toEqual([
    { not: false, any: [{ tag: 'a', below: true }] },
    { not: true, any: [{ tag: 'b', below: true }] },
  ]);
});
