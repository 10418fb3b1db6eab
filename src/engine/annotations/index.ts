export {
  excerptsOf,
  getExcerpt,
  highlightsOf,
  listExcerpts,
  passagesOfEntity,
} from './excerpts.ts';
export {
  notePassage,
  putMention,
  putTag,
  removeExcerpt,
  tagPassage,
  untagPassage,
  updatePassage,
} from './marks.ts';
export { countOrphans, listOrphans, placeOrphan } from './orphans.ts';
export { passageOf, type StoredPassage } from './passage.ts';
export { adjustPassage, mergePassages, splitPassage } from './reshape.ts';
export {
  changeTag,
  createTag,
  isBeneath,
  listTags,
  makeTag,
  mergeTags,
  removeTag,
  tagOf,
  updateTag,
} from './tags.ts';
export { queryExcerpts } from './passage-query.ts';
export { tagMatrix } from './tag-matrix.ts';
