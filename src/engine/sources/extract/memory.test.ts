import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryLimit, planMemory } from './memory.ts';

test('the memory for documents is a gibibyte where nobody says otherwise', () => {
  expect(memoryLimit(undefined)).toBe(1024);
  expect(memoryLimit('4096')).toBe(4096);
  for (const nonsense of ['', 'much', '-1', '0', 'NaN', 'Infinity']) {
    expect(memoryLimit(nonsense)).toBe(1024);
  }
  expect(memoryLimit('1')).toBe(256);
});

test('however much there is, the heaps of all workers stay within it, and each is of use', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 256, max: 100_000 }),
      fc.integer({ min: 1, max: 256 }),
      (limit, cores) => {
        const { workers, share, large, inFlight } = planMemory(limit, cores);
        expect(workers).toBeGreaterThanOrEqual(1);
        expect(workers).toBeLessThanOrEqual(4);
        expect(workers * share.heap).toBeLessThan(limit);
        expect(share.heap).toBeGreaterThanOrEqual(192);
        expect(large.heap).toBeLessThan(limit);
        expect(large.heap).toBeGreaterThanOrEqual(share.heap);
        expect(inFlight).toBeLessThanOrEqual((limit / 8) * 1024 * 1024);
        expect(inFlight).toBeGreaterThan(16 * 1024 * 1024);
      },
    ),
  );
});
