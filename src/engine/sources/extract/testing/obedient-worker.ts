import { parentPort } from 'node:worker_threads';
import { ErrorCode } from '#contract/error.ts';
import { NO_METADATA, type Extraction } from '../extraction.ts';
import { Claim, type ExtractionAnswer, type ExtractionTask } from '../worker-protocol.ts';

/** A worker for tests of the pool: the path of a task says what is to happen. */
parentPort?.on('message', ({ id, path, claim }: ExtractionTask) => {
  if (Atomics.compareExchange(claim, 0, Claim.free, Claim.taken) !== Claim.free) {
    return;
  }
  const [act = '', word = ''] = path.split(':');
  let answer: ExtractionAnswer;
  switch (act) {
    case 'hang':
      for (;;) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
      }
    case 'hoard':
      answer = { id, extraction: extraction(String(hoard().length)) };
      break;
    case 'exit':
      process.exit(3);
      return;
    case 'fail':
      answer = { id, error: { code: ErrorCode.parse(word), details: { path } } };
      break;
    default:
      answer = { id, extraction: extraction(word) };
  }
  Atomics.store(claim, 0, Claim.finished);
  parentPort?.postMessage(answer, []);
});

function hoard(): unknown[] {
  const kept: unknown[] = [];
  for (let size = 0; ; size += 1) {
    kept.push({ size, more: [size] });
  }
}

function extraction(text: string): Extraction {
  return {
    kind: 'text',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    text,
    segments: [],
    metadata: NO_METADATA,
    textSha256: '',
    sha256: '',
    byteSize: 0,
    details: null,
    layout: null,
    warnings: [],
  };
}
