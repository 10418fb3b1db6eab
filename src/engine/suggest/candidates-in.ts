import type { SuggestionReason } from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import type { Candidate, CandidateName } from './candidate.ts';
import type { Found, FoundItem, FoundKind, Reason } from './found/index.ts';
import { matchText, type KnownIndex, type KnownMatch } from './known/index.ts';

/** How sure a known name must be for a longer name around it to be taken for the same entity's. */
const sureName = 0.7;
/** How much of a reading's score is left when the text has more than the known name. */
const longerName = 0.6;

/**
 * What may be worth recording in a text: the names of the case that stand in it, and what was found besides. Where both
 * see a name at one place, the longer is taken; a new name that contains a known one of its kind is offered as that
 * entity too.
 */
export function candidatesIn(text: string, found: Found, index: KnownIndex): Candidate[] {
  const kinds = new Map(index.names.map((name) => [name.entityId, name.kind]));
  const known = matchText(index, text).map((match) => ({ match, name: knownName(match, kinds) }));
  const covered = new Set<KnownMatch>();
  const candidates: Candidate[] = [];
  const names = found.items.map((item): CandidateName | null => {
    if (!isName(item.kind)) return null;
    const there = known.filter(({ match }) => match.start < item.end && match.end > item.start);
    const around = there.find(({ match }) => match.start <= item.start && match.end >= item.end);
    if (around !== undefined) return around.name;
    const inside = there.filter(({ match }) => match.start >= item.start && match.end <= item.end);
    for (const { match } of inside) covered.add(match);
    return newName(item, item.kind, inside.length === 1 ? inside[0]?.name : undefined);
  });
  found.items.forEach((item, position) => {
    const name = names[position];
    if (name === undefined || name === null) return;
    const subject = item.aliasOf === undefined ? undefined : names[item.aliasOf];
    if (subject !== undefined && subject !== null) {
      candidates.push({
        sort: 'alias',
        ...passage(text, subject, item),
        score: item.score,
        reasons: reasonsOf(item.reasons),
        subject,
        alias: {
          start: item.start,
          end: item.end,
          text: item.text,
          form: foldName(item.text),
          kind: item.nameKind ?? 'alias',
        },
      });
      return;
    }
    // A name of the case that stands here, or around here, is offered as such below.
    if (known.some((one) => one.name === name)) return;
    const [reading] = name.readings;
    candidates.push({
      sort: 'name',
      start: item.start,
      end: item.end,
      text: item.text,
      score: Math.max(item.score, reading?.score ?? 0),
      reasons: [...(reading?.reasons ?? []), ...reasonsOf(item.reasons)],
      subject: name,
    });
  });
  for (const { match, name } of known) {
    if (covered.has(match)) continue;
    const [best] = name.readings;
    candidates.push({
      sort: 'name',
      start: match.start,
      end: match.end,
      text: match.text,
      score: best?.score ?? 0,
      reasons: best?.reasons ?? [],
      subject: name,
    });
  }
  for (const { from, to, type, role, score, reasons, start, end } of found.links) {
    const [subject, other] = [names[from], names[to]];
    if (subject === undefined || subject === null || other === undefined || other === null)
      continue;
    candidates.push({
      sort: 'link',
      ...passage(text, subject, other, { start, end }),
      score,
      reasons: reasonsOf(reasons),
      subject,
      link: { to: other, type, role },
    });
  }
  for (const { item, property, value, score, reasons, start, end } of found.attributes) {
    const subject = names[item];
    if (subject === undefined || subject === null) continue;
    candidates.push({
      sort: 'attribute',
      ...passage(text, subject, { start, end }),
      score,
      reasons: reasonsOf(reasons),
      subject,
      attribute: { property, value, form: 'text' },
    });
  }
  for (const { kind, property = '', value, ...item } of found.items) {
    if (isName(kind)) continue;
    const borne = found.attributes.some(
      (one) => one.start < item.end && one.end > item.start && one.value === (value ?? item.text),
    );
    if (borne) continue;
    candidates.push({
      sort: 'attribute',
      start: item.start,
      end: item.end,
      text: item.text,
      score: item.score,
      reasons: reasonsOf(item.reasons),
      subject: null,
      attribute: { property, value: value ?? item.text, form: kind },
    });
  }
  return candidates.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function isName(kind: FoundKind): kind is FoundKind & EntityKind {
  return kind !== 'identifier' && kind !== 'date';
}

function knownName(match: KnownMatch, kinds: ReadonlyMap<string, EntityKind>): CandidateName {
  const { start, end, text } = match;
  const readings = match.readings.map(({ entityId, score, reasons }) => ({
    entityId,
    score,
    reasons: reasons.map(({ code, params }): SuggestionReason => ({ code, params: { ...params } })),
  }));
  const kind = kinds.get(match.readings[0]?.entityId ?? '') ?? 'person';
  return { start, end, text, kind, name: text, form: foldName(text), readings };
}

/** A name that nobody has recorded; with a known one inside it, it may be that entity's in full. */
function newName(
  { start, end, text, fullName }: FoundItem,
  kind: EntityKind,
  inside: CandidateName | undefined,
): CandidateName {
  const readings = (inside?.kind === kind ? inside.readings : [])
    .filter(({ score }) => score >= sureName)
    .map((reading) => ({
      ...reading,
      score: reading.score * longerName,
      reasons: [...reading.reasons, { code: 'longerThanKnown', params: {} }],
    }));
  return { start, end, text, kind, name: fullName, form: foldName(fullName), readings };
}

/** The stretch of text from the first of the given to the end of the last, with its words. */
function passage(text: string, ...spans: readonly { start: number; end: number }[]) {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { start, end, text: text.slice(start, end) };
}

function reasonsOf(reasons: readonly Reason[]): SuggestionReason[] {
  return reasons.map(({ code, params }) => ({ code, params: { ...params } }));
}
