import { useMemo } from 'react';
import type { PassageQuery, PassageTerm } from '#contract/passage-query.ts';
import { clausesOf } from './combination.ts';
import { useTagWork, type Part } from './tag-work-store.ts';
import type { TagNode } from './tag-tree.ts';

/** Adds a part to the combination, joined by `and`. */
export function combine(term: Part['term']): void {
  useTagWork.setState(({ parts }) => ({ parts: [...parts, { joint: 'and', term }] }));
}

/** Begins a new combination. */
export function combineOnly(
  terms: readonly Part['term'][],
  scope: PassageQuery['scope'] = 'passage',
): void {
  useTagWork.setState({ parts: terms.map((term) => ({ joint: 'and', term })), scope });
}

export function termOf({ term }: Part): PassageTerm {
  switch (term.kind) {
    case 'tag':
      return { tag: term.id, below: term.below };
    case 'entity':
      return { entity: term.id };
    case 'source':
      return { source: term.id };
  }
}

/** The combination that was put together, without tags that are no more, and what it asks of the engine. */
export function useCombination(all: readonly TagNode[]) {
  const { parts, scope, distance } = useTagWork();
  return useMemo(() => {
    const there = new Set(all.map(({ tag }) => tag.id));
    const shown = parts.filter(({ term }) => term.kind !== 'tag' || there.has(term.id));
    const query: PassageQuery | null =
      shown.length === 0 ? null : { clauses: clausesOf(shown, termOf), scope, distance };
    return { parts: shown, query };
  }, [all, distance, parts, scope]);
}
