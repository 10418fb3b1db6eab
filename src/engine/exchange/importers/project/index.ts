export { readCodebook } from './read-codebook.ts';
export { readProject } from './read-project.ts';
