export { placeOf, readSourceText, textBetween } from './text.ts';
