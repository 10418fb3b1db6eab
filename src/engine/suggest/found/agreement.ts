import { sortOf, weigh, type Clue, type Verdict } from './evidence.ts';
import type { Occurrence } from './occurrence.ts';

/** What was made of an occurrence together with all others of the same name. */
export interface Judged {
  readonly occurrence: Occurrence;
  readonly verdict: Verdict;
  /** The occurrence with the fullest writing of the same name. */
  readonly fullest: Occurrence;
}

/** Every clue that the occurrences of one writing of a name give. */
interface Group {
  readonly words: readonly string[];
  readonly occurrences: Occurrence[];
  /** The strongest clue of each sort that its occurrences give. */
  readonly clues: Clue[];
}

/**
 * Judges all occurrences of a text together: those of one writing share their clues, and a shorter writing ("Guerrero")
 * is taken for the fuller one ("Héctor Guerrero Flores") that stood last before it.
 */
export function agree(occurrences: readonly Occurrence[]): Judged[] {
  const groups = new Map<string, Group>();
  for (const occurrence of occurrences) {
    const key = occurrence.words.join(' ');
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { words: occurrence.words, occurrences: [occurrence], clues: [] });
    else group.occurrences.push(occurrence);
  }
  for (const group of groups.values()) group.clues.push(...strongest(group.occurrences));
  const byWord = new Map<string, Group[]>();
  for (const group of groups.values()) {
    if (group.words.length < 2) continue;
    for (const word of new Set(group.words)) {
      const same = byWord.get(word);
      if (same === undefined) byWord.set(word, [group]);
      else same.push(group);
    }
  }
  const kinds = new Map<Group, Verdict | undefined>();
  for (const group of groups.values()) kinds.set(group, weigh([], group.clues));
  const judged: Judged[] = [];
  for (const group of groups.values()) {
    const fuller = (byWord.get(group.words[0] ?? '') ?? []).filter((other) =>
      isPart(group, other, kinds),
    );
    const shared = [...group.clues, ...repetition(group, kinds.get(group))];
    const main = mainOf(group, groups);
    for (const occurrence of group.occurrences) {
      const full = nearest(fuller, occurrence) ?? main;
      const others = [...shared];
      if (full !== undefined) others.push(...fromFuller(full, kinds.get(full.group)));
      const verdict = weigh(occurrence.clues.all, others);
      if (verdict === undefined) continue;
      judged.push({ occurrence, verdict, fullest: full?.occurrence ?? occurrence });
    }
  }
  return judged.toSorted((one, other) => one.occurrence.start - other.occurrence.start);
}

/** What the text, somewhere, says that this is another name of. */
function mainOf(group: Group, groups: ReadonlyMap<string, Group>): Fuller | undefined {
  for (const { alias } of group.occurrences) {
    const main = alias === undefined ? undefined : groups.get(alias.of.words.join(' '));
    if (alias !== undefined && main !== undefined && main !== group)
      return { group: main, occurrence: alias.of };
  }
  return undefined;
}

function strongest(occurrences: readonly Occurrence[]): Clue[] {
  const best = new Map<string, Clue>();
  for (const { clues } of occurrences) {
    for (const clue of clues.all) {
      if (!clue.shared) continue;
      const key = sortOf(clue);
      if (Math.abs(clue.weight) > Math.abs(best.get(key)?.weight ?? 0)) best.set(key, clue);
    }
  }
  return [...best.values()];
}

function repetition(group: Group, verdict: Verdict | undefined): Clue[] {
  const count = group.occurrences.length;
  if (count < 2 || verdict === undefined) return [];
  const weight = Math.min(0.6, 0.2 * (count - 1));
  const reason = { code: 'repeated', params: { count: String(count) } } as const;
  return [{ kind: verdict.kind, weight, reason, shared: true }];
}

interface Fuller {
  readonly group: Group;
  readonly occurrence: Occurrence;
}

/** Of those fuller writings, the occurrence that stands last before another; without one, the first after it. */
function nearest(groups: readonly Group[], to: Occurrence): Fuller | undefined {
  let before: Fuller | undefined;
  let after: Fuller | undefined;
  for (const group of groups) {
    const { occurrences } = group;
    let low = 0;
    let high = occurrences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((occurrences[middle]?.end ?? 0) <= to.start) low = middle + 1;
      else high = middle;
    }
    const last = occurrences[low - 1];
    if (last !== undefined && last.start >= (before?.occurrence.start ?? 0))
      before = { group, occurrence: last };
    const next = occurrences.slice(low, low + 2).find(({ start }) => start >= to.end);
    if (next !== undefined && next.start < (after?.occurrence.start ?? Infinity))
      after = { group, occurrence: next };
  }
  return before ?? after;
}

function fromFuller({ group, occurrence }: Fuller, verdict: Verdict | undefined): Clue[] {
  if (verdict === undefined) return [];
  const { kind } = verdict;
  const reason = { code: 'part-of', params: { name: occurrence.words.join(' ') } } as const;
  return [
    ...group.clues.filter((clue) => clue.kind === kind && clue.weight > 0),
    { kind, weight: 1.3, reason, shared: true },
  ];
}

/** A person may go by any of their names in order, an organization by the first ones. */
function isPart(part: Group, full: Group, kinds: ReadonlyMap<Group, Verdict | undefined>): boolean {
  if (part.words.length >= full.words.length) return false;
  const kind = kinds.get(full)?.kind;
  if (kind === 'organization') {
    return (
      part.words.every((word, at) => word === full.words[at]) && (part.words[0]?.length ?? 0) > 3
    );
  }
  const own = kinds.get(part);
  if (kind !== 'person' || (own?.kind === 'location' && own.score > 0.75)) return false;
  let at = 0;
  for (const word of full.words) if (word === part.words[at]) at += 1;
  return at === part.words.length;
}
