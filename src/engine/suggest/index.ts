export { mentionSpans, Suggestions } from './suggestions.ts';
export { KnownIndex, matchText, Sieve, type KnownName } from './known/index.ts';
