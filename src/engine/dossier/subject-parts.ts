import type { DossierKind, DossierSectionId } from '#contract/dossier.ts';
import { findingsDraft, findingsFor, summaryDraft } from './conclusions.ts';
import { attributeLine, itemOf, linkLine, nameLine, type Draft } from './draft.ts';
import type { AttributeFact, CitedFact, LinkFact } from './fact.ts';
import type { DossierSection } from './model.ts';
import type { Numbering } from './numbering.ts';
import { photographsDraft, photographsFor } from './photographs.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

type LinkPart = Extract<DossierSection, { links: unknown }>['id'];

/**
 * The parts that tell of one subject: what it is called, is and has, whom and what it is linked to, what is concluded.
 *
 * @param kind whether it is told as a group, with its structure, members and places
 * @param within whether it is one of several subjects, so that what can be left out says whose it is
 */
export function subjectParts(
  reading: Reading,
  subject: Subject,
  kind: DossierKind & ('profile' | 'group'),
  within: boolean,
): Draft[] {
  const { leftOut } = reading;
  const whose = within ? subject.name : '';
  const part = <F extends CitedFact>(
    id: DossierSectionId,
    facts: readonly F[],
    section: (title: string | null, numbering: Numbering, printed: readonly F[]) => DossierSection,
  ): Draft => ({
    id,
    items: facts.map((fact) => itemOf(fact, leftOut, whose)),
    print({ numbering }, title) {
      const printed = facts.filter((fact) => !leftOut.has(fact.id));
      return printed.length === 0 ? null : section(title, numbering, printed);
    },
  });
  const attributes = (
    id: 'particulars' | 'identifiers',
    belongs: (fact: AttributeFact) => boolean,
  ) =>
    part(id, subject.all.attributes.filter(belongs), (title, numbering, printed) => ({
      id,
      title,
      attributes: printed.map((fact) => attributeLine(fact, numbering)),
    }));
  const home = kind === 'group' ? inGroup : inProfile;
  const links = (id: LinkPart) =>
    part(
      id,
      subject.all.links.filter((fact) => home(fact) === id),
      (title, numbering, printed) => ({
        id,
        title,
        links: printed.map((fact) => linkLine(fact, numbering)),
      }),
    );
  const identifies = ({ property }: AttributeFact) => property?.group === 'identifier';
  return [
    summaryDraft(reading, subject.summary),
    part('identity', subject.all.names, (title, numbering, printed) => ({
      id: 'identity',
      title,
      names: printed.map((fact) => nameLine(fact, numbering)),
    })),
    attributes('particulars', (fact) => !identifies(fact)),
    attributes('identifiers', identifies),
    photographsDraft(reading, photographsFor(reading, subject.id), subject.id, whose),
    ...(kind === 'group'
      ? [links('structure'), links('members'), links('places')]
      : [links('addresses'), links('roles'), links('family')]),
    links('otherLinks'),
    findingsDraft(reading, 'assessment', findingsFor(reading, subject.id), subject.id, whose),
  ];
}

function inProfile({ group }: LinkFact): LinkPart {
  if (group === 'place') return 'addresses';
  if (group === 'role') return 'roles';
  return group === 'family' ? 'family' : 'otherLinks';
}

/** Of an organization: whom it belongs to and what belongs to it, its people, and where it is. */
function inGroup({ group, link }: LinkFact): LinkPart {
  if (group === 'place') return 'places';
  if (group !== 'role') return 'otherLinks';
  const party = link.other.kind === 'person' || link.other.kind === 'organization';
  if (link.other.kind === 'organization' || (party && link.type === 'Ownership')) {
    return 'structure';
  }
  return party ? 'members' : 'otherLinks';
}
