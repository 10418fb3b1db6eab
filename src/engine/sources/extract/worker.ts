import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { CaseError, type CaseErrorData } from '#contract/error.ts';
import { readDocument, type ReadDocument } from './document.ts';
import type { DocumentPart } from './extraction.ts';
import { packSegments } from './packed-segments.ts';
import {
  Claim,
  type DocumentProgress,
  type HandedPart,
  type WorkerAnswer,
  type WorkerMessage,
  type WorkerTask,
} from './worker-protocol.ts';

/** Entry of the extraction worker: one document after another, each answered with its extraction or its error. */

/** Milliseconds between two messages about how far a document is. */
const PROGRESS_INTERVAL = 200;

// Parsers write notes about a document's faults to the console, which would reach the output of the command line.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[method] = () => {};
}

// Parsers leave promises of their own behind that nobody waits for; pdf.js does on damaged files. What a document came to
// is what its parser answers, and a thread that ended for it would take what it holds for others along.
process.on('unhandledRejection', () => {});

/** The task at hand, and when it last told how far it is. */
let current: WorkerTask | undefined;
let told = 0;

/** Tells how far the task at hand is: reading a document, or one of its parts. */
function progress(done: number, total: number, unit: DocumentProgress['unit']): void {
  if (current === undefined) return;
  Atomics.add(current.claim, 1, 1);
  const now = performance.now();
  if (now - told < PROGRESS_INTERVAL) return;
  told = now;
  parentPort?.postMessage({ id: current.id, progress: { done, total, unit } }, []);
}

/** Documents that were read and whose parts are still to be handed out, by the number of their task. */
const held = new Map<number, ReadDocument>();

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: WorkerMessage) => {
  last = last.then(() => (message.want === 'none' ? dropped(message.of) : work(message)));
});

async function work(task: WorkerTask): Promise<void> {
  if (Atomics.compareExchange(task.claim, 0, Claim.free, Claim.taken) !== Claim.free) {
    return;
  }
  current = task;
  told = 0;
  const answer = await answerTo(task);
  current = undefined;
  Atomics.store(task.claim, 0, Claim.finished);
  try {
    parentPort?.postMessage(answer, handedOver(answer));
  } catch (cause) {
    // What cannot be handed over is a fault of its document; what waits behind it must be worked on.
    parentPort?.postMessage({ id: task.id, error: errorData(task, cause) }, []);
  }
}

/** What of an answer goes over to the other thread instead of being copied. */
function handedOver(answer: WorkerAnswer): ArrayBuffer[] {
  if ('segments' in answer) return [answer.segments.buffer];
  const bytes = 'part' in answer && answer.part !== null && 'bytes' in answer.part;
  const buffer = bytes ? answer.part.bytes.buffer : undefined;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

async function answerTo(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    return task.want === 'document' ? await readTask(task) : await nextPart(task.id, task.of);
  } catch (cause) {
    return { id: task.id, error: errorData(task, cause) };
  }
}

async function readTask(task: WorkerTask & { want: 'document' }): Promise<WorkerAnswer> {
  const { id, input, limits, settings, passwords, skip } = task;
  const read = await readDocument(input, { limits, settings, passwords, progress });
  const { parts } = read;
  const { segments, ...extraction } = read.extraction;
  const answer = { id, extraction, segments: packSegments(segments) };
  if (parts === null) {
    read[Symbol.dispose]();
    return { ...answer, parts: false };
  }
  held.set(id, read);
  try {
    for (let passed = 0; passed < skip; passed += 1) {
      await parts.next();
      Atomics.add(task.claim, 1, 1);
    }
  } catch (error) {
    await dropped(id);
    throw error;
  }
  return { ...answer, parts: true };
}

async function nextPart(id: number, of: number): Promise<WorkerAnswer> {
  const next = await held.get(of)?.parts?.next();
  if (next === undefined || next.done === true) {
    await letGo(of);
    return { id, part: null };
  }
  return { id, part: 'bytes' in next.value ? handed(next.value) : next.value };
}

/** Bytes that nobody else has a part of can go over to another thread instead of being copied. */
function handed(part: DocumentPart): HandedPart {
  const { buffer } = part.bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === part.bytes.byteLength;
  const bytes = whole ? new Uint8Array(buffer) : new Uint8Array(part.bytes);
  return { ...part, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Lets go of a document that nobody wants any more: that this does not go well is no matter to the next. */
async function dropped(of: number): Promise<void> {
  await letGo(of).catch(() => undefined);
}

async function letGo(of: number): Promise<void> {
  const read = held.get(of);
  held.delete(of);
  if (read === undefined) return;
  try {
    await read.parts?.return?.();
  } finally {
    read[Symbol.dispose]();
  }
}

function errorData(task: WorkerTask, cause: unknown): CaseErrorData {
  const path = task.want === 'document' ? pathOf(task) : undefined;
  const about = path === undefined ? {} : { path };
  if (cause instanceof CaseError) {
    return { code: cause.code, details: { ...about, ...cause.details } };
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code: 'source.failed', details: { ...about, reason } };
}

function pathOf({ input }: WorkerTask & { want: 'document' }): string {
  return 'path' in input ? input.path : input.name;
}
