import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { testFolder } from '../testing/index.ts';
import { AskedThread } from './index.ts';

interface Answer {
  id: number;
  words: string;
}

// Answers with all it was told and what it is asked; `die` ends it, `wait` keeps it busy for good.
const code = `
  import { parentPort } from 'node:worker_threads';
  let told = '';
  parentPort.on('message', ({ id, words }) => {
    if (id === undefined) told += words;
    else if (words === 'die') throw new Error('dead');
    else if (words === 'wait') for (;;);
    else parentPort.postMessage({ id, words: told + words });
  });`;

const threads: AskedThread<{ words: string }, Answer>[] = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

function started(toldFirst: () => { words: string }[] = () => []) {
  const file = join(testFolder(), 'worker.mjs');
  writeFileSync(file, code);
  const thread = new AskedThread<{ words: string }, Answer>(
    () => file,
    (cause) => new CaseError('internal', { reason: 'lost' }, cause),
    toldFirst,
  );
  threads.push(thread);
  return {
    thread,
    ask: async (words: string, signal?: AbortSignal) => (await thread.ask({ words }, signal)).words,
  };
}
const failing = (code: string) => expect.objectContaining({ code });

test('each question has its own answer', async () => {
  const { ask } = started();
  expect(await Promise.all([ask('a'), ask('b'), ask('c')])).toEqual(['a', 'b', 'c']);
});

test('a thread that dies fails what was asked of it, and the next is told what comes first', async () => {
  const { thread, ask } = started(() => [{ words: 'first, ' }]);
  expect(await ask('a')).toBe('first, a');
  thread.tell({ words: 'then, ' });
  expect(await ask('b')).toBe('first, then, b');
  await expect(ask('die')).rejects.toEqual(failing('internal'));
  expect(await ask('c')).toBe('first, c');
});

test('a thread that is to get ready is told what for before anything is asked, and is not started twice', async () => {
  const { thread, ask } = started(() => [{ words: 'first, ' }]);
  thread.getReady({ words: 'then, ' });
  thread.getReady({ words: 'again, ' });
  expect(await ask('a')).toBe('first, then, a');
  await thread.close();
  expect(await ask('b')).toBe('first, b');
});

test('aborting one question ends the work on it, and what waited behind it is answered', async () => {
  const { ask } = started();
  const abort = new AbortController();
  const busy = ask('wait', abort.signal);
  const behind = ask('a');
  abort.abort();
  await expect(busy).rejects.toEqual(failing('job.cancelled'));
  expect(await behind).toBe('a');
  await expect(ask('b', abort.signal)).rejects.toEqual(failing('job.cancelled'));
});

test('closing cancels what waits', async () => {
  const { thread, ask } = started();
  const busy = ask('wait');
  await Promise.all([expect(busy).rejects.toEqual(failing('job.cancelled')), thread.close()]);
});

test('closing comes to its end though nothing else holds the process and a last answer comes in', () => {
  const folder = testFolder();
  const worker = join(folder, 'worker.mjs');
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, answered }) => {
      parentPort.postMessage({ id });
      Atomics.store(answered, 0, 1);
      Atomics.notify(answered, 0);
    });`,
  );
  // The answer is there, and not yet taken in, when the thread is ended.
  const script = `
    import { AskedThread } from ${JSON.stringify(import.meta.resolve('./asked-thread.ts'))};
    const answered = new Int32Array(new SharedArrayBuffer(4));
    const thread = new AskedThread(() => ${JSON.stringify(worker)}, (cause) => cause);
    await thread.ask({ answered });
    Atomics.store(answered, 0, 0);
    const asked = thread.ask({ answered }).catch(() => 'cancelled');
    Atomics.wait(answered, 0, 0);
    await thread.close();
    console.log(await asked);`;
  const args = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('cancelled\n');
});
