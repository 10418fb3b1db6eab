import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaseInfo } from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import { timeOfReading } from '#shared/clock.ts';
import { migrationNames, type CaseStore } from '../store/index.ts';

const counted = {
  sources: 'source',
  excerpts: 'excerpt',
  tags: 'tag',
  entities: 'entity',
  names: 'name',
  attributes: 'attribute',
  links: 'link',
  evidence: 'evidence',
  mentions: 'mention',
  notes: 'note',
  findings: 'finding',
  photos: 'photo',
  changeSets: 'change_set',
} as const;

type Head = Pick<
  CaseInfo,
  'id' | 'title' | 'reference' | 'language' | 'handling' | 'summary' | 'createdAt'
>;

/** Bytes of a file, 0 when it is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** What a case file says of itself. @throws CaseError `case.damaged` when it holds no case */
export function caseInfo(store: CaseStore): CaseInfo {
  const { path, encrypted } = store.opening;
  const head = store.one<Head>(
    `SELECT id, title, reference, language, handling, summary, created_at AS createdAt FROM case_file`,
  );
  if (head === undefined) throw new CaseError('case.damaged', { path, reason: 'case_file' });
  const counts = store.one<CaseInfo['counts']>(
    `SELECT ${Object.entries(counted)
      .map(([key, table]) => `(SELECT count(*) FROM "${table}") AS ${key}`)
      .join(', ')}`,
  );
  if (counts === undefined) throw new CaseError('case.damaged', { path, reason: 'counts' });
  const last = store.one<{ hash: string; clock: string }>(
    'SELECT hash, clock FROM change_set ORDER BY id DESC LIMIT 1',
  );
  return {
    ...head,
    path,
    fileName: basename(path),
    fileSize: sizeOf(path) + sizeOf(`${path}-wal`),
    encrypted,
    formatVersion: migrationNames().length,
    replica: store.replica,
    revision: {
      sequence: counts.changeSets,
      hash: last?.hash ?? '',
      at: last === undefined ? null : timeOfReading(last.clock),
    },
    counts,
  };
}

/** The id of the case that a file holds, which all copies of it share. */
export function caseIdOf(store: CaseStore): string {
  return store.one<{ id: string }>('SELECT id FROM case_file')?.id ?? '';
}
