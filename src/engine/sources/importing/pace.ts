/** Milliseconds for which a gesture, with what it takes to put it on the disk, may keep the engine from answering. */
const target = 50;
/** Fewer documents than so many, if they are small, are not worth a gesture of their own: the disk takes its time for each. */
const fewest = 24;
/** What a document takes beside its bytes, and how much more a character that is indexed takes than a byte that is kept. */
const ofDocument = 16 * 1024;
const ofCharacter = 8;

/** How fast a case file takes documents on this computer now, so that no gesture keeps others waiting for long. */
export class Pace {
  /** Milliseconds for each unit of work. */
  #pace = 1 / (ofDocument * ofCharacter);

  /** The work of writing a document, in a unit that only compares. */
  static workOf(byteSize: number, textLength: number): number {
    return byteSize + (ofDocument + textLength) * ofCharacter;
  }

  /** Whether so much work is enough for one gesture. */
  isEnough(work: number): boolean {
    return work >= fewest * Pace.workOf(0, 0) && work * this.#pace >= target;
  }

  /** Notes how long some work took. One time that other programs made long does not change much. */
  took(work: number, milliseconds: number): void {
    if (work < Pace.workOf(0, 0)) return;
    const now = Math.min(milliseconds / work, 4 * this.#pace);
    this.#pace = Math.max(0.7 * this.#pace + 0.3 * now, Number.EPSILON);
  }
}
