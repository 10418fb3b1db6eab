import { create } from 'zustand';

/** What lies over the workbench for a moment: the palette, the keyboard help, the form of a new case, what is restored or repaired. One at a time. */
type Overlay = 'palette' | 'help' | 'newCase' | 'restore' | 'repair';

interface OverlaysState {
  shown: Overlay | null;
  show: (overlay: Overlay | null) => void;
}

export const useOverlays = create<OverlaysState>((set) => ({
  shown: null,
  show: (shown) => set({ shown }),
}));
