import type { Box, Fragment, TextDirection, TextRun } from './fragment.ts';

/** A run of text as it is drawn: it begins at a point of the page and goes on at an angle, in degrees clockwise. */
export interface DrawnText {
  readonly text: string;
  readonly box: Box;
  readonly rtl: boolean;
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly size: number;
}

/** Gaps wider than this part of the letters' size set pieces of a line apart: they may be columns or cells. */
const WIDE_GAP = 0.62;

/** Of the letters' size: how far a run may go back over the one before it, as accents and kerning do. */
const OVERLAP = 0.5;

/** Of the letters' size: how far baselines within one line may differ, as those of raised and lowered letters do. */
const SHIFT = 0.6;

/** Degrees: scans are turned a little, and their lines are lines all the same. */
const ANGLE_STEP = 3;

/** Text that is drawn twice, a little apart, is a way to make it bold. Looked for among so many of the same words. */
const RECENT = 4;

interface Growing {
  readonly runs: TextRun[];
  readonly angle: number;
  left: number;
  right: number;
  readonly baseline: number;
  size: number;
  readonly order: number;
  rtl: number;
  length: number;
}

/** Puts what a page draws together to pieces of lines, one kind of direction apart from the other. */
export class FragmentBuilder {
  readonly #page: { width: number; height: number; wideGap?: number };
  readonly #byAngle = new Map<number, Growing[]>();
  readonly #drawn = new Map<string, { left: number; baseline: number; angle: number }[]>();
  #current: Growing | undefined;
  #spaced = false;
  #order = 0;

  /** @param page in points; `wideGap`, in sizes of letters: gaps that are wider set pieces of a line apart */
  constructor(page: { width: number; height: number; wideGap?: number }) {
    this.#page = page;
  }

  /** White space was drawn. */
  space(): void {
    this.#spaced = true;
  }

  endLine(): void {
    this.#current = undefined;
    this.#spaced = false;
  }

  add({ text, box, rtl, angle: exact, x, y, advance, size }: DrawnText): void {
    const angle = (((Math.round(exact / ANGLE_STEP) * ANGLE_STEP) % 360) + 360) % 360;
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const left = x * cos + y * sin;
    const baseline = y * cos - x * sin;
    if (this.#isRepeated(text, { left, baseline, angle }, size)) {
      return;
    }
    const run = { text, box, spaced: this.#spaced };
    this.#spaced = false;
    const right = left + advance;
    const current = this.#current;
    const wideGap = this.#page.wideGap ?? WIDE_GAP;
    if (current?.angle === angle && continues(current, { left, baseline, size }, wideGap)) {
      current.runs.push(run);
      current.left = Math.min(current.left, left);
      current.right = Math.max(current.right, right);
      current.size = Math.max(current.size, size);
      current.rtl += rtl ? text.length : 0;
      current.length += text.length;
      return;
    }
    const [order, length] = [this.#order, text.length];
    this.#order += 1;
    const rtlLength = rtl ? length : 0;
    const begun = {
      runs: [run],
      angle,
      left,
      right,
      baseline,
      size,
      order,
      rtl: rtlLength,
      length,
    };
    this.#current = begun;
    const others = this.#byAngle.get(angle);
    if (others === undefined) this.#byAngle.set(angle, [begun]);
    else others.push(begun);
  }

  /** The text by direction, that of the most text first, then as they were drawn. */
  directions(): TextDirection[] {
    const lengthOf = (all: readonly Growing[]): number =>
      all.reduce((sum, { length }) => sum + length, 0);
    const [main, ...others] = [...this.#byAngle].toSorted(
      ([, one], [, other]) => lengthOf(other) - lengthOf(one),
    );
    if (main === undefined) {
      return [];
    }
    const rest = others.toSorted(([, one], [, other]) => orderOf(one) - orderOf(other));
    return [main, ...rest].map(([angle, fragments]) => ({
      angle,
      ...this.#extent(angle),
      fragments: fragments.map((one): Fragment => ({ ...one, rtl: one.rtl * 2 > one.length })),
    }));
  }

  #isRepeated(
    text: string,
    at: { left: number; baseline: number; angle: number },
    size: number,
  ): boolean {
    const recent = this.#drawn.get(text);
    if (recent === undefined) {
      this.#drawn.set(text, [at]);
      return false;
    }
    const near = size * 0.12;
    const repeated = recent.some(
      (one) =>
        one.angle === at.angle &&
        Math.abs(one.left - at.left) <= near &&
        Math.abs(one.baseline - at.baseline) <= near,
    );
    if (recent.push(at) > RECENT) recent.shift();
    return repeated;
  }

  /** Where the page begins and ends across lines of an angle. */
  #extent(angle: number): { top: number; bottom: number } {
    const { width, height } = this.#page;
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const ends = [0, height * cos, -width * sin, height * cos - width * sin];
    return { top: Math.min(...ends), bottom: Math.max(...ends) };
  }
}

function continues(
  current: Growing,
  next: { left: number; baseline: number; size: number },
  wideGap: number,
): boolean {
  const size = Math.max(current.size, next.size);
  const gap = next.left - current.right;
  return (
    gap <= wideGap * size &&
    gap >= -OVERLAP * size &&
    Math.abs(next.baseline - current.baseline) <= SHIFT * size
  );
}

function orderOf(fragments: readonly Growing[]): number {
  return fragments[0]?.order ?? 0;
}
