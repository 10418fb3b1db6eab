import { create } from 'zustand';
import type { DossierSectionId } from '#contract/dossier.ts';
import { emptyDraft, type DossierDraft } from './options/draft.ts';
import type { Zoom } from '../pdf/zoom.ts';

/** The groups of options that open and close. */
export const optionGroups = ['what', 'parts', 'marking', 'look'] as const;
export type OptionGroup = (typeof optionGroups)[number];

/** Where in the pages one is: a page from 1, and how far down it, as a share of its height. */
export interface PagePlace {
  page: number;
  within: number;
}

interface DossierView {
  /** The case all this is of: another one begins anew. */
  caseId: string | null;
  draft: DossierDraft;
  /** The preset that was taken last, by its id. */
  preset: string | null;
  closed: ReadonlySet<OptionGroup>;
  /** The part whose facts are shown. */
  unfolded: DossierSectionId | null;
  zoom: Zoom;
  thumbnails: boolean;
  place: PagePlace;
  /** The panel at the left made room for a record beside the pages. */
  gaveRoom: boolean;
}

const fresh: Omit<DossierView, 'caseId'> = {
  draft: emptyDraft,
  preset: null,
  closed: new Set(['look']),
  unfolded: null,
  zoom: 'width',
  thumbnails: true,
  place: { page: 1, within: 0 },
  gaveRoom: false,
};

/** What was chosen for a dossier. It outlives a look at another screen, and is never kept on the disk. */
export const useDossier = create<DossierView>(() => ({ caseId: null, ...fresh }));

/** Begins with nothing chosen when another case is opened. */
export function beginDossier(caseId: string): void {
  if (useDossier.getState().caseId !== caseId) useDossier.setState({ caseId, ...fresh });
}

export function changeDraft(changes: Partial<DossierDraft>): void {
  useDossier.setState(({ draft }) => ({ draft: { ...draft, ...changes } }));
}

/** Takes what a person came with: the subject of a profile or a group. */
export function takeSubject(subject: string): void {
  const { draft } = useDossier.getState();
  if (draft.subject === subject && (draft.kind === 'profile' || draft.kind === 'group')) return;
  // It may be somebody of whom there is no group profile.
  useDossier.setState({ draft: { ...draft, kind: 'profile', subject }, place: fresh.place });
}

export function toggleGroup(group: OptionGroup): void {
  useDossier.setState(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    return { closed: next };
  });
}
