/**
 * Hybrid logical clock (Kulkarni et al., 2014): orders changes of several replicas by wall time where
 * clocks agree and by causality where they do not. A reading is text that sorts as the clock does:
 * 12 hexadecimal digits of Unix milliseconds, `-`, 4 hexadecimal digits of counter.
 */
export class HybridClock {
  #milliseconds: number;
  #counter: number;
  readonly #wallTime: () => number;

  /**
   * @param last the latest reading this replica knows of, its own or another's
   * @param wallTime Unix time in milliseconds
   */
  constructor(last?: string, wallTime: () => number = () => Date.now()) {
    const seen = last === undefined ? { milliseconds: 0, counter: 0 } : parseReading(last);
    this.#milliseconds = seen.milliseconds;
    this.#counter = seen.counter;
    this.#wallTime = wallTime;
  }

  /** The next reading: later than every reading given or observed before, even if the wall clock was set back. */
  next(): string {
    const wall = this.#wallTime();
    if (wall > this.#milliseconds) {
      this.#milliseconds = wall;
      this.#counter = 0;
    } else {
      this.#counter += 1;
      if (this.#counter > 0xffff) {
        this.#milliseconds += 1;
        this.#counter = 0;
      }
    }
    return formatReading(this.#milliseconds, this.#counter);
  }

  /** Takes note of another replica's reading, so that what comes next here is later. */
  observe(reading: string): void {
    const seen = parseReading(reading);
    if (
      seen.milliseconds > this.#milliseconds ||
      (seen.milliseconds === this.#milliseconds && seen.counter > this.#counter)
    ) {
      this.#milliseconds = seen.milliseconds;
      this.#counter = seen.counter;
    }
  }
}

/** The wall time of a reading, in Unix milliseconds. */
export function readingTime(reading: string): number {
  return parseReading(reading).milliseconds;
}

/** When a reading was taken, ISO 8601 in UTC. */
export function timeOfReading(reading: string): string {
  return new Date(readingTime(reading)).toISOString();
}

/** The first reading of a millisecond of Unix time: every reading from then on is this one or later. */
export function readingAt(milliseconds: number): string {
  return formatReading(milliseconds, 0);
}

/** Whether a text is a reading; in a damaged file it may not be. */
export function isReading(text: string): boolean {
  return pattern.test(text);
}

const pattern = /^([0-9a-f]{12})-([0-9a-f]{4})$/;

function formatReading(milliseconds: number, counter: number): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}

function parseReading(reading: string): { milliseconds: number; counter: number } {
  const match = pattern.exec(reading);
  if (!match?.[1] || !match[2]) throw new RangeError(`not a clock reading: ${reading}`);
  return { milliseconds: parseInt(match[1], 16), counter: parseInt(match[2], 16) };
}
