import { create } from 'zustand';
import type { MatrixBy, PassageScope } from '#contract/passage-query.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Joint } from './combination.ts';

/** What is under way beside the codebook: a form in the work area. */
export type TagForm =
  | { kind: 'new' | 'below' | 'edit' | 'merge' }
  /** A codebook that is looked at before it is taken in. */
  | { kind: 'take'; path: string };

/** One part of a combination: how it is joined to what stands before it, and what it is. */
export interface Part {
  joint: Joint;
  term:
    | { kind: 'tag'; id: string; below: boolean }
    | { kind: 'entity'; id: string; title: string; entityKind: EntityKind }
    | { kind: 'source'; id: string; title: string };
}

interface TagWork {
  /** The case all this is of: another one begins anew. */
  caseId: string | null;
  form: TagForm | null;
  /** A tag that was cut, to be put beneath another. */
  cut: string | null;
  /** A tag shows the passages of the tags beneath it too. */
  below: boolean;
  parts: readonly Part[];
  scope: PassageScope;
  distance: number;
  matrixBy: MatrixBy;
  /** Rows and columns of the matrix in which nothing is counted are shown too. */
  withEmpty: boolean;
}

const fresh: Omit<TagWork, 'caseId'> = {
  form: null,
  cut: null,
  below: false,
  parts: [],
  scope: 'passage',
  distance: 200,
  matrixBy: 'tag',
  withEmpty: false,
};

/** What is under way with the tags. It outlives going to a passage and back. */
export const useTagWork = create<TagWork>(() => ({ caseId: null, ...fresh }));

/** Begins with nothing under way when another case is opened. */
export function beginTagWork(caseId: string): void {
  if (useTagWork.getState().caseId !== caseId) useTagWork.setState({ caseId, ...fresh });
}

export function showTagForm(form: TagForm | null): void {
  useTagWork.setState({ form });
}
