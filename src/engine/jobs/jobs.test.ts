import { expect, test, vi } from 'vitest';
import type { ImportItem, Job } from '#contract/job.ts';
import { Estimate } from './estimate.ts';
import { Jobs, type Control, type Progress } from './index.ts';

const item = (path: string, outcome: ImportItem['outcome'] = 'imported'): ImportItem => ({
  name: path,
  path,
  outcome,
  source: null,
  parts: 0,
  error: null,
  warnings: [],
});

/** A job whose work is done by hand. */
function started(kind: Job['kind'] = 'import') {
  const jobs = new Jobs();
  const { promise, resolve } = Promise.withResolvers<void>();
  const { promise: began, resolve: begin } = Promise.withResolvers<{
    progress: Progress;
    signal: AbortSignal;
    control: Control;
  }>();
  const { id } = jobs.start(kind, 'case', 1, async (progress, signal, control) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
    begin({ progress, signal, control });
    await promise;
  });
  return { jobs, id, began, end: resolve };
}

const now = async (jobs: Jobs, id: string): Promise<Job | undefined> =>
  (await jobs.watch(id).next()).value ?? undefined;

test('a job says how far it and each of its files are, in bytes', async () => {
  const { jobs, id, began, end } = started();
  const { progress } = await began;
  progress.counted(3, 1000);
  progress.started(item('a'), 100);
  progress.started(item('b'), 500);
  progress.progressed(item('b'), { done: 3, total: 10, unit: 'pages' });
  expect(await now(jobs, id)).toMatchObject({
    total: 3,
    done: 0,
    bytes: { done: 150, total: 1000 },
    underWay: [
      { path: 'a', done: 0, total: 0 },
      { path: 'b', done: 3, total: 10, unit: 'pages' },
    ],
    left: null,
  });
  progress.settled(item('b'), 500);
  progress.left({ ...item('a/within', 'failed') });
  expect(await now(jobs, id)).toMatchObject({
    done: 1,
    failed: 0,
    bytes: { done: 500, total: 1000 },
    items: [{ path: 'b' }, { path: 'a/within' }],
  });
  end();
  const views = [];
  for await (const view of jobs.watch(id)) views.push(view);
  expect(views.at(-1)).toMatchObject({ state: 'done', underWay: [], current: null });
});

test('a job waits and goes on as a person says, and its watchers see it', async () => {
  const { jobs, id, began, end } = started();
  const { control } = await began;
  const watch = jobs.watch(id);
  expect((await watch.next()).value).toMatchObject({ state: 'running' });
  expect(jobs.pause(id).state).toBe('paused');
  expect(control.gate.closed).toBe(true);
  expect((await watch.next()).value).toMatchObject({ state: 'paused' });
  expect(jobs.resume(id).state).toBe('running');
  expect(control.gate.closed).toBe(false);
  end();
  let last: Job | undefined;
  for await (const view of watch) last = view;
  expect(last).toMatchObject({ state: 'done' });
});

test('however much sixteen files tell, a watcher hears of it ten times a second, of a few files', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { jobs, id, began, end } = started();
    const { progress } = await began;
    const views: Job[] = [];
    const watching = (async () => {
      for await (const view of jobs.watch(id)) views.push(view);
    })();
    const files = Array.from({ length: 16 }, (_, at) => item(`file ${at}`));
    for (const file of files) progress.started(file, 1000);
    for (let passed = 0; passed < 2000; passed += 5) {
      for (const file of files)
        progress.progressed(file, { done: passed, total: 2000, unit: 'bytes' });
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(views.length).toBeGreaterThan(10);
    expect(views.length).toBeLessThanOrEqual(21);
    expect(Math.max(...views.map(({ underWay }) => underWay.length))).toBeLessThan(16);
    end();
    await vi.advanceTimersByTimeAsync(100);
    await watching;
    expect(views.at(-1)).toMatchObject({ state: 'done' });
  } finally {
    vi.useRealTimers();
  }
});

test('dossiers do not wait', async () => {
  const { jobs, id, end } = started('dossiers');
  expect(jobs.pause(id).state).toBe('running');
  end();
});

test('a job that waits is ended when its case is wanted, and knows that no person did it', async () => {
  const { jobs, id, began } = started();
  const { control, signal } = await began;
  jobs.pause(id);
  await jobs.settled('case');
  expect(signal.aborted).toBe(true);
  expect(control.interrupted()).toBe(true);
  expect(await now(jobs, id)).toMatchObject({ state: 'cancelled' });
});

test('a job that a person ends was not interrupted, even when the program ends after that', async () => {
  const { jobs, id, began } = started();
  const { control } = await began;
  jobs.cancel(id);
  await jobs.end();
  expect(control.interrupted()).toBe(false);
});

test('the time left is told by the time worked, and not by the time stood still', () => {
  let clock = 0;
  const estimate = new Estimate(() => clock);
  clock = 1000;
  expect(estimate.left(50, 100)).toBeNull();
  clock = 4000;
  expect(estimate.left(25, 100)).toBe(12_000);
  estimate.pause();
  clock = 100_000;
  expect(estimate.left(25, 100)).toBe(12_000);
  estimate.resume();
  clock = 104_000;
  expect(estimate.left(80, 100)).toBe(2000);
  expect(estimate.left(0, 100)).toBeNull();
  expect(estimate.left(0, 0)).toBeNull();
});
