import { useEffect } from 'react';
import { useIsActive } from '../../app/half.ts';
import type { Route } from '../../app/route.ts';

/** Opens the fact that a place names, brings it into view and gives it the keys. */
export function useArrival(route: Route): void {
  const isActive = useIsActive();
  useEffect(() => {
    if (route.fact === undefined || !isActive) return;
    const row = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(route.fact)}"]`);
    if (row === null) return;
    if (row.getAttribute('aria-expanded') === 'false') row.click();
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    // One arrives when a place is gone to, and not when its half is worked in again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
}
