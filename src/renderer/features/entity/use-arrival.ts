import { useEffect } from 'react';
import { useIsActive } from '../../app/half.ts';
import type { Route } from '../../app/route.ts';

/** What a person does once they look around by themselves. */
const ownActs = ['pointerdown', 'wheel', 'keydown'] as const;

/** Opens the fact that a place names, brings it into view and gives it the keys. */
export function useArrival(route: Route): void {
  const isActive = useIsActive();
  useEffect(() => {
    if (route.fact === undefined || !isActive) return undefined;
    const row = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(route.fact)}"]`);
    if (row === null) return undefined;
    if (row.getAttribute('aria-expanded') === 'false') row.click();
    row.focus({ preventScroll: true });
    // A half that was just opened takes its width only now, and all in it moves.
    const observer = new ResizeObserver(() => row.scrollIntoView({ block: 'center' }));
    observer.observe(row);
    const end = (): void => {
      observer.disconnect();
      for (const act of ownActs) window.removeEventListener(act, end, true);
    };
    for (const act of ownActs) window.addEventListener(act, end, true);
    return end;
    // One arrives when a place is gone to, and not when its half is worked in again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
}
