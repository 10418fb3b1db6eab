import type { NameReason } from '#contract/duplicates.ts';
import { dateBounds } from '#shared/edtf.ts';
import { foldName } from '#shared/names/fold.ts';
import { compareNames } from '../names/index.ts';
import { identifierKey, identifiers, type Worth } from './identifiers.ts';
import type { EntityRecord, RecordAttribute } from './record.ts';

const dates: Readonly<Record<string, Worth>> = {
  birthDate: { same: 2.6, differs: -5 },
  deathDate: { same: 1.6, differs: -3 },
  foundingDate: { same: 1.2, differs: -1.2 },
  dissolutionDate: { same: 1, differs: -1.2 },
  eventDate: { same: 1.4, differs: -3 },
  startDate: { same: 1, differs: -1.5 },
};

/** Properties whose value is a name of a place or of a person. */
const named: Readonly<Record<string, Worth & { readonly kind: 'location' | 'person' }>> = {
  birthPlace: { kind: 'location', same: 0.9, differs: -0.9 },
  birthCountry: { kind: 'location', same: 0.2, differs: -0.8 },
  nationality: { kind: 'location', same: 0.2, differs: -0.5 },
  citizenship: { kind: 'location', same: 0.2, differs: -0.3 },
  country: { kind: 'location', same: 0.2, differs: -0.6 },
  jurisdiction: { kind: 'location', same: 0.2, differs: -0.8 },
  address: { kind: 'location', same: 1.2, differs: 0 },
  fullAddress: { kind: 'location', same: 2, differs: -0.5 },
  city: { kind: 'location', same: 0.4, differs: -1 },
  region: { kind: 'location', same: 0.2, differs: -0.8 },
  state: { kind: 'location', same: 0.2, differs: -0.8 },
  fatherName: { kind: 'person', same: 1.4, differs: -1.4 },
  motherName: { kind: 'person', same: 1.4, differs: -1.4 },
};

const gender: Worth = { same: 0.05, differs: -2.5 };
/** For each entity that both are linked to, and most for all. */
const sharedLink = { each: 0.5, most: 1.2 };
/** Nobody is recorded as linked to himself. */
const linkBetween = -2.5;

/** What the facts of two entities say for and against their being one, as log-odds. */
export function compareFacts(a: EntityRecord, b: EntityRecord, reasons: NameReason[]): number {
  let sum = 0;
  const properties = new Set(a.attributes.map(({ property }) => property));
  for (const property of properties) {
    const first = valuesOf(a.attributes, property);
    const second = valuesOf(b.attributes, property);
    if (second.length > 0) sum += ofProperty(property, first, second, reasons);
  }
  return sum + ofLinks(a, b, reasons);
}

const valuesOf = (attributes: readonly RecordAttribute[], property: string): string[] =>
  attributes.filter((attribute) => attribute.property === property).map(({ value }) => value);

function ofProperty(
  property: string,
  first: readonly string[],
  second: readonly string[],
  reasons: NameReason[],
): number {
  const identifier = identifiers[property];
  if (identifier !== undefined) {
    return settle(property, first, second, identifier, reasons, (a, b) =>
      identifierKey(property, a) === identifierKey(property, b) ? 'same' : 'differs',
    );
  }
  const date = dates[property];
  if (date !== undefined) return settle(property, first, second, date, reasons, compareDates);
  const name = named[property];
  if (name !== undefined) {
    return settle(property, first, second, name, reasons, (a, b) =>
      compareNames(a, b, name.kind).match ? 'same' : 'differs',
    );
  }
  if (property === 'gender') {
    return settle(property, first, second, gender, reasons, (a, b) =>
      foldName(a)[0] === foldName(b)[0] ? 'same' : 'differs',
    );
  }
  return 0;
}

type Outcome = 'same' | 'near' | 'differs';

/** Of several values the two that agree best tell. */
function settle(
  property: string,
  first: readonly string[],
  second: readonly string[],
  worth: Worth,
  reasons: NameReason[],
  compare: (a: string, b: string) => Outcome,
): number {
  let best: { outcome: Outcome; a: string; b: string } | undefined;
  const rank: readonly Outcome[] = ['differs', 'near', 'same'];
  for (const a of first) {
    for (const b of second) {
      const outcome = compare(a, b);
      if (best === undefined || rank.indexOf(outcome) > rank.indexOf(best.outcome))
        best = { outcome, a, b };
    }
  }
  if (best === undefined) return 0;
  const { outcome, a, b } = best;
  const value = { same: worth.same, near: worth.same / 3, differs: worth.differs }[outcome];
  if (value === 0) return 0;
  reasons.push({ code: `fact.${outcome}`, params: { property, a, b } });
  return value;
}

/** Whether two dates are the same, may be, or cannot be. Both in EDTF as recorded. */
function compareDates(a: string, b: string): Outcome {
  if (a.trim() === b.trim()) return a.trim().length >= 10 ? 'same' : 'near';
  const first = bounds(a);
  const second = bounds(b);
  if (first === null || second === null) return 'near';
  const from = first.earliest > second.earliest ? first.earliest : second.earliest;
  const to = first.latest < second.latest ? first.latest : second.latest;
  return from <= to ? 'near' : 'differs';
}

function bounds(text: string): { earliest: string; latest: string } | null {
  // What most dates are needs no parser, which would take most of the time of comparing.
  const year = text.trim();
  if (/^\d{4}$/.test(year)) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const found = dateBounds(text.trim());
  return found === null
    ? null
    : { earliest: found.earliest ?? '0000', latest: found.latest ?? '9999' };
}

function ofLinks(a: EntityRecord, b: EntityRecord, reasons: NameReason[]): number {
  if (a.linked.has(b.id)) {
    reasons.push({ code: 'link.between', params: {} });
    return linkBetween;
  }
  const [less, more] = a.linked.size < b.linked.size ? [a.linked, b.linked] : [b.linked, a.linked];
  const shared = [...less].filter((id) => more.has(id));
  if (shared.length === 0) return 0;
  reasons.push({
    code: 'link.same',
    params: { id: shared[0] ?? '', count: String(shared.length) },
  });
  return Math.min(sharedLink.most, shared.length * sharedLink.each);
}
