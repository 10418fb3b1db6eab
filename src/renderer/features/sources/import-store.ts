import { create } from 'zustand';
import type { TransferProgress } from '#contract/bridge.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';

/** One file of an import as the panel shows it. */
export interface ImportLine {
  path: string;
  name: string;
  item: ImportItem | null;
}

/**
 * Where an import stands. `chosen`: files are there, and a person can still say where they come from; `copying`: they are
 * being handed to the host; `running` and `ended`: the engine's job, which goes on without this window.
 */
interface ImportState {
  phase: 'none' | 'chosen' | 'copying' | 'running' | 'ended';
  open: boolean;
  /** Files dropped on the page, to be handed to the host when the import begins. */
  files: readonly File[];
  lines: readonly ImportLine[];
  copying: TransferProgress | null;
  job: Omit<Job, 'items'> | null;
  error: unknown;
  provenance: ProvenanceChanges;
}

const nothing: ImportState = {
  phase: 'none',
  open: false,
  files: [],
  lines: [],
  copying: null,
  job: null,
  error: null,
  provenance: {},
};

export const useImport = create<ImportState>(() => nothing);

/** The job whose end a person has seen, so that it is not shown again. */
const seenKey = 'legajo.job-seen';

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Shows what would be imported. While an import is under way nothing is added to it. */
export function offerImport(
  given: { paths: readonly string[] } | { files: readonly File[] },
): void {
  const { phase } = useImport.getState();
  if (phase === 'copying' || phase === 'running') {
    useImport.setState({ open: true });
    return;
  }
  const lines =
    'paths' in given
      ? given.paths.map((path) => ({ path, name: baseName(path), item: null }))
      : given.files.map((file, index) => ({ path: String(index), name: file.name, item: null }));
  if (lines.length === 0) return;
  useImport.setState({
    ...nothing,
    phase: 'chosen',
    open: true,
    lines,
    files: 'files' in given ? given.files : [],
  });
}

/** Takes in what a watched job tells: its state, and the fate of files since the last event. */
export function applyJob(state: Pick<ImportState, 'lines'>, job: Job): Partial<ImportState> {
  const { items, ...rest } = job;
  const fates = new Map(items.map((item) => [item.path, item]));
  const known = new Set(state.lines.map((line) => line.path));
  const lines = state.lines.map((line) => {
    const item = fates.get(line.path);
    return item === undefined ? line : { ...line, name: item.name, item };
  });
  const added = items
    .filter((item) => !known.has(item.path))
    .map((item) => ({ path: item.path, name: item.name, item }));
  return {
    lines: added.length === 0 ? lines : [...lines, ...added],
    job: rest,
    phase: rest.state === 'running' ? 'running' : 'ended',
  };
}

export function dismissImport(): void {
  const { phase, job } = useImport.getState();
  // What is under way goes on; only the panel closes.
  if (phase === 'copying' || phase === 'running') {
    useImport.setState({ open: false });
    return;
  }
  if (job !== null) sessionStorage.setItem(seenKey, job.id);
  useImport.setState(nothing);
}

/** The job of this case that a reloaded page shows again: the latest, until its result was seen and closed. */
export function unseenJob(jobs: readonly Job[]): Job | null {
  const latest = jobs.findLast(({ kind }) => kind === 'import');
  return latest === undefined || latest.id === sessionStorage.getItem(seenKey) ? null : latest;
}

export function forgetImport(): void {
  useImport.setState(nothing);
}
