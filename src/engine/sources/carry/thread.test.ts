import { afterEach, expect, test } from 'vitest';
import { CarryThread } from './thread.ts';

const threads: CarryThread[] = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

/** Long enough that a thread of its own looks through it. */
const before = Array.from({ length: 12_000 }, (_, at) => `Line ${at} of ${at * 7}.`).join('\n');
const after = `A new first line.\n${before.replace('Line 500 of', 'Line 5oo of')}`;
const words = 'Line 900 of 6300.';
const start = before.indexOf(words);
const span = { start, end: start + words.length };

function started(): CarryThread {
  const thread = new CarryThread();
  threads.push(thread);
  return thread;
}

test('long texts are held against each other in a thread, with what comes of short ones', async () => {
  const thread = started();
  const [place] = await thread.carry(before, after, [span]);
  expect(after.slice(place?.start, place?.end)).toBe(words);
  const [[offer] = []] = await thread.offer(before, after, [span]);
  expect(offer?.start).toBe(place?.start);
  expect(await thread.carry('The van.', 'A: The van.', [{ start: 4, end: 7 }])).toHaveLength(1);
});

test('what is called off is not waited for', async () => {
  const abort = new AbortController();
  const asked = started().carry(before, after, [span], { signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toEqual(expect.objectContaining({ code: 'job.cancelled' }));
});
