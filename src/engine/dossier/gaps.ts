import type { EntityKind } from '#contract/vocabulary.ts';
import type { AttributeFact, CitedFact, LinkFact, NameFact } from './fact.ts';
import type { FactInSentence, Words } from './words.ts';

/**
 * What the case does not answer about a subject, one sentence each, the gravest first; facts that want the same thing
 * share a sentence.
 */
export function gapsOf(
  subject: {
    readonly kind: EntityKind;
    readonly names: readonly NameFact[];
    readonly attributes: readonly AttributeFact[];
    readonly links: readonly LinkFact[];
  },
  { gap }: Words,
): string[] {
  const { kind, names, attributes, links } = subject;
  const facts: readonly CitedFact[] = [...names, ...attributes, ...links];
  const has = (...properties: readonly string[]) =>
    attributes.some(({ attribute }) => properties.includes(attribute.property));
  const party = kind === 'person' || kind === 'organization';
  const identified = attributes.some(({ property }) => property?.group === 'identifier');
  const placed =
    attributes.some(({ property }) => property?.group === 'address') ||
    links.some(({ group }) => group === 'place');
  return [
    ...about(
      facts.filter((fact) => fact.evidence.length === 0),
      gap.unsourced,
    ),
    ...about(
      facts.filter((fact) => fact.evidence.length > 0 && supporting(fact).length === 0),
      gap.contradicted,
    ),
    ...(kind === 'person' && !has('birthDate') ? [gap.birthDate] : []),
    ...(kind === 'event' && !has('eventDate', 'startDate') ? [gap.eventDate] : []),
    ...(kind === 'organization' && !has('foundingDate') ? [gap.foundingDate] : []),
    ...(party && !identified ? [gap.identifier] : []),
    ...(kind !== 'object' && kind !== 'location' && !placed ? [gap.place] : []),
    ...about(facts.filter(notJudged), gap.notJudged),
    ...about(
      [
        ...names.filter(({ name }) => name.kind === 'primary'),
        ...attributes.filter(({ property }) => property?.multiple === false),
        ...links.filter(({ group }) => group === 'role'),
      ].filter((fact) => new Set(supporting(fact).map(({ source }) => source)).size === 1),
      gap.oneSource,
    ),
    ...about(
      links.filter(({ group, dates }) => (group === 'role' || group === 'place') && dates === null),
      gap.undated,
    ),
  ];
}

function about(
  facts: readonly CitedFact[],
  sentence: (facts: readonly FactInSentence[]) => string,
): string[] {
  return facts.length === 0 ? [] : [sentence(facts.map((fact) => fact.inSentence))];
}

function supporting(fact: CitedFact) {
  return fact.evidence.filter(({ stance }) => stance === 'supports');
}

function notJudged(fact: CitedFact): boolean {
  const items = supporting(fact);
  return (
    items.length > 0 &&
    items.every(({ reliability, credibility }) => reliability === 'F' || credibility === '6')
  );
}
