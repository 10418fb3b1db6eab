import { ViewChanges } from '#contract/settings.ts';

/** Both, the later one counting where they differ. */
export function joined(before: ViewChanges, later: ViewChanges): ViewChanges {
  const places = { ...before.places };
  for (const [source, place] of Object.entries(later.places ?? {})) {
    // What was left last stands last.
    delete places[source];
    places[source] = place;
  }
  return { ...before, ...later, ...(Object.keys(places).length > 0 && { places }) };
}

/** Where what could not be sent any more waits for the next page of the window. */
type Note = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const noteKey = 'legajo.unsentView';

/**
 * Gathers changes of how the workbench is arranged and sends them on, at most once in each wait. A page that goes away may
 * have no time to send: it leaves a note to the page after it.
 */
export class ViewKeeper {
  readonly #send: (changes: ViewChanges) => Promise<unknown>;
  readonly #later: (act: () => void) => void;
  readonly #note: Note;
  #unsent: ViewChanges = {};
  /** Sent, and not yet answered: a page that goes away does not know what became of it. */
  #underWay: ViewChanges = {};
  #waiting = false;
  #leaving = false;

  constructor(
    send: (changes: ViewChanges) => Promise<unknown>,
    later: (act: () => void) => void,
    note: Note,
  ) {
    this.#send = send;
    this.#later = later;
    this.#note = note;
  }

  keep(changes: ViewChanges): void {
    this.#unsent = joined(this.#unsent, changes);
    if (this.#leaving) {
      this.leave();
      return;
    }
    if (this.#waiting) return;
    this.#waiting = true;
    this.#later(() => {
      this.#waiting = false;
      this.#sendNow();
    });
  }

  /** The page goes away: what is not sent yet is noted, and what comes after. */
  leave(): void {
    this.#leaving = true;
    try {
      this.#note.setItem(noteKey, JSON.stringify(joined(this.#underWay, this.#unsent)));
    } catch {
      // Where nothing can be kept, the last second of the page is lost.
    }
    this.#sendNow();
  }

  /** The page came back as it was. */
  stay(): void {
    this.#leaving = false;
    this.#note.removeItem(noteKey);
  }

  /** What the page before this one noted; it is sent on. */
  takeNote(): ViewChanges {
    const text = this.#note.getItem(noteKey);
    this.#note.removeItem(noteKey);
    try {
      const noted = ViewChanges.parse(JSON.parse(text ?? '{}'));
      if (Object.keys(noted).length > 0) this.keep(noted);
      return noted;
    } catch {
      // Written by another version: then it stays as the engine has it.
      return {};
    }
  }

  #sendNow(): void {
    const changes = this.#unsent;
    if (Object.keys(changes).length === 0) return;
    this.#unsent = {};
    this.#underWay = joined(this.#underWay, changes);
    this.#send(changes).then(
      () => (this.#underWay = {}),
      () => {
        // The engine is away: it goes with the next change.
        this.#unsent = joined(this.#underWay, this.#unsent);
        this.#underWay = {};
      },
    );
  }
}
