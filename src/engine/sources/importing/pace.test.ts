import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const one = Pace.workOf(4000, 4000);

/** Documents that are written together when all take so long. */
function together(pace: Pace): number {
  for (let count = 1; ; count += 1) if (pace.isEnough(count * one)) return count;
}

test('a slow case file is given fewer documents at a time, and a fast one more', () => {
  const [slow, fast] = [new Pace(), new Pace()];
  const before = together(slow);
  for (let round = 0; round < 20; round += 1) {
    slow.took(10 * one, 10 * 8);
    fast.took(100 * one, 100 * 0.2);
  }
  expect(together(slow)).toBeLessThan(before);
  expect(together(fast)).toBeGreaterThan(before);
  expect(together(fast)).toBeGreaterThanOrEqual(190);
});

test('however slow it is, some go together, and one time that was long is soon forgotten', () => {
  const pace = new Pace();
  const before = together(pace);
  pace.took(20 * one, 100_000);
  expect(together(pace)).toBeGreaterThanOrEqual(5);
  for (let round = 0; round < 20; round += 1) pace.took(20 * one, 20);
  expect(together(pace)).toBeGreaterThanOrEqual(before - 5);
  for (let round = 0; round < 50; round += 1) pace.took(20 * one, 100_000);
  expect(together(pace)).toBeGreaterThanOrEqual(5);
});
