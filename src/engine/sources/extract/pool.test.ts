import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type ExtractionLimits } from './extraction.ts';
import { ExtractionPool, type OpenedDocument } from './pool.ts';
import type { DocumentProgress, ReadRequest } from './worker-protocol.ts';

// The worker of these tests does what its task's path says, so that each way to fail can be had at will.
const file = join(import.meta.dirname, 'testing/obedient-worker.ts');

let pool: ExtractionPool | undefined;

afterEach(async () => {
  await pool?.close();
});

function request(path: string, limits: Partial<ExtractionLimits> = {}): ReadRequest {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return { input: { path }, limits: all, settings: {}, passwords: [], skip: 0 };
}

function start({
  size = 1,
  heap = 64,
  outside = 1000,
  more,
  code = file,
}: {
  size?: number;
  heap?: number;
  outside?: number;
  /** What a worker may take that works alone. */
  more?: { heap: number; outside: number };
  code?: string;
} = {}): ExtractionPool {
  pool = new ExtractionPool({
    file: code,
    size,
    share: { heap, outside, alone: more === undefined },
    ...(more === undefined ? {} : { large: { ...more, alone: true } }),
  });
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
  const hungry = run('hoard:Infinity');
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
  const { run } = bound(start({ code: `${file}.none` }));
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
    run: async (path: string, limits: Partial<ExtractionLimits> = {}, signal?: AbortSignal) =>
      (await from.run(request(path, limits), { signal })).extraction,
  };
}

test('a document that is seen to get on has all the time it takes, and says how far it is', async () => {
  const pool = start();
  const told: DocumentProgress[] = [];
  const progress = (now: DocumentProgress) => told.push(now);
  const slow = pool.run(request('slow:40', { milliseconds: 1500 }), { progress });
  await expect(slow).resolves.toMatchObject({ extraction: { text: '40' } });
  expect(told.at(-1)).toEqual({ done: 1, total: 0, unit: 'pages' });
});

test('however it gets on, a document that takes too long in all fails', async () => {
  const { run } = bound(start());
  await expect(run('slow:1000', { overallMilliseconds: 300 })).rejects.toMatchObject({
    code: 'source.timedOut',
    details: { limit: 300 },
  });
});

test('a document that needs more memory than its share has all of it to itself', async () => {
  const { run } = bound(start({ size: 2, more: { heap: 256, outside: 1000 } }));
  const hungry = run('hoard:1000000');
  const beside = Array.from({ length: 20 }, (_, index) => run(`text:${index}`));
  await expect(hungry).resolves.toMatchObject({ text: '1000000' });
  await expect(Promise.all(beside)).resolves.toHaveLength(20);
  await expect(run('hoard:Infinity')).rejects.toMatchObject({ code: 'source.failed' });
  await expect(run('text:after')).resolves.toMatchObject({ text: 'after' });
});

test('memory outside of the heap is bounded likewise', async () => {
  const { run } = bound(start({ outside: 50, more: { heap: 64, outside: 400 } }));
  await expect(run('bloat:200')).resolves.toMatchObject({ text: '200' });
  await expect(run('bloat:2000')).rejects.toMatchObject({
    code: 'source.failed',
    details: { path: 'bloat:2000' },
  });
  await expect(run('text:after')).resolves.toMatchObject({ text: 'after' });
});

test('what is within a document is handed out one at a time', async () => {
  const opened = await start().run(request('parts:5'));
  expect(await names(opened)).toEqual(['1', '2', '3', '4', '5']);
});

test('what is within a document is handed out whatever happens to others meanwhile', async () => {
  const pool = start();
  const opened = await pool.run(request('parts:9'));
  const seen: string[] = [];
  for await (const part of opened.parts ?? []) {
    seen.push(part.name);
    if (seen.length === 2) await pool.run(request('exit')).catch(() => undefined);
    if (seen.length === 5) pool.run(request('hang', { milliseconds: 500 })).catch(() => undefined);
  }
  expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
});

test('documents within documents within documents do not wait for each other', async () => {
  const pool = start();
  const seen: string[] = [];
  const descend = async (depth: number): Promise<void> => {
    const opened = await pool.run(request('parts:2'));
    for await (const { name } of opened.parts ?? []) {
      seen.push(`${depth}:${name}`);
      if (depth < 4) await descend(depth + 1);
    }
  };
  await descend(1);
  expect(seen).toHaveLength(2 + 4 + 8 + 16);
});

test('a part that brings the worker down ends its document, and what came before it stands', async () => {
  const pool = start();
  const opened = await pool.run(request('dying:5'));
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { name } of opened.parts ?? []) seen.push(name);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'source.failed' });
  expect(seen).toEqual(['1', '2']);
  await expect(pool.run(request('text:next'))).resolves.toMatchObject({ parts: null });
});

test('bytes are read as files are', async () => {
  const input = { name: 'a.txt', bytes: Buffer.from('words') };
  const opened = await start().run({ ...request(''), input });
  expect(opened.extraction.text).toBe('words');
});

async function names({ parts }: OpenedDocument): Promise<string[]> {
  const seen: string[] = [];
  for await (const { name } of parts ?? []) seen.push(name);
  return seen;
}
