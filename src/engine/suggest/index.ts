export { mentionSpans, Suggestions } from './suggestions.ts';
