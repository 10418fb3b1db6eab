import { createContext, useContext } from 'react';
import type { OpenCase } from '#contract/case.ts';

/** The case this window works on. */
export interface CaseInHand extends OpenCase {
  /** False when another opening holds the file or it cannot be written: what changes the case is then left out. */
  canWrite: boolean;
  /** Closes the case and shows the welcome screen. */
  close: () => void;
}

export const CaseContext = createContext<CaseInHand | null>(null);

/** The case in hand: `handle` for calls, `info`, `access`, `canWrite`. Only beneath an open case. */
export function useCase(): CaseInHand {
  const current = useContext(CaseContext);
  if (current === null) throw new Error('There is no open case above this component.');
  return current;
}
