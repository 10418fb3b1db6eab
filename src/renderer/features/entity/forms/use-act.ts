import { useRef, useState } from 'react';

/** A call that changes the case: under way, failed, or neither. A second one is not begun while one is under way. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);

  const run = async <T>(call: () => Promise<T>, onDone?: (outcome: T) => void): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      const outcome = await call();
      onDone?.(outcome);
    } catch (failure) {
      setError(failure);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, error, forget: () => setError(null) };
}
