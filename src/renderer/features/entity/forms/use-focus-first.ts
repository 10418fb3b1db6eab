import { useEffect, type RefObject } from 'react';

/** Gives the focus to the first field within an element when it appears, its text selected so that typing replaces it. */
export function useFocusFirst(within: RefObject<HTMLElement | null>, selector = fields): void {
  useEffect(() => {
    const first = within.current?.querySelector<HTMLElement>(selector);
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, [selector, within]);
}

const fields = 'input, select, textarea';
