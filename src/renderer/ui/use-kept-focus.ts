import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Keeps the keys in a part of the page whose controls come and go with what it shows. Where the control that had the focus
 * is gone, the part has it; where the part goes away with the focus in it, the list at work has it, or the work.
 *
 * @param shown what the part shows now
 */
export function useKeptFocus<E extends HTMLElement>(
  shown: unknown,
): { ref: RefObject<E | null>; tabIndex: -1; onFocus: (event: FocusEvent<E>) => void } {
  const ref = useRef<E>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (last.current?.isConnected === false && isNowhere()) {
      ref.current?.focus({ preventScroll: true });
    }
  }, [shown]);
  useLayoutEffect(() => {
    const part = ref.current;
    return () => {
      if (part?.contains(document.activeElement) !== true) return;
      // Once it is gone.
      queueMicrotask(() => {
        if (isNowhere()) atWork()?.focus({ preventScroll: true });
      });
    };
  }, []);
  const onFocus = ({ target }: FocusEvent<E>): void => {
    last.current = target;
  };
  return { ref, tabIndex: -1, onFocus };
}

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

function atWork(): HTMLElement | null {
  const work = document.getElementById('work');
  return work?.querySelector<HTMLElement>('[role="grid"]') ?? work;
}
