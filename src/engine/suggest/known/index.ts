export { KnownIndex } from './known-index.ts';
export type {
  KnownMatch,
  KnownName,
  KnownReading,
  KnownReason,
  KnownReasonCode,
  MatchOptions,
  Script,
} from './known.ts';
export { matchText } from './match.ts';
export { Sieve } from './sieve.ts';
