/** One measurement beside what it is measured against, both taken in the same run on the same machine. */
export interface Figure {
  /** What was measured, with its size: "import of 2,000 documents". */
  readonly name: string;
  readonly figure: number;
  /** The same work done the barest way, in the same unit; undefined where there is no such thing. */
  readonly baseline?: number;
  /** What the baseline is: "better-sqlite3 inserting the same rows". */
  readonly against?: string;
  /** Of both numbers; smaller is better, but of a share of what was wanted (`%`). */
  readonly unit: 'ms' | 's' | 'MB' | 'bytes' | 'gestures' | '%';
}

/** What each `*.bench.ts` beside this file exports under the name `bench`. It removes what it made. */
export type Bench = () => Promise<readonly Figure[]>;
