import {
  sectionsOf,
  type DossierContent,
  type DossierKind,
  type DossierSectionId,
} from '#contract/dossier.ts';
import type { EntityKind } from '#contract/vocabulary.ts';

/** A part in its place. */
export interface Placed {
  readonly id: DossierSectionId;
  /** In place of the template's own heading; null keeps that. */
  readonly title: string | null;
  readonly out: boolean;
}

/** What of a report on several is told of all of them together. */
const together: ReadonlySet<DossierSectionId> = new Set([
  'chronology',
  'chart',
  'map',
  'disagreements',
  'gaps',
  'excerpts',
  'sources',
  'verification',
]);

/** The parts of a dossier in the order wanted; those that were not named follow in their usual order. */
export function arranged({ kind, sections }: Pick<DossierContent, 'kind' | 'sections'>): Placed[] {
  return inOrder(sectionsOf[kind], sections);
}

/** The same of a subject within a report on several. */
export function arrangedWithin(kind: EntityKind, sections: DossierContent['sections']): Placed[] {
  const whole: DossierKind = kind === 'organization' ? 'group' : 'profile';
  return inOrder(
    sectionsOf[whole].filter((id) => !together.has(id)),
    // What these were called and whether they are in is said of the whole report, but for its own summary.
    sections.filter(({ id }) => id !== 'summary'),
  );
}

function inOrder(usual: readonly DossierSectionId[], wanted: DossierContent['sections']): Placed[] {
  const placed = new Map<DossierSectionId, Placed>();
  for (const { id, title, out } of wanted) {
    if (!usual.includes(id) || placed.has(id)) continue;
    placed.set(id, { id, title: title === '' ? null : title, out });
  }
  for (const id of usual) if (!placed.has(id)) placed.set(id, { id, title: null, out: false });
  return [...placed.values()];
}
