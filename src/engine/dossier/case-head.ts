import type { Analyst } from '#contract/settings.ts';
import { CaseError } from '#contract/error.ts';
import type { Handling, Language } from '#contract/vocabulary.ts';
import { timeOfReading } from '#shared/clock.ts';
import type { CaseStore } from '../store/index.ts';
import type { DossierModel } from './model.ts';

/** What a case says of itself. */
export interface CaseHead {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly language: Language;
  readonly handling: Handling;
  readonly summary: string;
  readonly createdAt: string;
}

/** @throws CaseError `case.damaged` */
export function caseHead(store: CaseStore): CaseHead {
  const head = store.one<CaseHead>(
    'SELECT id, title, reference, language, handling, summary, created_at AS createdAt FROM case_file',
  );
  if (head === undefined) {
    throw new CaseError('case.damaged', { path: store.opening.path, reason: 'case_file' });
  }
  return head;
}

/** Which state of the case this is: how many change sets it has, the last one's hash, and when that was made. */
export function revisionOf(
  store: CaseStore,
  createdAt: string,
): Pick<DossierModel, 'asOf' | 'caseRevision'> {
  const count = store.one<{ n: number }>('SELECT count(*) AS n FROM change_set');
  const last = store.one<{ hash: string; clock: string }>(
    'SELECT hash, clock FROM change_set ORDER BY id DESC LIMIT 1',
  );
  const asOf = last === undefined ? createdAt : timeOfReading(last.clock);
  return {
    asOf: asOf.replace(/\.\d+Z$/, 'Z'),
    caseRevision: { position: count?.n ?? 0, hash: last?.hash ?? '' },
  };
}

/** Whose name a dossier bears: the analyst's, or, where there is none, the organization's. */
export function authorOf({ name, organization }: Analyst): DossierModel['author'] {
  return name === ''
    ? { name: organization, organization: null }
    : { name, organization: orNull(organization) };
}

/** A text, or null where it says nothing. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
