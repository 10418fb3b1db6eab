import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** How the window is arranged, remembered on this computer. Widths are in pixels. */
interface WorkspaceState {
  navigatorOpen: boolean;
  inspectorOpen: boolean;
  navigatorWidth: number;
  inspectorWidth: number;
  arrange: (changes: Partial<Omit<WorkspaceState, 'arrange'>>) => void;
}

export const useWorkspace = create<WorkspaceState>()(
  persist(
    (set) => ({
      navigatorOpen: true,
      inspectorOpen: true,
      navigatorWidth: 248,
      inspectorWidth: 320,
      arrange: (changes) => set(changes),
    }),
    { name: 'legajo.workspace' },
  ),
);
