export { mentionSpans, Suggestions } from './suggestions.ts';
export { KnownIndex, matchText, type KnownName } from './known/index.ts';
