import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './extraction.ts';
import { ExtractionPool } from './pool.ts';

// The worker of these tests does what its task's path says, so that each way to fail can be had at will.
const file = join(import.meta.dirname, 'testing/obedient-worker.ts');

let pool: ExtractionPool | undefined;

afterEach(async () => {
  await pool?.close();
});

function start(options: { size?: number; heap?: number; file?: string } = {}): ExtractionPool {
  pool = new ExtractionPool({ file, size: 1, heap: 64, ...options });
  return pool;
}

test('answers reach their own callers, errors included', async () => {
  const { run } = bound(start({ size: 2 }));
  const asked = Array.from({ length: 60 }, (_, index) => `text:number ${index}`);
  const answers = await Promise.all(asked.map((path) => run(path)));
  expect(answers.map(({ text }) => `text:${text}`)).toEqual(asked);
  await expect(run('fail:source.noText')).rejects.toMatchObject({
    code: 'source.noText',
    details: { path: 'fail:source.noText' },
  });
});

test('a document that takes too long fails alone; the ones behind it are extracted', async () => {
  const { run } = bound(start());
  const slow = run('hang', { milliseconds: 1 });
  const behind = Array.from({ length: 5 }, (_, index) => run(`text:${index}`));
  await expect(slow).rejects.toMatchObject({
    code: 'source.timedOut',
    details: { path: 'hang', limit: 1 },
  });
  await expect(Promise.all(behind)).resolves.toHaveLength(5);
});

test('a document that takes too much memory fails alone; the ones behind it are extracted', async () => {
  const { run } = bound(start());
  const hungry = run('hoard');
  const behind = run('text:next');
  await expect(hungry).rejects.toMatchObject({ code: 'source.failed' });
  await expect(behind).resolves.toMatchObject({ text: 'next' });
});

test('a document that ends its worker fails alone', async () => {
  const { run } = bound(start());
  const fatal = run('exit');
  const behind = run('text:next');
  await expect(fatal).rejects.toMatchObject({ code: 'source.failed' });
  await expect(behind).resolves.toMatchObject({ text: 'next' });
});

test('what waits behind a slow document goes to a worker that has nothing to do', async () => {
  const { run } = bound(start({ size: 2 }));
  const cancel = new AbortController();
  const slow = run('hang', {}, cancel.signal);
  const others = Array.from({ length: 30 }, (_, index) => run(`text:${index}`));
  await expect(Promise.all(others)).resolves.toHaveLength(30);
  cancel.abort();
  await expect(slow).rejects.toMatchObject({ code: 'job.cancelled' });
});

test('an aborted document is given up at once, and its worker is free again', async () => {
  const { run } = bound(start());
  const cancel = new AbortController();
  const slow = run('hang', {}, cancel.signal);
  const waiting = run('text:waiting', {}, cancel.signal);
  cancel.abort();
  await expect(slow).rejects.toMatchObject({ code: 'job.cancelled' });
  await expect(waiting).rejects.toMatchObject({ code: 'job.cancelled' });
  await expect(run('text:later', {}, cancel.signal)).rejects.toMatchObject({
    code: 'job.cancelled',
  });
  await expect(run('text:after')).resolves.toMatchObject({ text: 'after' });
});

test('a worker that cannot start fails its documents rather than starting for ever', async () => {
  const { run } = bound(start({ file: `${file}.none` }));
  await expect(run('text:any')).rejects.toMatchObject({ code: 'source.failed' });
});

test('closing fails what is under way and what waits', async () => {
  const closing = start();
  const { run } = bound(closing);
  const all = [run('hang'), ...Array.from({ length: 20 }, () => run('text:x'))];
  const outcomes = Promise.allSettled(all);
  await closing.close();
  expect(new Set((await outcomes).map(({ status }) => status))).toEqual(new Set(['rejected']));
  await expect(run('text:late')).rejects.toMatchObject({ code: 'job.cancelled' });
});

function bound(from: ExtractionPool) {
  return {
    run: (path: string, limits: { milliseconds?: number } = {}, signal?: AbortSignal) =>
      from.run(path, { ...DEFAULT_LIMITS, ...limits }, signal),
  };
}
