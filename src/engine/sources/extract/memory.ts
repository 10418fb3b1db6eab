import { availableParallelism } from 'node:os';
import type { WorkerShare } from './pool-worker.ts';

/** How the memory that documents may take, all at once, is shared out. */
export interface MemoryPlan {
  /** Workers at most. */
  readonly workers: number;
  /** What one of them may take. */
  readonly share: WorkerShare;
  /** What one may take for a document that needs more, while all others rest. */
  readonly large: WorkerShare;
  /** Bytes of documents within others that are held at a time. */
  readonly inFlight: number;
}

const MEBIBYTE = 1024 * 1024;
/** Mebibytes that reading may take where nobody says otherwise, and that it takes at least. */
const USUAL = 1024;
const LEAST = 256;
/** Mebibytes of heap below which a worker is of little use. */
const LEAST_HEAP = 192;

/**
 * The memory that reading documents may take, in mebibytes: as `LEGAJO_MEMORY` says, else 1,024.
 *
 * @param said the value of `LEGAJO_MEMORY`
 */
export function memoryLimit(said: string | undefined = process.env['LEGAJO_MEMORY']): number {
  const mebibytes = Number(said);
  return said === undefined || !Number.isFinite(mebibytes) || mebibytes <= 0
    ? USUAL
    : Math.max(LEAST, Math.floor(mebibytes));
}

/**
 * Three quarters of the memory are the heaps of the workers, as many as the computer has cores beside that of the engine,
 * four at most; none is ever full all at once, and most of what a document takes is either in the heap or outside of it.
 *
 * @param limit mebibytes
 */
export function planMemory(limit: number, cores = availableParallelism()): MemoryPlan {
  const heaps = Math.floor(limit * 0.75);
  const wanted = Math.max(2, Math.min(4, cores - 1));
  const workers = Math.max(1, Math.min(wanted, Math.floor(heaps / LEAST_HEAP)));
  return {
    workers,
    share: { heap: Math.floor(heaps / workers), outside: Math.floor(limit / 2), alone: false },
    large: { heap: heaps, outside: limit, alone: true },
    inFlight: Math.floor(limit / 8) * MEBIBYTE,
  };
}
