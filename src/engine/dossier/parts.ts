import type { DossierContent, DossierSectionId } from '#contract/dossier.ts';
import { arrangedWithin, type Placed } from './arrangement.ts';
import type { CaseHead } from './case-head.ts';
import { chronologyOf } from './chronology.ts';
import { findingsDraft, findingsFor, summaryDraft } from './conclusions.ts';
import { disagreementsOf } from './disagreements.ts';
import { itemOf, type Draft, type Printing } from './draft.ts';
import { figureDrafts } from './figure.ts';
import { gapsOf } from './gaps.ts';
import type { DossierSection } from './model.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';
import { subjectParts } from './subject-parts.ts';
import { taggedPassages } from './tagged.ts';

/** The parts that a dossier of its kind can have, with what may be printed in them; its annexes are not among them. */
export interface Parts {
  readonly drafts: ReadonlyMap<DossierSectionId, Draft>;
  /** Names of the tags of each passage, in a book of excerpts. */
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
}

/** @throws CaseError `dossier.noSuchTag` */
export function partsOf(
  reading: Reading,
  content: DossierContent,
  head: CaseHead,
  subjects: readonly Subject[],
): Parts {
  const parts = (drafts: readonly Draft[], tagsOf: Parts['tagsOf'] = new Map()): Parts => ({
    drafts: new Map(drafts.map((draft) => [draft.id, draft])),
    tagsOf,
  });
  const { kind } = content;
  if (kind === 'profile' || kind === 'group') {
    const own = subjects.flatMap((subject) => subjectParts(reading, subject, kind, false));
    return parts([...own, ...jointDrafts(reading, subjects)]);
  }
  const summary = summaryDraft(reading, caseSummary(reading, head));
  if (kind === 'register') return parts([summary]);
  if (kind === 'excerpts') {
    const { draft, tagsOf } = taggedPassages(reading, content.tags);
    return parts([summary, draft], tagsOf);
  }
  return parts([
    summary,
    findingsDraft(reading, 'findings', findingsFor(reading, null), null, ''),
    subjectsDraft(reading, content, subjects),
    ...jointDrafts(reading, subjects),
  ]);
}

/** Prints parts in their order, those that are in and have something in them. */
export function printed(
  drafts: ReadonlyMap<DossierSectionId, Draft>,
  order: readonly Placed[],
  printing: Printing,
): DossierSection[] {
  return order.flatMap(({ id, title, out }) => {
    const section = out ? undefined : drafts.get(id)?.print(printing, title);
    return section ?? [];
  });
}

function caseSummary({ withholding, tally }: Reading, head: CaseHead): string | null {
  if (head.summary.trim() === '') return null;
  if (!withholding.ofCase && !withholding.text(head.summary)) return head.summary;
  tally.texts.add(head.id);
  return null;
}

/** In a report on several, each of them with parts of its own. */
function subjectsDraft(
  reading: Reading,
  content: DossierContent,
  subjects: readonly Subject[],
): Draft {
  const each = subjects.map((subject) => {
    const told = subject.kind === 'organization' ? 'group' : 'profile';
    const drafts = subjectParts(reading, subject, told, true);
    return { subject, drafts: new Map(drafts.map((draft) => [draft.id, draft])) };
  });
  return {
    id: 'subjects',
    items: each.flatMap(({ drafts }) => [...drafts.values()].flatMap(({ items }) => items)),
    print(printing, title) {
      if (each.length === 0) return null;
      return {
        id: 'subjects',
        title,
        subjects: each.map(({ subject: { id, kind, name }, drafts }) => ({
          subject: { id, kind, primaryName: name },
          sections: printed(drafts, arrangedWithin(kind, content.sections), printing),
        })),
      };
    },
  };
}

/** What is told of all subjects together. */
function jointDrafts(reading: Reading, subjects: readonly Subject[]): Draft[] {
  const { leftOut, words } = reading;
  const several = subjects.length > 1;
  return [
    {
      id: 'chronology',
      // What is dated has its place among the facts, but for the dates of events.
      items: subjects.flatMap(({ name, all }) =>
        all.events.flatMap(({ attributes }) =>
          attributes.map((fact) => itemOf(fact, leftOut, several ? name : '')),
        ),
      ),
      print({ numbering }, title) {
        const chronology = chronologyOf(subjects, numbering);
        return chronology.length === 0 ? null : { id: 'chronology', title, chronology };
      },
    },
    ...figureDrafts(reading, subjects),
    {
      id: 'disagreements',
      items: [],
      print({ numbering, cite }, title) {
        const disagreements = disagreementsOf(subjects, numbering, words, cite);
        return disagreements.length === 0 ? null : { id: 'disagreements', title, disagreements };
      },
    },
    {
      id: 'gaps',
      items: [],
      print({ numbering }, title) {
        if (subjects.length === 0) return null;
        const gaps = subjects.flatMap((subject) => {
          const sentences = gapsOf(subject, words, numbering);
          return several ? sentences.map((gap) => words.gapOf(subject.name, gap)) : sentences;
        });
        return { id: 'gaps', title, gaps };
      },
    },
  ];
}
