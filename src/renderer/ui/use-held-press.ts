import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Holds a key press back while what it would act on is still on its way, and lets it act once that has come: nobody who
 * types faster than the answer comes gets something else than they asked for.
 *
 * @param settled whether what is shown is what was asked for
 */
export function useHeldPress(
  settled: boolean,
  act: () => void,
): { press: () => void; forget: () => void; isHeld: () => boolean } {
  const held = useRef(false);
  const run = useEffectEvent(act);
  useEffect(() => {
    if (!held.current || !settled) return;
    held.current = false;
    run();
  }, [settled]);
  return {
    press: () => {
      if (settled) act();
      else held.current = true;
    },
    forget: () => {
      held.current = false;
    },
    isHeld: () => held.current,
  };
}
