import type { Citation, FactLine } from '../../model.ts';

/** Signs that mean something to the typesetter; in a dossier they are signs like any other. */
export const MARKUP =
  '#let x = $y$ *bold* _it_ <label> @ref "q" \\[esc\\] [c] `raw` // not a comment = h ~ --';

export const PERSON = '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d4';
export const GROUP = '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d5';

/** An id as the case gives them, the same for the same number. */
export function exampleId(number: number): string {
  return `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function supports(excerpt: number, credibility: Citation['credibility'] = '2'): Citation {
  return { excerpt, stance: 'supports', credibility };
}

export function contradicts(excerpt: number, credibility: Citation['credibility'] = '4'): Citation {
  return { excerpt, stance: 'contradicts', credibility };
}

let last = 0;

/** A line of fact that rests on these excerpts, each of its own origin unless it is said otherwise. */
export function fact(
  citations: readonly Citation[] = [],
  independent = citations.filter(({ stance }) => stance === 'supports').length,
  entity = PERSON,
): FactLine {
  last += 1;
  return { id: exampleId(last), entity, citations, independent };
}

/** Begins the ids of facts anew, so that the same example is the same each time. */
export function startFacts(): void {
  last = 0;
}
