import type { EntityKind } from '#contract/vocabulary.ts';
import type { AttributeFact, CitedFact, LinkFact, NameFact } from './fact.ts';
import type { Numbering } from './numbering.ts';
import type { FactInSentence, Words } from './words.ts';

/**
 * What the case does not answer about a subject, one sentence each, the gravest first; facts that want the same thing
 * share a sentence. What the case knows and this dossier does not print is neither told nor said to be missing.
 */
export function gapsOf(
  subject: {
    readonly kind: EntityKind;
    readonly known: {
      readonly properties: ReadonlySet<string>;
      readonly groups: ReadonlySet<string>;
    };
    readonly printed: {
      readonly names: readonly NameFact[];
      readonly attributes: readonly AttributeFact[];
      readonly links: readonly LinkFact[];
    };
  },
  { gap }: Words,
  numbering: Numbering,
): string[] {
  const { kind, known, printed } = subject;
  const { names, attributes, links } = printed;
  const facts: readonly CitedFact[] = [...names, ...attributes, ...links];
  const has = (...properties: readonly string[]) =>
    properties.some((property) => known.properties.has(property));
  const party = kind === 'person' || kind === 'organization';
  const identified = known.groups.has('identifier');
  const placed = known.groups.has('address') || known.groups.has('place');
  const about = (
    these: readonly CitedFact[],
    sentence: (facts: readonly FactInSentence[]) => string,
  ): string[] => {
    for (const fact of these) numbering.name(fact.names);
    return these.length === 0 ? [] : [sentence(these.map((fact) => fact.inSentence))];
  };
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
      ].filter((fact) => fact.origins.length === 1),
      gap.oneSource,
    ),
    ...about(
      links.filter(({ group, dates }) => (group === 'role' || group === 'place') && dates === null),
      gap.undated,
    ),
  ];
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
