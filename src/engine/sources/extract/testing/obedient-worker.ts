import { parentPort } from 'node:worker_threads';
import { ErrorCode } from '#contract/error.ts';
import type { DocumentInput } from '../document.ts';
import { NO_METADATA } from '../extraction.ts';
import { packSegments, type PackedSegments } from '../packed-segments.ts';
import {
  Claim,
  type HandedExtraction,
  type WorkerAnswer,
  type WorkerMessage,
} from '../worker-protocol.ts';

/**
 * A worker for tests of the pool: the path of a document says what is to happen. `parts:N` has N parts, of which each is
 * its number; `dying:N` likewise, but asking for the third brings the worker down.
 */
const held = new Map<number, { at: number; count: number; dies: boolean }>();

parentPort?.on('message', (message: WorkerMessage) => {
  if (message.want === 'none') {
    held.delete(message.of);
    return;
  }
  const { id, claim } = message;
  if (Atomics.compareExchange(claim, 0, Claim.free, Claim.taken) !== Claim.free) {
    return;
  }
  const answer =
    message.want === 'part' ? part(id, message.of) : read(id, message.input, message.skip, claim);
  Atomics.store(claim, 0, Claim.finished);
  parentPort?.postMessage(answer, []);
});

function part(id: number, of: number): WorkerAnswer {
  const document = held.get(of);
  if (document === undefined || document.at === document.count) return { id, part: null };
  document.at += 1;
  if (document.dies && document.at === 3) process.exit(3);
  const name = String(document.at);
  return { id, part: { name, bytes: Buffer.from(name), mediaType: null, sha256: '' } };
}

function read(
  id: number,
  input: DocumentInput,
  skip: number,
  claim: Int32Array<SharedArrayBuffer>,
): WorkerAnswer {
  const path = 'path' in input ? input.path : `text:${Buffer.from(input.bytes).toString()}`;
  const [act = '', word = ''] = path.split(':');
  switch (act) {
    case 'hang':
      for (;;) wait(1000);
    case 'slow':
      for (let times = Number(word); times > 0; times -= 1) {
        wait(50);
        Atomics.add(claim, 1, 1);
        parentPort?.postMessage({ id, progress: { done: times, total: 0, unit: 'pages' } }, []);
      }
      return { id, ...extraction(word), parts: false };
    case 'hoard':
      return { id, ...extraction(String(hoard(Number(word)).length)), parts: false };
    case 'bloat':
      return { id, ...extraction(String(bloat(Number(word)).length)), parts: false };
    case 'exit':
      process.exit(3);
    case 'parts':
    case 'dying':
      held.set(id, { at: skip, count: Number(word), dies: act === 'dying' });
      return { id, ...extraction(word), parts: true };
    case 'fail':
      return { id, error: { code: ErrorCode.parse(word), details: { path } } };
    default:
      return { id, ...extraction(word), parts: false };
  }
}

/** Takes so many mebibytes of bytes, and its time. */
function bloat(mebibytes: number): Uint8Array[] {
  const kept: Uint8Array[] = [];
  while (kept.length < mebibytes) {
    kept.push(new Uint8Array(1024 * 1024).fill(1));
    wait(5);
  }
  return kept;
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function hoard(most: number): unknown[] {
  const kept: unknown[] = [];
  for (let size = 0; size < most; size += 1) {
    kept.push({ size, more: [size] });
  }
  return kept;
}

function extraction(text: string): { extraction: HandedExtraction; segments: PackedSegments } {
  return {
    segments: packSegments([]),
    extraction: {
      kind: 'text',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      text,
      metadata: NO_METADATA,
      textSha256: '',
      sha256: '',
      byteSize: 0,
      details: null,
      layout: null,
      warnings: [],
    },
  };
}
