import { create } from 'zustand';
import type { ExportedFormat, ExportedPackage } from '#contract/exchange.ts';
import type { z } from 'zod';
import { emptyDraft, type HandOverDraft } from './draft.ts';

/** What was written last: a package, or another form with what that could not carry. */
export type Written = z.infer<typeof ExportedPackage> &
  Partial<Pick<z.infer<typeof ExportedFormat>, 'left'>> & { to: string };

interface HandOverState {
  /** The case that the form is about. */
  handle: string;
  draft: HandOverDraft;
  written: Written | null;
  begin: (handle: string) => void;
  change: (changes: Partial<HandOverDraft>) => void;
  setWritten: (written: Written | null) => void;
}

/** The form outlives a look at another screen, so that nothing that was chosen is lost; it is never kept on the disk. */
export const useHandOverDraft = create<HandOverState>((set, get) => ({
  handle: '',
  draft: emptyDraft,
  written: null,
  begin: (handle) => {
    if (get().handle !== handle) set({ handle, draft: emptyDraft, written: null });
  },
  change: (changes) => set(({ draft }) => ({ draft: { ...draft, ...changes } })),
  setWritten: (written) => set({ written }),
}));
