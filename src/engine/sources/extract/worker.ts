import { parentPort } from 'node:worker_threads';
import { CaseError, type CaseErrorData } from '#contract/error.ts';
import { readDocument } from './document.ts';
import { Claim, type ExtractionAnswer, type ExtractionTask } from './worker-protocol.ts';

/** Entry of the extraction worker: one document after another, each answered with its extraction or its error. */

// Parsers write notes about a document's faults to the console, which would reach the output of the command line.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[method] = () => {};
}

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: ExtractionTask) => {
  last = last.then(() => work(task));
});

async function work(task: ExtractionTask): Promise<void> {
  if (Atomics.compareExchange(task.claim, 0, Claim.free, Claim.taken) !== Claim.free) {
    return;
  }
  const answer = await answerTo(task);
  Atomics.store(task.claim, 0, Claim.finished);
  parentPort?.postMessage(answer, []);
}

async function answerTo({ id, path, limits }: ExtractionTask): Promise<ExtractionAnswer> {
  try {
    const options = { limits, settings: {}, passwords: [], progress: () => {} };
    using read = await readDocument({ path }, options);
    return { id, extraction: read.extraction };
  } catch (cause) {
    return { id, error: errorData(path, cause) };
  }
}

function errorData(path: string, cause: unknown): CaseErrorData {
  if (cause instanceof CaseError) {
    return { code: cause.code, details: { path, ...cause.details } };
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code: 'source.failed', details: { path, reason } };
}
