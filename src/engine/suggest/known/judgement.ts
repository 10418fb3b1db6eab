import type { KnownReason } from './known.ts';

/** What is found for and against one reading while it is looked at: a score that is weighed, and reasons. */
export class Judgement {
  score: number;
  readonly reasons: KnownReason[];

  constructor(score: number, first: KnownReason) {
    this.score = score;
    this.reasons = [first];
  }

  /** Whether something made the reading impossible. */
  get isOut(): boolean {
    return this.score === 0;
  }

  /** Weighs the score by a factor, 0 for what cannot be, and gives reasons for it. */
  weigh(factor: number, ...reasons: readonly KnownReason[]): void {
    this.score *= factor;
    this.reasons.push(...reasons);
  }

  reject(): void {
    this.score = 0;
  }
}

/** A reason that has nothing more to say. */
export function plain<Code extends PlainCode>(
  code: Code,
): { readonly code: Code; readonly params: Readonly<Record<string, never>> } {
  return { code, params: none };
}

const none: Readonly<Record<string, never>> = {};

type PlainCode = Extract<KnownReason, { params: Readonly<Record<string, never>> }>['code'];
