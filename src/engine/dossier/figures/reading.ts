import type { Reading } from '../reading.ts';

/** What a figure needs to read the case. */
export type FigureReading = Pick<Reading, 'store' | 'language' | 'withholding' | 'leftOut'>;
