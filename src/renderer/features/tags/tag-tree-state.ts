import { create } from 'zustand';

/** Which tags are closed, so that what lies beneath them is not shown. Kept as long as the window is. */
interface TagTreeState {
  closed: ReadonlySet<string>;
  setOpen: (id: string, open: boolean) => void;
}

export const useTagTree = create<TagTreeState>((set) => ({
  closed: new Set(),
  setOpen: (id, open) =>
    set(({ closed }) => {
      const next = new Set(closed);
      if (open) next.delete(id);
      else next.add(id);
      return { closed: next };
    }),
}));
