import { useCallback } from 'react';
import { showError } from '../../app/notices.tsx';

/** Changes the case from a control that has no place of its own for a failure: it is told of as a notice. */
export function useChange(): (call: () => Promise<unknown>) => void {
  return useCallback((call) => {
    call().catch(showError);
  }, []);
}
