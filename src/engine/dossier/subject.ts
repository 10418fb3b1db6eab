import { CaseError } from '#contract/error.ts';
import { NameKind, type EntityKind, type Stance } from '#contract/vocabulary.ts';
import { getManyFacts, type EntityFacts } from '../entities/index.ts';
import { originsOf } from '../sources/index.ts';
import type { LinkedEvent } from './chronology.ts';
import {
  attributeFact,
  groupOfLink,
  groupOfProperty,
  linkFact,
  nameFact,
  ontologyOrder,
  type AttributeFact,
  type Footing,
  type LinkFact,
  type NameFact,
} from './fact.ts';
import type { Reading } from './reading.ts';

/** Facts of a subject in the order in which they are printed. */
export interface Facts {
  readonly names: readonly NameFact[];
  readonly attributes: readonly AttributeFact[];
  readonly links: readonly LinkFact[];
  /** Those that it has a part in. */
  readonly events: readonly LinkedEvent[];
}

/** A subject with all that may be printed of it. */
export interface Subject {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The analyst's Markdown; null when there is none, or it may not be printed. */
  readonly summary: string | null;
  /** All that there is to choose from. */
  readonly all: Facts;
  /** Without what was left out. */
  readonly printed: Facts;
  /** What the case knows of it, printed or not, by property and link group: so that nothing known is said to be missing. */
  readonly known: {
    readonly properties: ReadonlySet<string>;
    readonly groups: ReadonlySet<string>;
  };
}

/**
 * Reads subjects, each with what was found to be one with it.
 *
 * @param ids of entities as they are shown, of which none may be withheld
 * @throws CaseError `dossier.notASubject`
 */
export function readSubjects(reading: Reading, ids: readonly string[]): Subject[] {
  const found = getManyFacts(reading.store, ids);
  const entities = ids.map((id) => {
    const entity = found.get(id);
    if (entity === undefined) throw new CaseError('dossier.notASubject', { id });
    return entity;
  });
  const events = getManyFacts(
    reading.store,
    entities.flatMap(({ links }) =>
      links
        .filter(({ id, other }) => other.kind === 'event' && !reading.withholding.fact(id))
        .map(({ other }) => other.id),
    ),
  );
  const everything = [...entities, ...events.values()].flatMap(
    ({ names, attributes, links }): Rested[] => [...names, ...attributes, ...links],
  );
  const origins = originsOf(
    reading.store,
    new Set(everything.flatMap(({ evidence }) => evidence.map(({ source }) => source))),
  );
  return entities.map((entity) => subjectOf(reading, entity, events, origins));
}

type Rested =
  | EntityFacts['names'][number]
  | EntityFacts['attributes'][number]
  | EntityFacts['links'][number];

function subjectOf(
  reading: Reading,
  entity: EntityFacts,
  events: ReadonlyMap<string, EntityFacts>,
  origins: ReadonlyMap<string, string>,
): Subject {
  const { language, withholding, leftOut, tally } = reading;
  const name = withholding.nameOf(entity.id, entity.name);
  const may = <T extends Rested>(facts: readonly T[]) =>
    facts.filter((fact) => mayPrint(reading, fact));
  const footing = (fact: Rested) => footingOf(reading, fact, origins);

  const names = withPrimary(may(entity.names), entity.id, name)
    .toSorted((a, b) => NameKind.options.indexOf(a.kind) - NameKind.options.indexOf(b.kind))
    .map((fact) => nameFact(fact, entity.id, language, footing(fact)))
    .filter((fact) => keepsFooting(reading, fact));
  const attributesOf = (of: EntityFacts, owner?: string) =>
    inOrder('properties', may(of.attributes), ({ property }) => property).map((fact) =>
      attributeFact(fact, of.id, language, footing(fact), owner),
    );
  const attributes = attributesOf(entity);
  const links = inOrder('linkTypes', may(entity.links), ({ type }) => type).map((link) => {
    const other = { ...link.other, name: withholding.nameOf(link.other.id, link.other.name) };
    return linkFact({ ...link, other }, entity.id, language, footing(link));
  });
  const toEvents = Map.groupBy(
    links.filter(({ link }) => link.other.kind === 'event'),
    ({ link }) => link.other.id,
  );
  const itsEvents = [...toEvents].flatMap(([id, itsLinks]): LinkedEvent[] => {
    const event = events.get(id);
    if (event === undefined) return [];
    const eventName = withholding.nameOf(id, event.name);
    return [{ name: eventName, links: itsLinks, attributes: attributesOf(event, eventName) }];
  });

  const all: Facts = { names, attributes, links, events: itsEvents };
  let summary = entity.summary.trim() === '' ? null : entity.summary;
  if (summary !== null && withholding.text(summary)) {
    tally.texts.add(entity.id);
    summary = null;
  }
  return {
    id: entity.id,
    kind: entity.kind,
    name,
    summary,
    all,
    printed: leftOut.size === 0 ? all : without(all, leftOut),
    known: {
      properties: new Set(entity.attributes.map(({ property }) => property)),
      groups: new Set([
        ...entity.attributes.flatMap(({ property }) => groupOfProperty(property) ?? []),
        ...entity.links.map(({ type }) => groupOfLink(type)),
      ]),
    },
  };
}

