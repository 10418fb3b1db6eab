import type { DatedText } from '#contract/entity.ts';
import { dateBounds } from '#shared/edtf.ts';
import { withRole, type AttributeFact, type CitedFact, type LinkFact } from './fact.ts';
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
  readonly sortKey: string;
  readonly text: string;
  readonly facts: readonly CitedFact[];
}

/**
 * Every dated fact, earliest first: dates that are facts themselves (of birth, say), attributes and links by when they
 * held, and the events the subject has a part in on each day that a source gives for them.
 */
export function chronologyOf(
  subject: {
    readonly name: string;
    readonly attributes: readonly AttributeFact[];
    readonly links: readonly LinkFact[];
    readonly events: readonly LinkedEvent[];
  },
  numbering: Numbering,
): ChronologyLine[] {
  const told = new Set<LinkFact>();
  const drafts = [
    ...subject.attributes.flatMap((fact) => ofAttribute(fact, subject.name)),
    ...subject.events.flatMap((event) => ofEvent(event, told)),
    ...subject.links.filter((link) => !told.has(link)).flatMap(ofLink),
  ];
  return drafts
    .toSorted((a, b) => order(a.sortKey, b.sortKey))
    .map(({ facts, ...line }) => ({ ...line, citations: numbering.citeAll(facts) }));
}

function ofAttribute(fact: AttributeFact, subject: string): Draft[] {
  if (fact.property?.type === 'date') {
    // The date of an event is when it happened, so that the line is the event.
    return ofDate(fact, fact.attribute.property === 'eventDate' ? subject : fact.label, [fact]);
  }
  const { since, until } = fact.attribute;
  const sortKey = sortKeyOf(since, until);
  return fact.dates === null || sortKey === null
    ? []
    : [{ date: fact.dates, sortKey, text: fact.text, facts: [fact] }];
}

/** An attribute whose value is a date; one that is not in EDTF has no place in time. */
function ofDate(fact: AttributeFact, text: string, facts: readonly CitedFact[]): Draft[] {
  const bounds = dateBounds(fact.attribute.value);
  const sortKey = bounds === null ? null : sortKeyOf(bounds);
  return sortKey === null ? [] : [{ date: fact.value, sortKey, text, facts }];
}

/**
 * One line for each date of the event. A link that is dated no more closely is told with it, role and evidence; any
 * other keeps its own line.
 */
function ofEvent({ name, links, attributes }: LinkedEvent, told: Set<LinkFact>): Draft[] {
  return attributes
    .filter(({ property }) => property?.type === 'date')
    .flatMap((fact) => {
      const within = links.filter(({ link }) => covers(link, fact.attribute.value));
      const roles = new Set(within.map(({ link }) => link.role).filter((role) => role !== ''));
      const main = withRole(name, [...roles].join(', '));
      const text =
        fact.attribute.property === 'eventDate' ? main : fact.label.replace(name, () => main);
      const lines = ofDate(fact, text, [fact, ...within]);
      if (lines.length > 0) for (const link of within) told.add(link);
      return lines;
    });
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

function ofLink(fact: LinkFact): Draft[] {
  const { since, until } = fact.link;
  const sortKey = sortKeyOf(since, until);
  return fact.dates === null || sortKey === null
    ? []
    : [{ date: fact.dates, sortKey, text: fact.text, facts: [fact] }];
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
