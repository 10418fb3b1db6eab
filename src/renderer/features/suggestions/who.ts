import type { SuggestedName, Suggestion } from '#contract/suggestion.ts';

/** A reading below this says too little to take a name for that of an entity; the engine goes by the same. */
const readingCounts = 0.5;

/** Whom a name most likely stands for, unless it is new. */
export function likeliest(name: SuggestedName | null): SuggestedName['readings'][number] | null {
  const [first] = name?.readings ?? [];
  return first !== undefined && first.score >= readingCounts ? first : null;
}

/** Whether accepting it makes a new entity. */
export function isNew({ sort, subject }: Suggestion): boolean {
  return sort === 'name' && likeliest(subject) === null;
}
