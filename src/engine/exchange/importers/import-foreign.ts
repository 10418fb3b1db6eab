import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import {
  mostForeignItems,
  type ForeignImportInput,
  type ForeignImportOutcome,
  type ForeignPreview,
  type ForeignPreviewInput,
} from '#contract/foreign-import.ts';
import type { CaseStore } from '../../store/index.ts';
import { unlessCancelled } from '../failure.ts';
import { candidatesOf } from './candidates.ts';
import { openForeign, type ForeignFile } from './foreign-file.ts';
import { writeImportNote } from './import-note.ts';
import type { Intake } from './intake.ts';
import { planOf } from './plan.ts';
import type { Plan } from './planned.ts';
import { itemsOf } from './preview.ts';
import { readForeign } from './read-foreign.ts';
import { Remarks } from './remarks.ts';
import { writePlan } from './write.ts';

type Input = Omit<z.infer<typeof ForeignPreviewInput>, 'handle'>;

/**
 * What taking a file of another program in would do: what is new, what is there, what looks like something that is there,
 * what is not understood. Nothing is changed.
 *
 * @throws CaseError `foreign.unknownFormat`, `foreign.unreadable`, `foreign.unsafe`, `foreign.tooLarge`, `foreign.noNames`,
 *   `file.notFound` and its like, `job.cancelled`
 */
export function previewForeign(
  store: CaseStore,
  input: Input,
  signal?: AbortSignal,
): Promise<ForeignPreview> {
  return withPlan(store, input, signal, true, async ({ file, intake, plan }) => {
    const candidates = await candidatesOf(store, plan);
    return {
      format: file.format,
      fileName: file.fileName,
      byteSize: file.byteSize,
      sha256: file.sha256,
      origin: intake.origin,
      totals: plan.tally.list,
      ...itemsOf(plan),
      candidates: candidates.slice(0, mostForeignItems),
      candidateCount: candidates.length,
      remarks: intake.remarks.list.slice(0, mostForeignItems),
      remarkCount: intake.remarks.count,
      table: intake.table,
    };
  });
}

/**
 * Takes a file of another program in, as one gesture that undo takes back. What is there already is not made again, so
 * that a second import of the same file changes nothing; nothing that the case says is overwritten, but tags if `update`
 * says so. Entities that look like one of the case stay two until a person says otherwise.
 *
 * @param input.sha256 of the file that was looked at before, so that no other is taken
 * @throws CaseError `foreign.changed`, `case.readOnly`, `file.diskFull`, and as `previewForeign`
 */
export function importForeign(
  store: CaseStore,
  input: Omit<z.infer<typeof ForeignImportInput>, 'handle'>,
  signal?: AbortSignal,
): Promise<ForeignImportOutcome> {
  return withPlan(store, input, signal, false, async ({ file, intake, plan }) => {
    if (input.sha256 !== undefined && input.sha256 !== file.sha256) {
      throw new CaseError('foreign.changed', { path: file.path });
    }
    const planned = revisionOf(store);
    const candidates = await candidatesOf(store, plan);
    unlessCancelled(signal);
    // Somebody may have worked in the case meanwhile, or taken in the same file.
    const current =
      revisionOf(store) === planned ? plan : planOf(store, { ...intake, remarks: new Remarks() });
    const { made, changed, leftOut } = store.gesture('case.import', (writer) => {
      const written = writePlan(writer, current, input);
      if (written.made.size > 0 || written.changed > 0) writeImportNote(writer, file, intake);
      return written;
    });
    return {
      made: [...made].map(([kind, count]) => ({ kind, count })),
      changed,
      same: current.tally.of('same'),
      leftOut,
      remarks: intake.remarks.list.slice(0, mostForeignItems),
      remarkCount: intake.remarks.count,
      candidateCount: candidates.length,
    };
  });
}

/** The last change set of a case. */
function revisionOf(store: CaseStore): number {
  return store.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM change_set')?.id ?? 0;
}

interface Planned {
  file: ForeignFile;
  intake: Intake;
  plan: Plan;
}

/** Reads a file and holds it against the case, for as long as `work` needs it: its documents lie unpacked meanwhile. */
async function withPlan<T>(
  store: CaseStore,
  { path, format, mapping }: Input,
  signal: AbortSignal | undefined,
  looking: boolean,
  work: (planned: Planned) => Promise<T>,
): Promise<T> {
  const file = await openForeign(path, format, signal);
  await using reading = await readForeign(store, file, { mapping, looking }, signal);
  const { intake } = reading;
  unlessCancelled(signal);
  return await work({ file, intake, plan: planOf(store, intake) });
}
