import { expect, test } from 'vitest';
import { testFolder } from '../testing/index.ts';
import { crashRounds } from './testing/crash.ts';

test('a process killed at fifty random points loses nothing it had acknowledged and leaves nothing half-done', async () => {
  const { acknowledged, lost, findings, recovered } = await crashRounds(testFolder(), 50);
  expect(lost).toEqual([]);
  expect(findings).toEqual([]);
  expect(acknowledged).toBeGreaterThan(50);
  expect(recovered).toBe(50);
}, 600_000);
