import type { KeyboardEvent } from 'react';
import { isModifier } from '../app/held-typing.ts';
import { moveInList } from './list-keys.ts';
import { useHeldPress } from './use-held-press.ts';

/**
 * The keys of a field that filters the list below it: arrows move in the list, Enter takes what the keys stand at, and
 * Escape leaves the field for the list.
 *
 * @param settled whether the list is that of what is typed; until it is, Enter waits for it
 */
export function useListField({
  list,
  active,
  total,
  settled,
  onActive,
  onTake,
}: {
  /** The id of the list's element. */
  list: string;
  active: number;
  total: number;
  settled: boolean;
  onActive: (index: number) => void;
  onTake: (index: number) => void;
}): (event: KeyboardEvent<HTMLInputElement>) => void {
  const enter = useHeldPress(settled, () => onTake(Math.max(0, active)));
  return (event) => {
    if (isModifier(event.key)) return;
    if (event.key !== 'Enter') enter.forget();
    const next = moveInList(event.key, active, total, 10);
    if (next !== null && event.key.startsWith('Arrow')) {
      event.preventDefault();
      onActive(next);
    } else if (event.key === 'Enter') {
      enter.press();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      const element = document.getElementById(list);
      if (element === null) event.currentTarget.blur();
      else element.focus();
    }
  };
}
