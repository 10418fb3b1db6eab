import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HybridClock, readingTime } from './clock.ts';

describe('the hybrid logical clock', () => {
  test('never goes back, whatever the wall clock does and whatever others say', () => {
    const step = fc.record({ wall: fc.nat(2 ** 40), seen: fc.nat(2 ** 40) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let wall = 0;
        const clock = new HybridClock(undefined, () => wall);
        let last = '';
        for (const { wall: now, seen } of steps) {
          wall = now;
          clock.observe(`${seen.toString(16).padStart(12, '0')}-0007`);
          const reading = clock.next();
          expect(reading > last).toBe(true);
          expect(readingTime(reading)).toBeGreaterThanOrEqual(seen);
          last = reading;
        }
      }),
    );
  });

  test('goes on from the last reading it is given', () => {
    const clock = new HybridClock('00000000ffff-0003', () => 1);
    expect(clock.next()).toBe('00000000ffff-0004');
  });

  test('carries into the milliseconds when a millisecond has too many readings', () => {
    const clock = new HybridClock('000000000005-ffff', () => 1);
    expect(clock.next()).toBe('000000000006-0000');
  });

  test('refuses what is not a reading', () => {
    expect(() => new HybridClock('yesterday')).toThrow(RangeError);
  });
});
