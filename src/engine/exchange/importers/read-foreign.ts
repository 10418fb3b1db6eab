import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableMapping } from '#contract/foreign-import.ts';
import type { CaseStore } from '../../store/index.ts';
import type { ForeignFile } from './foreign-file.ts';
import { readEntities } from './ftm/index.ts';
import type { Intake } from './intake.ts';
import { readCodebook, readProject } from './project/index.ts';
import { readTable } from './table/index.ts';

export interface ReadOptions {
  mapping: TableMapping | undefined;
  /** Whether it is only looked at: a table without a mapping is then read by the proposed one. */
  looking: boolean;
}

/** Reads a file of another program. What it unpacks is deleted when the reading is disposed of. */
export async function readForeign(
  store: CaseStore,
  file: ForeignFile,
  { mapping, looking }: ReadOptions,
  signal: AbortSignal | undefined,
): Promise<AsyncDisposable & { intake: Intake }> {
  const caseId = store.one<{ id: string }>('SELECT id FROM case_file')?.id ?? '';
  const reading = (intake: Intake, end: () => Promise<void> = () => Promise.resolve()) => ({
    intake,
    [Symbol.asyncDispose]: end,
  });
  switch (file.format) {
    case 'ftm':
      return reading(await readEntities(store, file, caseId, signal));
    case 'csv':
      return reading(readTable(file, caseId, { mapping, looking }));
    case 'qdc':
      return reading(readCodebook(file, caseId));
    case 'qdpx': {
      const folder = await mkdtemp(join(tmpdir(), 'legajo-import-'));
      const end = () => rm(folder, { recursive: true, force: true });
      try {
        return reading(await readProject(file, caseId, folder, signal), end);
      } catch (error) {
        await end();
        throw error;
      }
    }
  }
}
