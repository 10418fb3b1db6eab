import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesToKeep } from './policy.ts';

const hour = 3_600_000;
const day = 24 * hour;
const plan = { keepHours: 24, keepDays: 7, keepWeeks: 4 };
const now = Date.UTC(2026, 10, 18, 15, 30);
const dayOf = (time: number) => Math.floor(time / day);
const weekOf = (time: number) => Math.floor((time / day + 3) / 7);

const plans = fc.record({
  keepHours: fc.integer({ min: 1, max: 48 }),
  keepDays: fc.integer({ min: 0, max: 14 }),
  keepWeeks: fc.integer({ min: 0, max: 8 }),
});
const past = fc.array(fc.integer({ min: now - 100 * day, max: now }), { maxLength: 80 });

describe('the backups that are kept', () => {
  test('are by default one an hour of a day, one a day of a week, one a week of four weeks', () => {
    const everyHalfHour = Array.from({ length: 100 * 48 }, (_, at) => now - at * 0.5 * hour);
    const kept = [...timesToKeep(everyHalfHour, plan, now)].toSorted((a, b) => b - a);
    const ages = kept.map((time) => (now - time) / hour);
    expect(ages.filter((age) => age < 24)).toHaveLength(24);
    expect(new Set(kept.map(dayOf)).size).toBe(9);
    expect(new Set(kept.map(weekOf))).toEqual(
      new Set([0, 1, 2, 3].map((weeks) => weekOf(now) - weeks)),
    );
  });

  test('always have the newest among them, are some of those there were, and few', () => {
    fc.assert(
      fc.property(past, plans, (times, some) => {
        const kept = timesToKeep(times, some, now);
        for (const time of kept) expect(times).toContain(time);
        expect(times.length === 0 || kept.has(Math.max(...times))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(1 + some.keepHours + some.keepDays + some.keepWeeks);
      }),
    );
  });

  test('are the same whether one clears away once or after every backup', () => {
    fc.assert(
      fc.property(past, plans, (times, some) => {
        let left: number[] = [];
        for (const time of times.toSorted((a, b) => a - b)) {
          left = [...timesToKeep([...left, time], some, time)];
        }
        const once = timesToKeep(times, some, now);
        expect(timesToKeep(left, some, now)).toEqual(once);
      }),
    );
  });

  test('include those of a clock that ran ahead', () => {
    expect(timesToKeep([now + 2 * day, now + day, now], plan, now)).toEqual(
      new Set([now + 2 * day, now + day, now]),
    );
  });
});
