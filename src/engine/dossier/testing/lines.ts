import type { DossierSectionId } from '#contract/dossier.ts';
import type { Block, Citation, DossierModel, DossierSection } from '../model.ts';

type SectionOf<Id extends DossierSectionId, Section = DossierSection> = Section extends {
  readonly id: infer Ids;
}
  ? Id extends Ids
    ? Section
    : never
  : never;

/** A part of a dossier. @throws Error when it is not there */
export function linesOf<Id extends DossierSectionId>(
  { sections }: Pick<DossierModel, 'sections'>,
  id: Id,
): SectionOf<Id> {
  const section = sections.find((one): one is SectionOf<Id> => one.id === id);
  if (section === undefined) throw new Error(`the dossier has no part ${id}`);
  return section;
}

/** Citations in the order printed, those in the analyst's texts as what supports. */
export function citationsIn(sections: readonly DossierSection[]): Citation[] {
  return sections.flatMap((section) => {
    if ('names' in section) return cited(section.names);
    if ('attributes' in section) return cited(section.attributes);
    if ('links' in section) return cited(section.links);
    if ('chronology' in section) return cited(section.chronology);
    if ('disagreements' in section) {
      return section.disagreements.flatMap(({ sides }) => cited(sides));
    }
    if ('findings' in section) return section.findings.flatMap(({ body }) => inBlocks(body));
    if ('body' in section) return inBlocks(section.body);
    if ('tags' in section) return section.tags.flatMap(({ excerpts }) => excerpts.map(bare));
    if ('subjects' in section) {
      return section.subjects.flatMap((subject) => citationsIn(subject.sections));
    }
    return [];
  });
}

function cited(lines: readonly { readonly citations: readonly Citation[] }[]): Citation[] {
  return lines.flatMap(({ citations }) => citations);
}

function inBlocks(blocks: readonly Block[]): Citation[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap(inBlocks);
    if (block.type === 'quote') return inBlocks(block.blocks);
    return block.text.flatMap((part) => (part.type === 'citation' ? bare(part.excerpt) : []));
  });
}

function bare(excerpt: number): Citation {
  return { excerpt, stance: 'supports', credibility: '6' };
}
