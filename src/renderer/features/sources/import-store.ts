import { create } from 'zustand';
import type { TransferProgress } from '#contract/bridge.ts';
import type { CustodyWords } from '#contract/custody.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import { linesToTryAgain, type Shown } from './import-results.ts';
import type { NamedSource } from './SourceField.tsx';

/** One file of an import as the panel shows it. */
export interface ImportLine {
  path: string;
  name: string;
  item: ImportItem | null;
}

/** What a person says of documents before they are imported. */
export interface ImportOrder {
  provenance: ProvenanceChanges;
  derivesFrom: NamedSource | null;
  custody: Partial<Omit<CustodyWords, 'act'>>;
  settings: ExtractionSettings;
  /** Tried on what is encrypted; kept nowhere. */
  password: string;
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
  /** What was chosen is a folder, with all that is in it. */
  folder: boolean;
  lines: readonly ImportLine[];
  copying: TransferProgress | null;
  job: Omit<Job, 'items'> | null;
  error: unknown;
  order: ImportOrder;
  /** Which results are listed. */
  shown: Shown;
}

const nothing: ImportState = {
  phase: 'none',
  open: false,
  files: [],
  folder: false,
  lines: [],
  copying: null,
  job: null,
  error: null,
  order: { provenance: {}, derivesFrom: null, custody: {}, settings: {}, password: '' },
  shown: 'all',
};

export const useImport = create<ImportState>(() => nothing);

/** The job whose end a person has seen, so that it is not shown again. */
const seenKey = 'legajo.job-seen';

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Documents that are to be imported: where they lie, or as a browser handed them over. */
export type Offered = { paths: readonly string[]; folder?: boolean } | { files: readonly File[] };

/**
 * Shows what would be imported, beside what was offered before and still waits; a folder, and what came in another way,
 * takes its place.
 *
 * @returns false where an import is under way: nothing is added to it
 */
export function offerImport(offered: Offered): boolean {
  const { phase } = useImport.getState();
  if (phase === 'copying' || phase === 'running') {
    useImport.setState({ open: true });
    return false;
  }
  const isEmpty = 'paths' in offered ? offered.paths.length === 0 : offered.files.length === 0;
  if (isEmpty) return true;
  useImport.setState((state) => ({ ...(beside(state, offered) ?? alone(offered)), open: true }));
  return true;
}

function alone(offered: Offered): ImportState {
  const shown: ImportState = { ...nothing, phase: 'chosen' };
  if ('files' in offered)
    return { ...shown, files: offered.files, lines: droppedLines(offered.files) };
  return { ...shown, lines: offered.paths.map(lineOf), folder: offered.folder === true };
}

/** What waits with what is added to it; what was said of the documents stays. Null where they do not go together. */
function beside(state: ImportState, offered: Offered): Partial<ImportState> | null {
  const { phase, folder, files, lines } = state;
  if (phase !== 'chosen' || folder) return null;
  if ('files' in offered) {
    if (files.length === 0) return null;
    const added = offered.files.filter((file) => !files.some((one) => isSame(one, file)));
    const all = [...files, ...added];
    return { files: all, lines: droppedLines(all) };
  }
  if (files.length > 0 || offered.folder === true) return null;
  const known = new Set(lines.map(({ path }) => path));
  return { lines: [...lines, ...offered.paths.filter((path) => !known.has(path)).map(lineOf)] };
}

const lineOf = (path: string): ImportLine => ({ path, name: baseName(path), item: null });

const droppedLines = (files: readonly File[]): ImportLine[] =>
  files.map(({ name }, index) => ({ path: String(index), name, item: null }));

/** Whether it was dropped a second time. */
function isSame(one: File, other: File): boolean {
  return (
    one.name === other.name &&
    one.size === other.size &&
    one.lastModified === other.lastModified &&
    one.webkitRelativePath === other.webkitRelativePath
  );
}

/** Changes what is said of the documents. An empty field leaves what the document says of itself. */
export function orderImport(changes: Partial<ImportOrder>): void {
  useImport.setState(({ order }) => ({ order: { ...order, ...changes } }));
}

/** Takes in what a watched job tells: its state, and the fate of files since the last event. */
export function applyJob(state: Pick<ImportState, 'lines'>, job: Job): Partial<ImportState> {
  const { items, ...rest } = job;
  const fates = new Map(items.map((item) => [item.path, item]));
  const known = new Set(state.lines.map((line) => line.path));
  const added = items
    .filter((item) => !known.has(item.path))
    .map((item) => ({ path: item.path, name: item.name, item }));
  const folders = foldersOf(added);
  for (const { path } of job.underWay) folders.delete(path);
  const lines = state.lines
    .map((line) => {
      const item = fates.get(line.path);
      return item === undefined ? line : { ...line, name: item.name, item };
    })
    // A folder that was given is shown by what was in it.
    .filter(({ path, item }) => item !== null || !folders.has(path));
  return {
    lines: added.length === 0 ? lines : [...lines, ...added],
    job: rest,
    phase: rest.state === 'running' || rest.state === 'paused' ? 'running' : 'ended',
  };
}

/** All folders above these files. */
function foldersOf(lines: readonly ImportLine[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of lines) {
    for (const { index } of path.matchAll(/[/\\]/g)) folders.add(path.slice(0, index));
  }
  return folders;
}

/** Begins to try again what failed: its lines wait anew. */
export function tryingAgain(job: Job): void {
  useImport.setState(({ lines }) => ({
    ...applyJob({ lines: linesToTryAgain(lines) }, { ...job, items: [] }),
    shown: 'all',
    error: null,
  }));
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
