import type { SuggestionReason } from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import type { Candidate, CandidateName } from './candidate.ts';
import { matchText, type KnownIndex, type KnownMatch } from './known/index.ts';

/** What can be found in a text without knowing the case. */
export type FoundInText = readonly never[];

/**
 * What may be worth recording in a text: the names of the case that stand in it, and what was found besides. Where both
 * see a name at one place, the longer is taken; a new name that contains a known one is offered as that entity too.
 */
export function candidatesIn(text: string, found: FoundInText, index: KnownIndex): Candidate[] {
  void found;
  const kinds = new Map(index.names.map((name) => [name.entityId, name.kind]));
  return matchText(index, text).map((match): Candidate => {
    const subject = knownName(match, kinds);
    const [best] = subject.readings;
    const { start, end, text: words } = match;
    return {
      sort: 'name',
      start,
      end,
      text: words,
      score: best?.score ?? 0,
      reasons: best?.reasons ?? [],
      subject,
    };
  });
}

function knownName(match: KnownMatch, kinds: ReadonlyMap<string, EntityKind>): CandidateName {
  const { start, end, text } = match;
  const readings = match.readings.map(({ entityId, score, reasons }) => ({
    entityId,
    score,
    reasons: reasons.map((reason): SuggestionReason => ({
      code: reason.code,
      params: { ...reason.params },
    })),
  }));
  const kind = kinds.get(match.readings[0]?.entityId ?? '') ?? 'person';
  return { start, end, text, kind, form: foldName(text), readings };
}
