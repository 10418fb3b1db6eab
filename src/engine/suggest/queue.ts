import type { z } from 'zod';
import type {
  ListSuggestionGroupsInput,
  ListSuggestionsInput,
  SuggestionSort,
} from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Candidate, CandidateName } from './candidate.ts';

/** A suggestion that is left to judge, with what names it and its group. */
export interface Entry {
  key: string;
  group: string;
  sourceId: string;
  candidate: Candidate;
}

/** A reading below this says too little to take a name for that of an entity. */
export const readingCounts = 0.5;

/** Suggestions of the same name or offer. */
export interface EntryGroup {
  group: string;
  entries: Entry[];
  best: Entry;
  sources: number;
  text: string;
}

type Wanted = Pick<
  z.infer<typeof ListSuggestionsInput>,
  'source' | 'sort' | 'kind' | 'minScore' | 'group'
>;

/** Makes an entry of a candidate found in a source. */
export function entryOf(sourceId: string, candidate: Candidate): Entry {
  const { start, end, sort } = candidate;
  return {
    key: JSON.stringify([sourceId, start, end, sort, ...offerOf(candidate)]),
    group: groupOf(candidate),
    sourceId,
    candidate,
  };
}

/** The source that a suggestion of this key is in, as `entryOf` writes it; empty for what is no such key. */
export function sourceOfKey(key: string): string {
  return /^\["([^"]*)"/u.exec(key)?.[1] ?? '';
}

/**
 * What tells offers of one sort at one place apart, by places and words of the text alone: an offer keeps its key when
 * whom a name stands for is known, so that what a person has before them is still found after the judgement before.
 */
function offerOf(candidate: Candidate): readonly (string | number)[] {
  switch (candidate.sort) {
    case 'name':
      return [];
    case 'alias':
      return [candidate.subject.start, candidate.alias.start];
    case 'link':
      return [candidate.subject.start, candidate.link.type, candidate.link.to.start];
    case 'attribute':
      return [candidate.attribute.property, candidate.attribute.value];
  }
}

/** Those that are wanted, in the order given. */
export function wantedOf(
  entries: readonly Entry[],
  { source, sort, kind, minScore, group }: Wanted,
): Entry[] {
  return entries.filter(
    (entry) =>
      (source === undefined || entry.sourceId === source) &&
      (sort === undefined || entry.candidate.sort === sort) &&
      (kind === undefined || isOfKind(entry.candidate, kind)) &&
      (group === undefined || entry.group === group) &&
      entry.candidate.score >= minScore,
  );
}

/** Whether a candidate names nobody but entities of a kind: a link to a place is not asked for with persons. */
function isOfKind(candidate: Candidate, kind: EntityKind): boolean {
  if (candidate.subject?.kind !== kind) return false;
  return candidate.sort !== 'link' || candidate.link.to.kind === kind;
}

/** Far faster than `localeCompare` where thousands of names have the same count and score. */
const byName = new Intl.Collator();

/** Suggestions by what they suggest, in the order wanted. */
export function grouped(
  entries: readonly Entry[],
  order: z.infer<typeof ListSuggestionGroupsInput>['order'],
): EntryGroup[] {
  const byGroup = new Map<string, Entry[]>();
  for (const entry of entries) {
    const others = byGroup.get(entry.group);
    if (others === undefined) byGroup.set(entry.group, [entry]);
    else others.push(entry);
  }
  const groups = [...byGroup].map(([group, members]): EntryGroup => {
    const [first] = members;
    if (first === undefined) throw new Error('a group has members');
    let best = first;
    const texts = new Map<string, number>();
    const sources = new Set<string>();
    for (const member of members) {
      if (member.candidate.score > best.candidate.score) best = member;
      const text = titleOf(member.candidate);
      texts.set(text, (texts.get(text) ?? 0) + 1);
      sources.add(member.sourceId);
    }
    const [text = ''] = [...texts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return { group, entries: members, best, sources: sources.size, text };
  });
  return groups.toSorted(
    (a, b) =>
      (order === 'count' ? b.entries.length - a.entries.length : 0) ||
      (order === 'name' ? byName.compare(a.text, b.text) : 0) ||
      b.best.candidate.score - a.best.candidate.score ||
      byName.compare(a.text, b.text),
  );
}

/** How many are left of each sort: suggestions, and groups of them. */
export function countsOf(entries: readonly Entry[]): {
  counts: Record<SuggestionSort, number>;
  groups: Record<SuggestionSort, number>;
} {
  const counts = { name: 0, alias: 0, link: 0, attribute: 0 };
  const groups = { name: 0, alias: 0, link: 0, attribute: 0 };
  const seen = new Set<string>();
  for (const { candidate, group } of entries) {
    counts[candidate.sort] += 1;
    if (seen.has(group)) continue;
    seen.add(group);
    groups[candidate.sort] += 1;
  }
  return { counts, groups };
}

/** The entity a name is taken for, unless it is new. */
export function likeliest(name: CandidateName): string | null {
  const [first] = name.readings;
  return first !== undefined && first.score >= readingCounts ? first.entityId : null;
}

function groupOf(candidate: Candidate): string {
  switch (candidate.sort) {
    case 'name':
      return `name ${nameGroup(candidate.subject)}`;
    case 'alias':
      return `alias ${nameGroup(candidate.subject)} = ${candidate.alias.form}`;
    case 'link': {
      const { to, type } = candidate.link;
      return `link ${nameGroup(candidate.subject)} ${type} ${nameGroup(to)}`;
    }
    case 'attribute': {
      const { property, value } = candidate.attribute;
      const bearer = candidate.subject === null ? '' : nameGroup(candidate.subject);
      return `attribute ${bearer} ${property} ${value}`;
    }
  }
}

function nameGroup(name: CandidateName): string {
  return likeliest(name) ?? `${name.kind} ${name.form}`;
}

function titleOf(candidate: Candidate): string {
  return candidate.sort === 'alias'
    ? candidate.alias.text
    : candidate.sort === 'attribute'
      ? candidate.attribute.value
      : candidate.subject.name;
}
