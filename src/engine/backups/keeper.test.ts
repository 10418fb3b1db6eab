import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupPlan } from '#contract/settings.ts';
import { createTag } from '../annotations/index.ts';
import { testCase, testFolder } from '../testing/index.ts';
import { BackupFolder } from './folder.ts';
import { BackupKeeper } from './keeper.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function kept(plan: Partial<BackupPlan> = {}, folder?: BackupFolder) {
  const store = testCase();
  const place = folder ?? new BackupFolder(join(testFolder(), 'backups'), true);
  const whole = { everyMinutes: 60, keepHours: 24, keepDays: 7, keepWeeks: 4, ...plan };
  const keeper = new BackupKeeper(store, { plan: () => whole, folder: () => place });
  let name = 0;
  const change = () => {
    name += 1;
    const tag = { parent: null, color: '#336699', description: '', inclusion: '', exclusion: '' };
    createTag(store, { name: `tag ${name}`, ...tag });
  };
  /** Lets time go by, and what falls due in it be done. */
  const pass = async (minutes: number) => {
    await vi.advanceTimersByTimeAsync(minutes * minute);
    while (keeper.status().running) await new Promise((resolve) => setImmediate(resolve));
  };
  const count = () => keeper.list().length;
  return { store, keeper, change, pass, count };
}

describe('the schedule', () => {
  test('backs a case up once an hour while it changes, and not while it does not', async () => {
    const { change, pass, count, keeper } = kept();
    await pass(59);
    expect(count()).toBe(0);
    await pass(2);
    expect(count()).toBe(1);
    expect(keeper.status()).toMatchObject({ changedSince: false, last: { reason: 'schedule' } });
    await pass(300);
    expect(count()).toBe(1);
    change();
    expect(keeper.status().changedSince).toBe(true);
    await pass(1);
    expect(count()).toBe(2);
    for (let quarter = 0; quarter < 8; quarter += 1) {
      change();
      await pass(15);
    }
    expect(count()).toBe(4);
  });

  test('goes on after a failure, which it tells, and work goes on meanwhile', async () => {
    const { change, pass, count, keeper } = kept({}, new BackupFolder('/nowhere/at/all', false));
    await pass(61);
    expect(count()).toBe(0);
    expect(keeper.status().failure).toMatchObject({ error: { code: 'file.notFound' } });
    const first = keeper.status().failure?.at;
    change();
    await pass(11);
    expect(keeper.status().failure?.at).not.toBe(first);
  });

  test('never begins when the plan says so, nor after the case is closed', async () => {
    const never = kept({ everyMinutes: 0 });
    never.change();
    await never.pass(1000);
    expect(never.count()).toBe(0);
    const closed = kept();
    closed.change();
    await closed.keeper.end();
    const { folder } = closed.keeper.status();
    closed.store.close();
    await vi.advanceTimersByTimeAsync(1000 * minute);
    expect(new BackupFolder(folder, true).list()).toHaveLength(1);
  });
});
