import { HeldKeys } from './held-keys.ts';

const keys = new HeldKeys();

/** Keys that mean something only together with others. */
const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Whether a key means nothing by itself. */
export function isModifier(key: string): boolean {
  return modifiers.has(key);
}

/**
 * To be said by whatever opens a field for the keyboard: what is typed from here on is the field's, also before it is
 * drawn and has the focus.
 */
export function holdTyping(): void {
  keys.await(performance.now());
}

/** Whether keys typed at this element are text. A read-only editor marks itself with `data-hotkeys`. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-hotkeys]') !== null) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}

/** Watches over what is typed, before the page hears of it. Once, with the keys of all commands. @returns what ends it */
export function watchTyping(): () => void {
  let last: Element | null = null;
  /** The field that has come, and is given what was held as soon as it has done what it does with the focus. */
  let coming: { field: HTMLElement; timer: number } | null = null;
  const arrive = (): void => {
    if (coming === null) return;
    const { field, timer } = coming;
    clearTimeout(timer);
    coming = null;
    if (document.activeElement === field) give(field, keys.take(performance.now()));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing) return;
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const pressed = { key, modified: ctrlKey || metaKey || altKey };
    if (isModifier(key)) return;
    // What is typed into the field itself comes after what was held for it, however busy the page is.
    if (coming !== null && coming.field === target) arrive();
    if (isTyping(target)) {
      last = target instanceof Element ? target : null;
      keys.typed(pressed, event.timeStamp);
      return;
    }
    if (!keys.press(pressed, last !== null && !last.isConnected, event.timeStamp)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (coming !== null || !keys.isHolding || !isTyping(target)) return;
    // After whatever the field does when it gets the focus, such as selecting what is in it.
    if (target instanceof HTMLElement) coming = { field: target, timer: window.setTimeout(arrive) };
  };
  // Letters that no key has by itself are put in without one.
  const onInput = ({ isTrusted, target }: InputEvent): void => {
    if (isTrusted && coming?.field === target) arrive();
  };
  const onPointer = (): void => keys.drop();
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('focusin', onFocus);
  window.addEventListener('beforeinput', onInput, true);
  window.addEventListener('pointerdown', onPointer, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('focusin', onFocus);
    window.removeEventListener('beforeinput', onInput, true);
    window.removeEventListener('pointerdown', onPointer, true);
  };
}

/** The part of what was typed that keeps a form: Enter with the modifier of commands. */
export const keepForm = 'mod+Enter';

/** Puts what was typed into a field, as if it were typed now: text, `Enter` and `keepForm` in their order. */
export function give(field: HTMLElement, [part, ...rest]: readonly string[]): void {
  if (part === undefined) return;
  if (part === keepForm) {
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    );
  } else if (part === 'Enter') {
    const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    const isLeft = field.dispatchEvent(press);
    if (isLeft && field instanceof HTMLInputElement) field.form?.requestSubmit();
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { selectionStart, selectionEnd, value } = field;
    const from = selectionStart ?? value.length;
    field.setRangeText(part, from, selectionEnd ?? from, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: part }));
  }
  // The page follows each before the next.
  if (rest.length > 0) setTimeout(() => give(field, rest));
}
