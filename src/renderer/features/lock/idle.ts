/** Where the windows of one workbench note that a person is there: in one of them means in all. */
interface Notebook {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'legajo.active';

/** How often being there is noted, in milliseconds. */
const notingEvery = 1000;

/** Since when nobody did anything in any window. Times are in Unix milliseconds. */
export class Idleness {
  readonly #notebook: Notebook;
  readonly #now: () => number;
  #noted = 0;

  constructor(notebook: Notebook, now: () => number = Date.now) {
    this.#notebook = notebook;
    this.#now = now;
  }

  /** Somebody did something. */
  note(): void {
    const now = this.#now();
    // A clock that was set back must not keep this from being noted.
    if (Math.abs(now - this.#noted) < notingEvery) return;
    this.#noted = now;
    this.#notebook.setItem(key, String(now));
  }

  /** For how many milliseconds nobody has done anything, by a clock that may have been set meanwhile. */
  get since(): number {
    const last = Number(this.#notebook.getItem(key) ?? 0);
    return Math.abs(this.#now() - last);
  }
}

/** What a person does who is there. */
const acts = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** How long may pass before being idle is found out, in milliseconds. */
const lookingEvery = 1000;

/**
 * Calls back when nobody did anything in any window for so long, once for each time; a computer that slept counts.
 *
 * @param after milliseconds
 * @returns ends it
 */
export function whenIdle(after: number, act: () => void): () => void {
  const idleness = new Idleness(localStorage);
  const note = (): void => idleness.note();
  idleness.note();
  for (const type of acts) window.addEventListener(type, note, { capture: true, passive: true });
  let told = false;
  const timer = window.setInterval(
    () => {
      const idle = idleness.since >= after;
      if (idle && !told) act();
      told = idle;
    },
    Math.min(lookingEvery, after),
  );
  return () => {
    for (const type of acts) window.removeEventListener(type, note, { capture: true });
    window.clearInterval(timer);
  };
}
