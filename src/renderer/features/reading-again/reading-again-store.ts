import { create } from 'zustand';
import type { ImportItem, Job } from '#contract/job.ts';

/** Sources that are to be read again, the job that does it, and what became of each so far. */
interface ReadingAgain {
  open: boolean;
  ids: readonly string[];
  job: Omit<Job, 'items'> | null;
  items: readonly ImportItem[];
}

const nothing: ReadingAgain = { open: false, ids: [], job: null, items: [] };

export const useReadingAgain = create<ReadingAgain>(() => nothing);

/** Shows the form for these sources; or the job, while one is under way. */
export function offerReadingAgain(ids: readonly string[]): void {
  if (useReadingAgain.getState().job?.state === 'running') useReadingAgain.setState({ open: true });
  else useReadingAgain.setState({ ...nothing, open: true, ids });
}

/** Takes in what is told of the job: its state, and what became of sources since it was told last. */
export function tellJob({ items, ...job }: Job): void {
  useReadingAgain.setState((state) => {
    const known = state.job?.id === job.id ? state.items : [];
    const paths = new Set(items.map(({ path }) => path));
    return { job, items: [...known.filter(({ path }) => !paths.has(path)), ...items] };
  });
}

/** Closes the form or the result; a job that is under way goes on. */
export function leaveReadingAgain(): void {
  const { job } = useReadingAgain.getState();
  if (job?.state === 'running') useReadingAgain.setState({ open: false });
  else useReadingAgain.setState(nothing);
}

export function forgetReadingAgain(): void {
  useReadingAgain.setState(nothing);
}
