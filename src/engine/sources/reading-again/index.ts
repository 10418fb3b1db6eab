export { readAgain, type ReadAgainOptions } from './read-again.ts';
export { sourceVersions, textOf } from './texts.ts';
