import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createEngine } from '#engine/engine.ts';
import { Prose } from './prose.ts';

/*
 * Imports a folder through the engine while it is asked what windows ask, in a process that has done nothing else, so
 * that its memory is that of the work: `import-at-work-child.ts CASE FOLDER SEED` prints JSON.
 */

/** Milliseconds between two times at which all is asked. */
const every = 50;
/** Milliseconds for which the case at rest is asked. */
const restTime = 10_000;

const [path = '', folder = '', seed = '0'] = process.argv.slice(2);
const engine = createEngine({ configFolder: join(dirname(path), 'settings'), version: '0.0.0' });
const client = createRouterClient(engine.router);
const prose = new Prose(Number(seed));
const { handle } = await client.cases.create({ path, title: 'Import', reference: '' });

const asked: Record<string, () => Promise<unknown>> = {
  'sources.list': () => client.sources.list({ handle, limit: 100, descending: true }),
  'search.query': () => client.search.query({ handle, query: prose.word(3000) }),
  'entities.list': () => client.entities.list({ handle }),
};

/** Asks each of them, again and again, at times of its own, until it is stopped. */
function asking(): { waits: Record<string, number[]>; stop(): Promise<void> } {
  const waits: Record<string, number[]> = {};
  const questions = Object.entries(asked);
  const stops = questions.map(([name, ask], at) =>
    repeated((at * every) / questions.length, ask, (waits[name] = [])),
  );
  return {
    waits,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

/**
 * Asks one question at even times. A wait is counted from when the question was due, not from when it was heard; what was
 * due while nothing could be heard is asked once and not several times, as a window does.
 */
function repeated(after: number, ask: () => Promise<unknown>, waits: number[]) {
  const under = new Set<Promise<void>>();
  let due = performance.now() + after;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    timer = setTimeout(next, Math.max(0, due - performance.now()));
  };
  const next = (): void => {
    const from = due;
    const answer = ask().then(() => {
      waits.push(performance.now() - from);
    });
    under.add(answer);
    void answer.then(() => under.delete(answer));
    due = Math.max(due + every, performance.now());
    wait();
  };
  wait();
  return async (): Promise<void> => {
    clearTimeout(timer);
    await Promise.all(under);
  };
}

const begun = performance.now();
const job = await client.jobs.startImport({ handle, paths: [folder] });
const windows = asking();
let [events, imported, failed] = [0, 0, 0];
for await (const view of await client.jobs.watch({ job: job.id })) {
  events += 1;
  for (const { outcome } of view.items) {
    if (outcome === 'imported') imported += 1;
    if (outcome === 'failed') failed += 1;
  }
}
const milliseconds = performance.now() - begun;
await windows.stop();
const atWork = windows.waits;
const { total: sources } = await client.sources.list({ handle, limit: 1 });
// Kilobytes, whatever the system.
const megabytes = process.resourceUsage().maxRSS / 1024;

const quiet = asking();
await new Promise((resolve) => setTimeout(resolve, restTime));
await quiet.stop();
const atRest = quiet.waits;
await engine.close();
console.log(
  JSON.stringify({ milliseconds, events, imported, failed, sources, megabytes, atWork, atRest }),
);
