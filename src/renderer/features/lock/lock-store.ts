import { create } from 'zustand';
import { drawCurtain, liftCurtain } from './curtain.ts';

interface LockState {
  locked: boolean;
  /** Nothing was done for a while; otherwise it was asked for, here or elsewhere. */
  idle: boolean;
  /** The engine closes the file only once what is under way has ended. */
  waiting: boolean;
}

const open: LockState = { locked: false, idle: false, waiting: false };

/** Whether the case of this window is kept from view. */
export const useLock = create<LockState>(() => open);

/** Hides the case at once. */
export function hideCase(how: Partial<Omit<LockState, 'locked'>> = {}): void {
  drawCurtain();
  useLock.setState({ locked: true, ...how });
}

/** Shows what was hidden. */
export function showCase(): void {
  liftCurtain();
  useLock.setState(open);
}
