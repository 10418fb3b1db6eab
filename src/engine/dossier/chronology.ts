import type { DatedText } from '#contract/entity.ts';
import { dateBounds } from '#shared/edtf.ts';
import {
  independentOf,
  withRole,
  type AttributeFact,
  type CitedFact,
  type LinkFact,
} from './fact.ts';
import type { ChronologyLine } from './model.ts';
import type { Numbering } from './numbering.ts';

/** An event that the subject has a part in, with what the case says of the event itself. */
export interface LinkedEvent {
  readonly name: string;
  /** The links between the subject and it. */
  readonly links: readonly LinkFact[];
  readonly attributes: readonly AttributeFact[];
}

interface Draft {
  readonly date: string;
  readonly uncertain: boolean;
  readonly sortKey: string;
  readonly text: string;
  /** The first is what the line is. */
  readonly facts: readonly [CitedFact, ...CitedFact[]];
}

/**
 * Every dated fact, earliest first: dates that are facts themselves (of birth, say), attributes and links by when they
 * held, and the events the subjects have a part in on each day that a source gives for them. What several subjects share
 * is told of the first.
 */
export function chronologyOf(
  subjects: readonly {
    readonly name: string;
    readonly printed: {
      readonly attributes: readonly AttributeFact[];
      readonly links: readonly LinkFact[];
      readonly events: readonly LinkedEvent[];
    };
  }[],
  numbering: Numbering,
): ChronologyLine[] {
  const told = new Set<string>();
  const once = (fact: CitedFact) => {
    const first = !told.has(fact.id);
    told.add(fact.id);
    return first;
  };
  return subjects
    .flatMap(({ name, printed: { attributes, links, events } }) => {
      const ofEvents = events.flatMap((event) => ofEvent(event, told));
      return [
        ...attributes.filter(once).flatMap((fact) => ofAttribute(fact, name)),
        ...ofEvents,
        ...links.filter(once).flatMap((fact) => whileHeld(fact, fact.link)),
      ].map((draft) => ({ ...draft, subject: subjects.length > 1 ? name : null }));
    })
    .toSorted((a, b) => order(a.sortKey, b.sortKey))
    .map(({ facts, ...line }) => ({
      id: facts[0].id,
      entity: facts[0].entity,
      ...line,
      citations: numbering.citeAll(facts),
      independent: independentOf(facts),
    }));
}

function ofAttribute(fact: AttributeFact, subject: string): Draft[] {
  if (fact.property?.type === 'date') {
    // The date of an event is when it happened, so that the line is the event.
    return ofDate(fact, fact.attribute.property === 'eventDate' ? subject : fact.label, [fact]);
  }
  return whileHeld(fact, fact.attribute);
}

/** An attribute whose value is a date; one that is not in EDTF has no place in time. */
function ofDate(
  fact: AttributeFact,
  text: string,
  facts: readonly [CitedFact, ...CitedFact[]],
): Draft[] {
  const bounds = dateBounds(fact.attribute.value);
  const sortKey = bounds === null ? null : sortKeyOf(bounds);
  const uncertain = isUncertain(fact.attribute.value);
  return sortKey === null ? [] : [{ date: fact.value, uncertain, sortKey, text, facts }];
}

/**
 * One line for each date of the event. A link that is dated no more closely is told with it, role and evidence; any
 * other keeps its own line.
 */
function ofEvent({ name, links, attributes }: LinkedEvent, told: Set<string>): Draft[] {
  const here: string[] = [];
  const drafts = attributes
    .filter(({ id, property }) => property?.type === 'date' && !told.has(id))
    .flatMap((fact) => {
      const within = links.filter(
        ({ id, link }) => !told.has(id) && covers(link, fact.attribute.value),
      );
      const roles = new Set(within.map(({ link }) => link.role).filter((role) => role !== ''));
      const main = withRole(name, [...roles].join(', '));
      const text =
        fact.attribute.property === 'eventDate' ? main : fact.label.replace(name, () => main);
      const lines = ofDate(fact, text, [fact, ...within]);
      if (lines.length > 0) here.push(fact.id, ...within.map(({ id }) => id));
      return lines;
    });
  for (const id of here) told.add(id);
  return drafts;
}

/** Whether a date lies within the dates of a link, those that are not known leaving room for it. */
function covers({ since, until }: LinkFact['link'], date: string): boolean {
  const bounds = dateBounds(date);
  if (bounds === null) return false;
  const { earliest, latest } = bounds;
  // What is dated by its beginning alone happened then, as far as the case goes.
  const end = until.text === '' ? since : until;
  return (
    (since.earliest === null || (earliest !== null && order(since.earliest, earliest) <= 0)) &&
    (end.latest === null || (latest !== null && order(latest, end.latest) <= 0))
  );
}

/** A fact by when it held; without such dates it has no place in time. */
function whileHeld(
  fact: AttributeFact | LinkFact,
  { since, until }: Pick<LinkFact['link'], 'since' | 'until'>,
): Draft[] {
  const sortKey = sortKeyOf(since, until);
  return fact.dates === null || sortKey === null
    ? []
    : [
        {
          date: fact.dates,
          uncertain: isUncertain(since.text, until.text),
          sortKey,
          text: fact.text,
          facts: [fact],
        },
      ];
}

/** Whether a date in EDTF says that it is known roughly, doubted, or not in full. */
function isUncertain(...dates: readonly string[]): boolean {
  return dates.some((date) => /[?~%X]|\d\/\d/.test(date));
}

function sortKeyOf(...dates: readonly Pick<DatedText, 'earliest' | 'latest'>[]): string | null {
  const [first] = dates.flatMap(({ earliest, latest }) => earliest ?? latest ?? []);
  return first === undefined ? null : sortable(first);
}

/**
 * ISO 8601 writes years beyond four digits with a sign, which does not sort as text. Years before our era become
 * their distance from the year -999999, those after 9999 follow all others.
 */
function sortable(day: string): string {
  const long = /^([+-])(\d{6})(.*)$/.exec(day);
  if (long === null) return day;
  const [, sign, year = '', rest = ''] = long;
  return sign === '+'
    ? `A${year}${rest}`
    : `-${String(999_999 - Number(year)).padStart(6, '0')}${rest}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
