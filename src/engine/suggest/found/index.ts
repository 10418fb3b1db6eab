import type { Judged } from './agreement.ts';
import type { Found, FoundItem } from './found.ts';
import { judgedNames } from './names.ts';
import type { Occurrence } from './occurrence.ts';
import { attributesIn } from './attributes.ts';
import { datesIn } from './dates.ts';
import { identifiersIn } from './identifiers.ts';
import { linksIn } from './links.ts';
import { nationalitiesIn } from './nationalities.ts';
import { read } from './reading.ts';
import { overlapsAny } from './spans.ts';
import type { Token } from './token.ts';

export type {
  Found,
  FoundAttribute,
  FoundItem,
  FoundKind,
  FoundLink,
  Reason,
  ReasonCode,
} from './found.ts';

export interface FindOptions {
  /** Names less sure than this are left out; from 0 to 1. */
  readonly minScore?: number;
}

const defaultMinScore = 0.5;

/**
 * Finds names nobody has recorded yet in a text, by rules: persons, organizations and places. Pure; nothing is looked
 * up outside this program.
 */
export function findInText(text: string, language: string, options: FindOptions = {}): Found {
  const minScore = options.minScore ?? defaultMinScore;
  const reading = read(text, language);
  const identifiers = identifiersIn(text);
  const dates = datesIn(text, language).filter((date) => !overlapsAny(identifiers, date));
  const plain = [...identifiers, ...dates].toSorted((one, other) => one.start - other.start);
  const judged = judgedNames(reading, (token: Token) => overlapsAny(plain, token));
  const byOccurrence = new Map(judged.map((one) => [one.occurrence, one]));
  const kept = judged.filter((one) => scoreOf(one, byOccurrence) >= minScore);
  const positions = new Map(kept.map((one, at) => [one.occurrence, at]));
  const items = kept.map((one) => itemOf(text, one, byOccurrence, positions));
  const all = inOrder([...items, ...plain]);
  const attributes = [...attributesIn(text, all), ...nationalitiesIn(text, all, language)];
  return { items: all, links: linksIn(text, all), attributes };
}

/** Sorts items by where they begin, longer ones first, and keeps what `aliasOf` points to. */
function inOrder(items: readonly FoundItem[]): FoundItem[] {
  const order = [...items.keys()].toSorted((one, other) => {
    const [a, b] = [items[one], items[other]];
    return a === undefined || b === undefined ? 0 : a.start - b.start || b.end - a.end;
  });
  const moved = new Map(order.map((before, now) => [before, now]));
  return order.flatMap((position) => {
    const item = items[position];
    if (item === undefined) return [];
    const main = item.aliasOf === undefined ? undefined : moved.get(item.aliasOf);
    return main === undefined ? [item] : [{ ...item, aliasOf: main }];
  });
}

/** Another name is as sure as the name it belongs to, where its own form says little. */
function scoreOf(one: Judged, all: ReadonlyMap<Occurrence, Judged>): number {
  const { alias } = one.occurrence;
  const main = alias === undefined ? undefined : all.get(alias.of);
  return Math.max(one.verdict.score, main?.verdict.score ?? 0);
}

function itemOf(
  text: string,
  one: Judged,
  all: ReadonlyMap<Occurrence, Judged>,
  positions: ReadonlyMap<Occurrence, number>,
): FoundItem {
  const { occurrence, verdict, fullest } = one;
  const { start, end, alias } = occurrence;
  const item = {
    start,
    end,
    text: text.slice(start, end),
    kind: verdict.kind,
    score: verdict.score,
    reasons: verdict.reasons,
    fullName: text.slice(fullest.start, fullest.end),
  };
  const main = alias === undefined ? undefined : positions.get(alias.of);
  if (alias === undefined || main === undefined) return item;
  return {
    ...item,
    kind: all.get(alias.of)?.verdict.kind ?? verdict.kind,
    score: scoreOf(one, all),
    reasons: [alias.reason, ...verdict.reasons.filter(({ code }) => code !== alias.reason.code)],
    aliasOf: main,
    nameKind: alias.sort,
  };
}
