import { create } from 'zustand';
import type { ImportItem, Job } from '#contract/job.ts';

interface RunState {
  /** The case that the run is of. */
  handle: string;
  job: Job | null;
  /** What became of each dossier so far, in the order in which that was told. */
  items: readonly ImportItem[];
  folder: string;
}

/** The run of many dossiers that was begun last. It goes on while one looks at something else. */
export const useRun = create<RunState>(() => ({ handle: '', job: null, items: [], folder: '' }));

/** The run as the engine tells of it: the items of each event replace those of the same file. */
export function withJob(items: readonly ImportItem[], job: Job): ImportItem[] {
  const told = new Map(items.map((item) => [keyOf(item), item]));
  for (const item of job.items) told.set(keyOf(item), item);
  return [...told.values()];
}

function keyOf({ name, path }: ImportItem): string {
  return `${path}\n${name}`;
}

/** How many were made, failed and are still to come. */
export function countedIn(items: readonly ImportItem[]): {
  made: number;
  failed: number;
  cancelled: number;
} {
  const of = (outcome: ImportItem['outcome']): number =>
    items.filter((item) => item.outcome === outcome).length;
  const failed = of('failed');
  const cancelled = of('cancelled');
  return { failed, cancelled, made: items.length - failed - cancelled - of('waiting') };
}