/** Counts a fact, and the one that it leads to, when it stays out. */
function mayPrint({ withholding, tally }: Reading, fact: Rested): boolean {
  if (!withholding.fact(fact.id)) return true;
  tally.facts.add(fact.id);
  if ('other' in fact && withholding.entity(fact.other.id)) tally.entities.add(fact.other.id);
  for (const { excerpt, source } of fact.evidence) {
    if (withholding.passage(excerpt)) tally.passages.add(excerpt);
    if (withholding.source(source)) tally.sources.add(source);
  }
  return false;
}

function footingOf(
  { withholding, tally }: Reading,
  fact: Rested,
  origins: ReadonlyMap<string, string>,
): Footing {
  const evidence = fact.evidence.filter(({ excerpt, source }) => {
    if (!withholding.passage(excerpt)) return true;
    tally.passages.add(excerpt);
    if (withholding.source(source)) tally.sources.add(source);
    return false;
  });
  let assessment = fact.assessment?.body ?? null;
  if (assessment !== null && withholding.text(assessment)) {
    tally.texts.add(fact.assessment?.id ?? '');
    assessment = null;
  }
  const originsBy = (wanted: Stance) => [
    ...new Set(
      evidence
        .filter(({ stance }) => stance === wanted)
        .map(({ source }) => origins.get(source) ?? source),
    ),
  ];
  return {
    evidence,
    origins: originsBy('supports'),
    opposed: originsBy('contradicts'),
    assessment,
  };
}

/**
 * A primary name may be told though all its evidence stays out, but not as a line, on which it would stand as unsourced:
 * it is what the dossier, or a link to it, calls the entity.
 */
function keepsFooting({ tally }: Reading, { id, name, evidence }: NameFact): boolean {
  if (evidence.length > 0 || name.evidence.length === 0) return true;
  tally.facts.add(id);
  return false;
}

/** Where the name that was preferred stays out, the one that is shown instead is the primary one. */
function withPrimary(
  names: readonly EntityFacts['names'][number][],
  head: string,
  shown: string,
): readonly EntityFacts['names'][number][] {
  if (names.some(({ kind }) => kind === 'primary')) return names;
  const instead = names.find(({ member, value }) => member === head && value === shown);
  return names.map((name) => (name === instead ? { ...name, kind: 'primary' } : name));
}

function inOrder<T>(
  list: 'properties' | 'linkTypes',
  facts: readonly T[],
  keyOf: (fact: T) => string,
): T[] {
  return facts.toSorted((a, b) => ontologyOrder(list, keyOf(a)) - ontologyOrder(list, keyOf(b)));
}

function without({ names, attributes, links, events }: Facts, leftOut: ReadonlySet<string>): Facts {
  const stays = ({ id }: { id: string }) => !leftOut.has(id);
  return {
    names: names.filter(stays),
    attributes: attributes.filter(stays),
    links: links.filter(stays),
    events: events.flatMap((event) => {
      const itsLinks = event.links.filter(stays);
      if (itsLinks.length === 0) return [];
      return [{ ...event, links: itsLinks, attributes: event.attributes.filter(stays) }];
    }),
  };
}
