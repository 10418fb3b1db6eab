import { useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';
import { HalfContext, useIsActive } from './half.ts';

type SlotName = 'navigator' | 'inspector';

interface SlotsState {
  elements: Record<SlotName, HTMLElement | null>;
  /** How many parts of the page fill each slot now. */
  filled: Record<SlotName, number>;
  place: (slot: SlotName, element: HTMLElement | null) => void;
  fill: (slot: SlotName, by: 1 | -1) => void;
}

export const useSlots = create<SlotsState>((set) => ({
  elements: { navigator: null, inspector: null },
  filled: { navigator: 0, inspector: 0 },
  place: (slot, element) => set(({ elements }) => ({ elements: { ...elements, [slot]: element } })),
  fill: (slot, by) => set(({ filled }) => ({ filled: { ...filled, [slot]: filled[slot] + by } })),
}));

function Slot({ name, children }: { name: SlotName; children: ReactNode }) {
  const element = useSlots((state) => state.elements[name]);
  const fill = useSlots((state) => state.fill);
  const isActive = useIsActive();
  const half = useContext(HalfContext);
  // What is at the left belongs to the first half, and stays while the second is worked in.
  const isShown = name === 'navigator' ? half !== 'beside' : isActive;
  useEffect(() => {
    if (!isShown) return undefined;
    fill(name, 1);
    return () => fill(name, -1);
  }, [fill, isShown, name]);
  return element === null || !isShown ? null : createPortal(children, element);
}

/** Puts its children into the panel at the right, for as long as it is drawn. */
export function Inspector({ children }: { children: ReactNode }) {
  return <Slot name="inspector">{children}</Slot>;
}

/** Puts its children into the panel at the left, for as long as it is drawn. */
export function Navigator({ children }: { children: ReactNode }) {
  return <Slot name="navigator">{children}</Slot>;
}
