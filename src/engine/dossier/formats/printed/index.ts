import type { DossierModel } from '../../model.ts';
import type { Verification } from '../../verification.ts';
import { noteOf } from './annexes.ts';
import type { PrintedBlock, PrintedDossier } from './document.ts';
import { oneLine } from './legible.ts';
import { orNothing, Page } from './page.ts';
import { portraitOf, sectionBlocks, sectionTitle, subjectParts } from './sections.ts';
import { headParticulars, kickerOf, noticesOf, runningFoot, runningHead } from './title.ts';
import { pageWords, type PageWords } from './words.ts';

export * from './document.ts';

/**
 * A dossier in words, section by section, as the PDF says it.
 *
 * @throws CaseError `dossier.failed` when a citation or a source's number leads nowhere
 */
export function printedDossier(
  model: DossierModel,
  verification: Verification | null,
  words: PageWords = pageWords(model.language),
): PrintedDossier {
  const page = new Page(model, words);
  const title = orNothing(model.title) ?? words.untitled;
  const sections = model.sections.map((section, at) => ({
    id: `section-${section.id}`,
    number: at + 1,
    title: sectionTitle(section, page),
    parts: section.id === 'subjects' ? subjectParts(section.subjects) : [],
    blocks: sectionBlocks(section, { level: 1, subject: title }, verification, page),
  }));
  const caseReference = orNothing(model.caseReference);
  return {
    language: `${words.language}-${words.region}`,
    kicker: kickerOf(page),
    title,
    runningHead: runningHead(page),
    runningFoot: runningFoot(page),
    pageOf: words.page,
    marking: model.marking,
    author: oneLine(model.author.name),
    asOf: oneLine(model.asOf),
    keywords: [
      words.documentKind[model.kind],
      `TLP:${model.marking}`,
      ...(caseReference === null ? [] : [caseReference]),
      ...(verification?.keywords ?? []),
    ],
    identity: {
      caseTitle: oneLine(model.caseTitle),
      caseReference,
      revision: model.caseRevision,
      contentHash: verification?.contentHash ?? null,
    },
    particulars: headParticulars(page),
    portrait: portraitOf(page),
    notices: noticesOf(page),
    contents: words.contents,
    sections,
    notes: new Map(
      model.excerpts.map((excerpt) => [excerpt.number, noteOf(excerpt, page)] as const),
    ),
    anchors: new Set(sections.flatMap(({ blocks }) => anchorsOf(blocks))),
    excerptWord: words.excerpt,
    noPicture: words.photograph.noPicture,
  };
}

function anchorsOf(blocks: readonly PrintedBlock[]): string[] {
  return blocks.flatMap((block) => (block.type === 'entry' ? [block.id] : []));
}
