export { carryOver, offerPlaces } from './carry-over.ts';
export type { Place, Span } from './passage.ts';
export { CarryThread } from './thread.ts';
