export { assess, unassess } from './assessments.ts';
export { clusterOf } from './clusters.ts';
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
  unmentionEntity,
  updateAttribute,
  updateLink,
  updateName,
} from './facts.ts';
export { listEntities } from './list.ts';
export {
  createEntity,
  entityOf,
  makeEntity,
  makeName,
  removeEntity,
  updateEntity,
} from './make.ts';
export { makeAttribute, makeLink } from './make-fact.ts';
export { getEntity, getManyFacts, type EntityFacts } from './read.ts';
export { judge, listResolutions, removeResolution, split } from './resolutions.ts';
