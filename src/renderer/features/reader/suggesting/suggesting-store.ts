import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Suggesting {
  on: boolean;
  toggle: () => void;
}

/** Whether suggestions are shown while reading, remembered on this computer. */
export const useSuggestingView = create<Suggesting>()(
  persist((set) => ({ on: false, toggle: () => set(({ on }) => ({ on: !on })) }), {
    name: 'legajo.suggesting',
    partialize: ({ on }) => ({ on }),
  }),
);
