import type { TFunction } from 'i18next';
import { create } from 'zustand';
import type { ImportItem, Job } from '#contract/job.ts';

interface RunState {
  /** The case that the run is of. */
  handle: string;
  job: Job | null;
  /** What became of each dossier so far, in the order in which that was told. */
  items: readonly ImportItem[];
  /** Where they go; empty when the page was loaded after it had begun. */
  folder: string;
  /** The run is looked at. */
  open: boolean;
}

const none: Omit<RunState, 'handle'> = { job: null, items: [], folder: '', open: false };

/** The run of many dossiers that was begun last. It goes on while one looks at something else. */
export const useRun = create<RunState>(() => ({ handle: '', ...none }));

/** Makes room for the next run. */
export function forgetRun(): void {
  useRun.setState({ job: null, items: [], folder: '' });
}

/** Begins with no run when another case is opened. */
export function beginRuns(handle: string): void {
  if (useRun.getState().handle !== handle) useRun.setState({ handle, ...none });
}

/** What is known of the dossiers once more was told. One that was made is told by its file, one that was not by its subject. */
export function withTold(items: readonly ImportItem[], told: readonly ImportItem[]): ImportItem[] {
  const known = new Map(items.map((item) => [item.path, item]));
  for (const item of told) if (item.outcome !== 'waiting') known.set(item.path, item);
  return [...known.values()];
}

/** How many were made, failed and were not begun. */
export function countedIn(
  items: readonly ImportItem[],
): Record<'made' | 'failed' | 'cancelled', number> {
  const of = (outcome: ImportItem['outcome']): number =>
    items.filter((item) => item.outcome === outcome).length;
  return { made: of('made'), failed: of('failed'), cancelled: of('cancelled') };
}

/** What a run came to, in words. */
export function runWords(items: readonly ImportItem[], t: TFunction): string {
  const { made, failed, cancelled } = countedIn(items);
  return [
    t('dossier.run.made', { count: made }),
    failed > 0 ? t('dossier.run.failed', { count: failed }) : '',
    cancelled > 0 ? t('dossier.run.cancelled', { count: cancelled }) : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}
