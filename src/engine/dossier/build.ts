import type { z } from 'zod';
import type { DossierInput } from '#contract/dossier.ts';
import type { Entity } from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import type { Analyst } from '#contract/settings.ts';
import { NameKind, type Handling, type Language } from '#contract/vocabulary.ts';
import { timeOfReading } from '#shared/clock.ts';
import { getEntity } from '../entities/index.ts';
import type { CaseStore } from '../store/index.ts';
import { chronologyOf, type LinkedEvent } from './chronology.ts';
import { disagreementsOf } from './disagreements.ts';
import {
  attributeFact,
  linkFact,
  nameFact,
  ontologyOrder,
  type AttributeFact,
  type LinkFact,
} from './fact.ts';
import { gapsOf } from './gaps.ts';
import { markingOf } from './marking.ts';
import type { AttributeLine, DossierModel, LinkLine } from './model.ts';
import { Numbering } from './numbering.ts';
import { excerptsInPrint, sourcesInPrint } from './register.ts';
import { wordsOf } from './words.ts';

/** What is asked for: see the contract. */
export type DossierRequest = Omit<z.infer<typeof DossierInput>, 'handle'>;

interface CaseHead {
  title: string;
  reference: string;
  language: Language;
  handling: Handling;
  summary: string;
  createdAt: string;
}

/**
 * Fills the dossier of one subject from the case as it stands, changing nothing. The same revision of the case, request
 * and author give the same model: its date is that of the last change set, not of today.
 *
 * The marking is never laxer than that of the case, of a source it quotes or of an entity it names, whatever
 * `handling` asks for: the stricter of the two is printed.
 *
 * @throws CaseError `dossier.notASubject` when no entity has that id
 */
export function buildDossier(
  store: CaseStore,
  request: DossierRequest,
  author: Analyst,
): DossierModel {
  const subject = subjectOf(store, request.subject);
  const head = caseHead(store);
  const language = request.language ?? head.language;
  const words = wordsOf(language);

  const names = subject.names
    .toSorted((a, b) => NameKind.options.indexOf(a.kind) - NameKind.options.indexOf(b.kind))
    .map((name) => nameFact(name, language));
  const attributes = attributeFacts(subject, language);
  const links = subject.links
    .toSorted((a, b) => ontologyOrder('linkTypes', a.type) - ontologyOrder('linkTypes', b.type))
    .map((link) => linkFact(link, language));
  const events = eventsOf(store, links, language);

  // From here on in the order of the printed page, which is that of the numbers.
  const numbering = new Numbering();
  const attributeLine = (fact: AttributeFact): AttributeLine => ({
    property: fact.label,
    value: fact.value,
    dates: fact.dates,
    citations: numbering.cite(fact),
  });
  const linkLine = (fact: LinkFact): LinkLine => ({
    typeLabel: fact.label,
    role: fact.link.role === '' ? null : fact.link.role,
    otherName: fact.link.other.name,
    otherKind: fact.link.other.kind,
    direction: fact.direction,
    dates: fact.dates,
    citations: numbering.cite(fact),
  });
  const identifies = (fact: AttributeFact) => fact.property?.group === 'identifier';
  const grouped = (...groups: readonly string[]) =>
    links.filter(({ group }) => groups.includes(group)).map(linkLine);

  const lines = {
    names: names.map((fact) => ({
      kind: fact.name.kind,
      value: fact.name.value,
      citations: numbering.cite(fact),
    })),
    attributes: attributes.filter((fact) => !identifies(fact)).map(attributeLine),
    identifiers: attributes.filter(identifies).map(attributeLine),
    addresses: grouped('place'),
    roles: grouped('role'),
    family: grouped('family'),
    otherLinks: links
      .filter(({ group }) => !['place', 'role', 'family'].includes(group))
      .map(linkLine),
    chronology: chronologyOf({ name: subject.name, attributes, links, events }, numbering),
    disagreements: disagreementsOf({ names, attributes, links, events }, numbering, words),
  };

  return {
    language,
    marking: markingOf(store, {
      asked: request.handling,
      ofCase: head.handling,
      sources: numbering.sources,
      excerpts: numbering.excerpts.map(({ id }) => id),
      entities: [subject.id, ...subject.links.map(({ other }) => other.id)],
    }),
    caseTitle: head.title,
    caseReference: orNull(head.reference),
    author: signature(author),
    ...revisionOf(store, head.createdAt),
    notice: orNull(head.summary),
    subject: {
      id: subject.id,
      kind: subject.kind,
      primaryName: subject.name,
      summary: orNull(subject.summary),
    },
    ...lines,
    gaps: gapsOf({ kind: subject.kind, names, attributes, links }, words),
    excerpts: excerptsInPrint(store, numbering.excerpts, request.quotations),
    sources: sourcesInPrint(store, numbering.sources, language),
  };
}

function subjectOf(store: CaseStore, id: string): Entity {
  try {
    return getEntity(store, id);
  } catch (error) {
    if (error instanceof CaseError && error.code === 'record.notFound') {
      throw new CaseError('dossier.notASubject', { id }, error);
    }
    throw error;
  }
}

function caseHead(store: CaseStore): CaseHead {
  const head = store.one<CaseHead>(
    'SELECT title, reference, language, handling, summary, created_at AS createdAt FROM case_file',
  );
  if (head === undefined) {
    throw new CaseError('case.damaged', { path: store.opening.path, reason: 'case_file' });
  }
  return head;
}

function attributeFacts(entity: Entity, language: Language, owner?: string): AttributeFact[] {
  return entity.attributes
    .toSorted(
      (a, b) => ontologyOrder('properties', a.property) - ontologyOrder('properties', b.property),
    )
    .map((attribute) => attributeFact(attribute, language, owner));
}

/** The events at the other end of the links, each once. */
function eventsOf(store: CaseStore, links: readonly LinkFact[], language: Language): LinkedEvent[] {
  const toEvents = links.filter(({ link }) => link.other.kind === 'event');
  return [...Map.groupBy(toEvents, ({ link }) => link.other.id)].map(([id, itsLinks]) => {
    const event = getEntity(store, id);
    return {
      name: event.name,
      links: itsLinks,
      attributes: attributeFacts(event, language, event.name),
    };
  });
}

/** Which state of the case this is: how many change sets it has, the last one's hash, and when that was made. */
function revisionOf(
  store: CaseStore,
  createdAt: string,
): Pick<DossierModel, 'asOf' | 'caseRevision'> {
  const count = store.one<{ n: number }>('SELECT count(*) AS n FROM change_set');
  const last = store.one<{ hash: string; clock: string }>(
    'SELECT hash, clock FROM change_set ORDER BY id DESC LIMIT 1',
  );
  const asOf = last === undefined ? createdAt : timeOfReading(last.clock);
  return {
    asOf: asOf.replace(/\.\d+Z$/, 'Z'),
    caseRevision: { position: count?.n ?? 0, hash: last?.hash ?? '' },
  };
}

function signature({ name, organization }: Analyst): DossierModel['author'] {
  return name === ''
    ? { name: organization, organization: null }
    : { name, organization: orNull(organization) };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
