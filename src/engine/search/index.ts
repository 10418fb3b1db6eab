export { matchQuery, namesMatching } from './query.ts';
export { placeText, search } from './search.ts';
