import { useEffect, type RefObject } from 'react';
import { useCommands } from '../app/commands.ts';

const moving = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/**
 * Gives a list the keys that move in lists where nothing on the page has the focus, as after going to its screen by key:
 * the first of them already moves, and from then on the list has the focus.
 *
 * @param isMain whether the list is what its screen is about
 */
export function useKeysFromNowhere(list: RefObject<HTMLElement | null>, isMain = true): void {
  useEffect(() => {
    if (!isMain) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
      if (defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || !moving.has(key)) return;
      // Some screens have arrows among their commands.
      const { commands } = useCommands.getState();
      if (commands.some(({ keys }) => keys?.includes(key) === true)) return;
      const { current } = list;
      if (document.activeElement !== document.body || current === null) return;
      event.preventDefault();
      current.focus();
      current.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isMain, list]);
}
