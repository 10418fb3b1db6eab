import type { DossierContent, DossierOutline, DossierSectionId } from '#contract/dossier.ts';
import type { CaseStore } from '../store/index.ts';
import { asOfDay } from './as-of.ts';
import { markingIn, reckoned } from './build.ts';
import { headingsIn } from './headings.ts';
import { Numbering } from './numbering.ts';

/**
 * What there is to choose from for a dossier, and what would be printed: the parts it can have in their order, out or
 * empty ones too, with the facts, findings and photographs that can be left out of each.
 *
 * @param template folder of a team's own template, whose headings are asked for first
 * @throws CaseError as `buildDossier`, but for `dossier.nothingToPrint` and `photo.damaged`
 */
export function outlineDossier(
  store: CaseStore,
  content: DossierContent,
  template?: string,
): DossierOutline {
  return asOfDay(store, content.asOf, (then) => outlineThen(then, content, template));
}

function outlineThen(store: CaseStore, content: DossierContent, template?: string): DossierOutline {
  const { reading, head, subjects, parts, order, numbering, sections } = reckoned(
    store,
    content,
    false,
  );
  const { language, tally } = reading;
  const headings = headingsIn(language, template);
  const there = new Set<DossierSectionId>(sections.map(({ id }) => id));
  const isEmpty = (id: DossierSectionId, out: boolean) => {
    if (id === 'verification') return false;
    if (id === 'excerpts') return numbering.excerpts.length === 0;
    if (id === 'sources') return numbering.sources.length === 0;
    if (!out) return !there.has(id);
    // Printed for nothing: what stays out has no numbers.
    const printing = { numbering: new Numbering(), files: new Map(), pictures: false };
    return (parts.drafts.get(id)?.print({ ...printing, cite: () => null }, null) ?? null) === null;
  };
  return {
    title: content.kind === 'case' ? head.title : (subjects[0]?.name ?? head.title),
    subjects: subjects.map(({ id, name, kind }) => ({ id, name, kind })),
    marking: markingIn(reading, content, head, numbering),
    sections: order.map(({ id, title, out }) => ({
      id,
      title: title ?? headings[id] ?? id,
      out,
      empty: isEmpty(id, out),
      items: [...(parts.drafts.get(id)?.items ?? [])],
    })),
    withheld: tally.counts,
    excerpts: numbering.excerpts.length,
    sources: numbering.sources.length,
  };
}
