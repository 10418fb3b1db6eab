export { readEntities } from './read-entities.ts';
