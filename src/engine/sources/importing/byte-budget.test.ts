import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteBudget } from './byte-budget.ts';

test('never more is held than there is, and everybody has its turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.nat(300), { maxLength: 40 }),
      fc.scheduler(),
      async (most, wanted, scheduler) => {
        const budget = new ByteBudget(most);
        let held = 0;
        let served = 0;
        const all = wanted.map(async (bytes) => {
          const release = await budget.acquire(bytes);
          held += Math.min(bytes, most);
          expect(held).toBeLessThanOrEqual(most);
          await scheduler.schedule(Promise.resolve());
          held -= Math.min(bytes, most);
          served += 1;
          release();
          release();
        });
        await scheduler.waitFor(Promise.all(all));
        expect(served).toBe(wanted.length);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is taken without asking is waited for', async () => {
  const budget = new ByteBudget(10);
  const release = budget.take(15);
  let granted = false;
  const waiting = budget.acquire(1).then((give) => {
    granted = true;
    give();
  });
  await Promise.resolve();
  expect(granted).toBe(false);
  release();
  await waiting;
  expect(granted).toBe(true);
});
