export { addEvidence, putEvidence, updateEvidence } from './evidence.ts';
export {
  addAttribute,
  addLink,
  addName,
  createExcerpt,
  mentionEntity,
  primaryNameOf,
  removeLink,
  removeName,
  updateAttribute,
  updateLink,
  updateName,
} from './facts.ts';
export { listEntities, summariesOf } from './list.ts';
export {
  createEntity,
  entityOf,
  makeEntity,
  makeName,
  removeEntity,
  updateEntity,
} from './make.ts';
export { getEntity } from './read.ts';
