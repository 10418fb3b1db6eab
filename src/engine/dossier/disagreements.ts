import { citationPattern } from '#shared/citation.ts';
import type { LinkedEvent } from './chronology.ts';
import {
  independentOf,
  withRole,
  type AttributeFact,
  type CitedFact,
  type LinkFact,
  type NameFact,
} from './fact.ts';
import type { Disagreement, DisagreementSide } from './model.ts';
import type { Cite } from './narrative.ts';
import type { Numbering } from './numbering.ts';
import type { Words } from './words.ts';

const spellings = new Set<string>(['primary', 'variant', 'transliteration']);

/** A point before it is known in which report it stands. */
type Point = Omit<Disagreement, 'entity' | 'subject'>;

/**
 * Where the sources do not say the same of subjects: properties of one value that are given several, facts that a
 * passage contradicts, and what is in dispute about the events they have a part in. What several subjects share is told
 * of the first.
 */
export function disagreementsOf(
  subjects: readonly {
    readonly id: string;
    readonly name: string;
    readonly printed: {
      readonly names: readonly NameFact[];
      readonly attributes: readonly AttributeFact[];
      readonly links: readonly LinkFact[];
      readonly events: readonly LinkedEvent[];
    };
  }[],
  numbering: Numbering,
  words: Words,
  cite: Cite,
): Disagreement[] {
  const cited = citing(words, cite);
  const told = new Set<string>();
  const once = ({ id }: CitedFact) => {
    const first = !told.has(id);
    told.add(id);
    return first;
  };
  return subjects.flatMap(({ id, name, printed: { names, attributes, links, events } }) =>
    [
      ...aboutNames(names, numbering, cited),
      ...aboutAttributes(attributes.filter(once), numbering, cited),
      ...links
        .filter((fact) => contradicted(fact) && once(fact))
        .map((fact) => {
          const value = withRole(fact.link.other.name, fact.link.role);
          return forAndAgainst(fact, fact.label, dated(value, fact.dates), numbering, cited);
        }),
      ...events.flatMap((event) =>
        aboutAttributes(event.attributes.filter(once), numbering, cited),
      ),
    ].map((point) => ({ entity: id, subject: subjects.length > 1 ? name : null, ...point })),
  );
}

/** Spellings of one name stand against one another; any other name is so or not so. */
function aboutNames(names: readonly NameFact[], numbering: Numbering, words: Words): Point[] {
  const disputed = names.filter(contradicted);
  const written = names.filter(({ name }) => spellings.has(name.kind));
  const preferred = names.filter(assessed);
  const rivals = disputed.some((fact) => written.includes(fact))
    ? written.filter((fact) => fact.name.kind === 'primary' || contradicted(fact))
    : [];
  // A primary name that is contradicted, and no other, or a name that was preferred: what else it is written as are its
  // rivals.
  const sides =
    rivals.length === 1 || preferred.length > 0
      ? names.filter((fact) => written.includes(fact) || preferred.includes(fact))
      : rivals;
  const points: Point[] = [];
  if (sides.length > 1) {
    points.push({
      property: words.spelling,
      sides: sides.map((fact) => side(fact.name.value, [fact], numbering)),
      assessment: assessmentOf(sides, (fact) => fact.name.value, words),
    });
  }
  for (const fact of disputed) {
    if (sides.length > 1 && sides.includes(fact)) continue;
    const property = words.nameKind[fact.name.kind];
    points.push(forAndAgainst(fact, property, fact.name.value, numbering, words));
  }
  return points;
}

function aboutAttributes(
  attributes: readonly AttributeFact[],
  numbering: Numbering,
  words: Words,
): Point[] {
  const points: Point[] = [];
  const told = new Set<string>();
  const ofProperty = Map.groupBy(attributes, ({ attribute }) => attribute.property);
  for (const fact of attributes) {
    const fellows = ofProperty.get(fact.attribute.property) ?? [];
    const rivals = fact.property?.multiple === false || fellows.some(assessed) ? fellows : [];
    const values = [...new Set(rivals.map(({ value }) => value))];
    if (values.length > 1) {
      if (told.has(fact.attribute.property)) continue;
      told.add(fact.attribute.property);
      points.push({
        property: fact.label,
        sides: values.map((value) =>
          side(
            value,
            rivals.filter((rival) => rival.value === value),
            numbering,
          ),
        ),
        assessment: assessmentOf(rivals, (rival) => rival.value, words),
      });
    } else if (contradicted(fact)) {
      const value = dated(fact.value, fact.dates);
      points.push(forAndAgainst(fact, fact.label, value, numbering, words));
    }
  }
  return points;
}

/** The same words, with what an analyst wrote of a point citing passages by their numbers. */
function citing(words: Words, cite: Cite): Words {
  const numbered = (body: string) =>
    body.replaceAll(citationPattern, (_, passage: string) => {
      const number = cite(passage);
      return number === null ? words.citationGone : `[${number}]`;
    });
  return { ...words, preferred: (value, why) => words.preferred(value, numbered(why)) };
}

/** What is made of a point: which of the facts is preferred, and why. */
function assessmentOf<T extends CitedFact>(
  facts: readonly T[],
  valueOf: (fact: T) => string,
  words: Words,
): string | null {
  const preferred = facts.find(({ assessment }) => assessment !== null);
  return preferred === undefined
    ? null
    : words.preferred(valueOf(preferred), preferred.assessment ?? '');
}

function assessed(fact: CitedFact): boolean {
  return fact.assessment !== null;
}

function contradicted(fact: CitedFact): boolean {
  return fact.evidence.some(({ stance }) => stance === 'contradicts');
}

function side(value: string, facts: readonly CitedFact[], numbering: Numbering): DisagreementSide {
  return { value, citations: numbering.citeAll(facts), independent: independentOf(facts) };
}

/** Two sides: what the fact says, with what supports it, and "not so", which is what contradicts it supports. */
function forAndAgainst(
  fact: CitedFact,
  property: string,
  value: string,
  numbering: Numbering,
  words: Words,
): Point {
  const citations = numbering.cite(fact);
  return {
    property,
    sides: [
      {
        value,
        citations: citations.filter(({ stance }) => stance === 'supports'),
        independent: independentOf([fact]),
      },
      {
        value: words.notSo,
        independent: fact.opposed.length,
        citations: citations
          .filter(({ stance }) => stance === 'contradicts')
          .map((citation) => ({ ...citation, stance: 'supports' })),
      },
    ],
    assessment: assessmentOf([fact], () => value, words),
  };
}

function dated(value: string, dates: string | null): string {
  return dates === null ? value : `${value}, ${dates}`;
}
