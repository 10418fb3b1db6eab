import type { LikelyEntity } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { comparePrepared, prepareName, type NameComparison } from '../names/index.ts';
import type { CandidateIndex } from './candidate-index.ts';
import type { EntityRecord } from './record.ts';

/** Entities that are compared, and words that a beginning is completed to, at most. */
const mostCompared = 150;
const mostWords = 40;
/** What is offered while the name is not yet whole is less sure. */
const leastOffered = 0.35;
/** Letters of a last word from which on it is completed. */
const enoughLetters = 2;

/**
 * The entities of a kind that a name may mean while it is being typed, best first: its last word may be the beginning of
 * one.
 */
export function likelyEntities(
  index: CandidateIndex,
  kind: EntityKind,
  typed: string,
  limit: number,
): LikelyEntity[] {
  const words = foldName(typed).split(' ').filter(Boolean);
  const last = words.at(-1) ?? '';
  if (words.join('').length < enoughLetters) return [];
  const name = prepareName(typed, kind);
  const candidates = index.withKeysOf(kind, name);
  const beginnings = last.length >= enoughLetters ? index.wordsFrom(last, mostWords) : [];
  for (const word of [...words.slice(0, -1).toReversed(), ...beginnings]) {
    for (const record of index.withWord(kind, word)) {
      if (candidates.size >= mostCompared * 4) break;
      candidates.add(record);
    }
  }
  const found: LikelyEntity[] = [];
  for (const record of closest(candidates, words)) {
    const best = bestName(record, typed, kind, words);
    if (best.score < leastOffered) continue;
    found.push({
      id: record.id,
      kind: record.kind,
      name: record.name,
      matched: best.matched,
      score: best.score,
      reasons: [...best.reasons],
    });
  }
  return found
    .toSorted((a, b) => b.score - a.score || a.name.length - b.name.length)
    .slice(0, limit);
}

/** Of many candidates those that share most of what was typed. */
function closest(candidates: ReadonlySet<EntityRecord>, words: readonly string[]): EntityRecord[] {
  const all = [...candidates];
  if (all.length <= mostCompared) return all;
  const shared = (record: EntityRecord): number => {
    const text = record.names.map(({ folded }) => ` ${folded}`).join('');
    return words.filter((word) => text.includes(` ${word}`)).length;
  };
  return all
    .map((record) => ({ record, shared: shared(record) }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostCompared)
    .map(({ record }) => record);
}

function bestName(
  record: EntityRecord,
  typed: string,
  kind: EntityKind,
  words: readonly string[],
): NameComparison & { matched: string } {
  let best: NameComparison & { matched: string } = {
    score: 0,
    match: false,
    reasons: [],
    matched: record.name,
  };
  const whole = prepareName(typed, kind);
  for (const name of record.names) {
    const asTyped = comparePrepared(whole, name);
    if (asTyped.score > best.score) best = { ...asTyped, matched: name.written };
    const begun = beginningScore(words, name.folded.split(' '));
    if (begun > best.score) {
      best = {
        score: begun,
        match: begun >= 0.5,
        reasons: [{ code: 'name.partial', params: {} }],
        matched: name.written,
      };
    }
    const completed = complete(words, name.folded.split(' '));
    if (completed === undefined) continue;
    const asMeant = comparePrepared(
      prepareName(typed.trim().replace(/[^\s]+$/u, completed), kind),
      name,
    );
    // What is not typed yet may still turn out otherwise.
    const score = Math.round(asMeant.score * 900) / 1000;
    if (score > best.score)
      best = { ...asMeant, score, match: score >= 0.5, matched: name.written };
  }
  return best;
}

/** How sure it is that a name is meant when each word that was typed is one of its own, or begins one. */
function beginningScore(typed: readonly string[], name: readonly string[]): number {
  const left = [...name];
  let letters = 0;
  for (const word of typed) {
    const at = left.findIndex((one) => one.startsWith(word));
    if (at < 0) return 0;
    letters += word.length;
    left.splice(at, 1);
  }
  return letters < 3 ? 0 : Math.min(0.7, 0.3 + 0.02 * letters + 0.1 * typed.length);
}

/** What the last word that was typed is completed to, when it begins a word of a name. */
function complete(typed: readonly string[], name: readonly string[]): string | undefined {
  const last = typed.at(-1) ?? '';
  const before = typed.slice(0, -1);
  const word = name.find((one) => one.startsWith(last) && one !== last && !before.includes(one));
  if (word === undefined || last.length < enoughLetters) return undefined;
  // A single word that begins a name of several is completed to all of it.
  return before.length === 0 && name[0] === word ? name.join(' ') : word;
}
