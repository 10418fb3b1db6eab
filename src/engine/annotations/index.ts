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
} from './marks.ts';
export { passageOf, type StoredPassage } from './passage.ts';
export { createTag, listTags, makeTag, removeTag, tagOf, updateTag } from './tags.ts';
