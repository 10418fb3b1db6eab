import { formatRoute, parseRoute } from '../../app/route.ts';

/*
 * Hides the whole page and brings it back as it was. What is hidden is taken out of the document, not covered: nothing of
 * it can be seen, found, read aloud or printed. It goes on living in memory, so that what was typed is not lost.
 */

/** What stands in the page's place. */
const host = document.createElement('div');
host.id = 'curtain';

interface Hidden {
  nodes: HTMLElement;
  focused: Element | null;
  scrolled: { element: Element; top: number; left: number }[];
  newcomers: MutationObserver;
  styles: Node[];
  address: string;
}
let hidden: Hidden | null = null;

/** Where to draw what is shown instead. */
export function curtainHost(): HTMLElement {
  return host;
}

export function isCurtainDrawn(): boolean {
  return hidden !== null;
}

/** Takes everything out of the document. */
export function drawCurtain(): void {
  if (hidden !== null) return;
  const { body } = document;
  const scrolled = [...body.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  const focused = document.activeElement;
  const nodes = document.createElement('div');
  nodes.append(...body.childNodes);
  // The look of everything is defined in the page too, and what is shown instead needs it.
  const styles = [...nodes.querySelectorAll('style')].map((style) => style.cloneNode(true));
  document.head.append(...styles);
  // What is put on the page meanwhile, such as a notice, waits with the rest.
  const newcomers = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node !== host && node.parentNode === body) nodes.append(node);
      }
    }
  });
  newcomers.observe(body, { childList: true });
  // What was searched for stands in the address.
  const address = location.hash;
  const { screen, query } = parseRoute(address);
  if (query !== undefined) history.replaceState(history.state, '', `#${formatRoute({ screen })}`);
  hidden = { nodes, focused, scrolled, newcomers, styles, address };
  body.append(host);
}

/** Brings everything back, scrolled as it was and with the focus where it was. */
export function liftCurtain(): void {
  if (hidden === null) return;
  const { nodes, focused, scrolled, newcomers, styles, address } = hidden;
  hidden = null;
  if (parseRoute(address).query !== undefined) history.replaceState(history.state, '', address);
  newcomers.disconnect();
  host.remove();
  for (const style of styles) style.parentNode?.removeChild(style);
  document.body.append(...nodes.childNodes);
  for (const { element, top, left } of scrolled)
    element.scrollTo({ top, left, behavior: 'instant' });
  if (focused instanceof HTMLElement) focusAgain(focused, 10);
}

/** What floats beside something else can take the focus only once it has found its place, some frames later. */
function focusAgain(element: HTMLElement, frames: number): void {
  const { activeElement, body } = document;
  if (!element.isConnected || (activeElement !== null && activeElement !== body)) return;
  element.focus({ preventScroll: true });
  if (document.activeElement === element || frames === 0) return;
  requestAnimationFrame(() => focusAgain(element, frames - 1));
}

/**
 * Keeps keys and dropped files from the page behind the curtain, whose listeners are on the window. To be called before
 * any of those, which it then comes before.
 */
export function guardCurtain(): void {
  const keep = (event: Event): void => {
    if (hidden !== null) event.stopImmediatePropagation();
  };
  for (const type of ['keydown', 'keyup', 'keypress']) window.addEventListener(type, keep, true);
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (hidden === null) return;
        // A browser would leave the page for a file that is dropped on it. The pointer says that it cannot be.
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type !== 'drop' && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
      },
      true,
    );
  }
  window.ResizeObserver = PatientResizeObserver;
}

/** What is not in the document has no size that is worth telling: panels would close, and lists forget their rows. */
class PatientResizeObserver extends ResizeObserver {
  constructor(callback: ResizeObserverCallback) {
    super((entries, observer) => {
      const here = entries.filter(({ target }) => target.isConnected);
      if (here.length > 0) callback(here, observer);
    });
  }
}
