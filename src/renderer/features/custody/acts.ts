import type { CustodyAct } from '#contract/vocabulary.ts';

/** Acts whose party is whom the document went to; of the others, whom it came from. */
export const toWhom: ReadonlySet<CustodyAct> = new Set<CustodyAct>(['handedOver', 'returned']);
