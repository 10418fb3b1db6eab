import { create } from 'zustand';

/** What lies over the workbench for a moment: the palette or the keyboard help. One at a time. */
type Overlay = 'palette' | 'help';

interface OverlaysState {
  shown: Overlay | null;
  show: (overlay: Overlay | null) => void;
}

export const useOverlays = create<OverlaysState>((set) => ({
  shown: null,
  show: (shown) => set({ shown }),
}));
